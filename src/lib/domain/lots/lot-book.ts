/**
 * Lots from transactions: what is held of each asset in each account, since when, what it cost, and what sales brought.
 *
 * Entry order is of no importance. Transfers between accounts carry their lots. A transaction that cannot be applied
 * is named among the issues and left out; nothing else changes by it. Linear in the number of transactions, apart from
 * sorting them.
 */
import { type Decimal, zero } from '../decimal';
import type { RateTable } from '../fx';
import { inOrder, type Booking } from './booking';
import { inDependencyOrder } from './day-order';
import { wordings, type IssueFacts, type LotIssue, type LotIssueCode } from './issues';
import type { Lot } from './open-lots';
import { firstUnits, PositionBook, type CostMethod, type Position } from './position';
import { pairTransfers } from './transfers';
import { convert, nothing, rateFor, type AppliedRate, type Worth } from './worth';

export interface LotOptions {
  readonly method: CostMethod;
  readonly baseCurrency: string;
  readonly rates: RateTable;
  /** The currency that gains of an asset are told in; without it that of its first transaction. */
  readonly currencyOf?: (assetId: string) => string | null;
  /** Later transactions are left out. `YYYY-MM-DD`. */
  readonly until?: string;
}

export interface LotBook {
  /** Of every asset and account with transactions, closed ones included; by first transaction. */
  readonly positions: readonly Position[];
  readonly issues: readonly LotIssue[];
}

/** @param bookings in any order; those without an asset are passed over. */
export function foldLots(bookings: readonly Booking[], options: LotOptions): LotBook {
  const byAsset = new Map<string, Booking[]>();
  for (const booking of bookings) {
    if (booking.assetId === null || (options.until !== undefined && booking.date > options.until)) continue;
    const known = byAsset.get(booking.assetId);
    if (known === undefined) byAsset.set(booking.assetId, [booking]);
    else known.push(booking);
  }
  const positions: Position[] = [];
  const issues: LotIssue[] = [];
  for (const [assetId, unordered] of byAsset) {
    const ordered = inOrder(unordered);
    const fold = new AssetFold(assetId, ordered, options, issues);
    for (const booking of inDependencyOrder(ordered, fold.origins)) fold.apply(booking);
    positions.push(...fold.positions());
  }
  return { positions, issues };
}

/** All accounts of one asset. */
class AssetFold {
  readonly origins: ReadonlyMap<string, Booking>;
  readonly #assetId: string;
  readonly #currency: string;
  readonly #options: LotOptions;
  readonly #issues: LotIssue[];
  readonly #books = new Map<string, PositionBook>();
  /** Lots on their way, by the id of the transfer out. */
  readonly #carried = new Map<string, readonly Lot[]>();

  constructor(assetId: string, ordered: readonly Booking[], options: LotOptions, issues: LotIssue[]) {
    this.origins = pairTransfers(ordered);
    this.#assetId = assetId;
    this.#currency = options.currencyOf?.(assetId) ?? ordered[0]?.currency ?? options.baseCurrency;
    this.#options = options;
    this.#issues = issues;
  }

  positions(): Position[] {
    return [...this.#books.values()].map((book) => book.result());
  }

  apply(booking: Booking): void {
    const { type, quantity } = booking;
    if (quantity.lt(zero) || (type === 'split' && quantity.eq(zero))) {
      this.#issue('unusableQuantity', booking, { quantity });
      return;
    }
    const book = this.#book(booking.accountId);
    if (type === 'buy' || type === 'openingBalance' || type === 'deliveryIn') this.#receive(booking, book);
    else if (type === 'transferIn') this.#arrive(booking, book);
    else if (type === 'split') book.open.split(quantity);
    else if (type === 'sell' || type === 'transferOut' || type === 'deliveryOut') this.#leave(booking, book);
    else this.#count(booking, book);
  }

  #receive(booking: Booking, book: PositionBook): void {
    const { id, quantity, gross, fees, taxes } = booking;
    const rates = this.#rates(booking);
    const cost = rates.worth(gross.plus(fees).plus(taxes));
    if (quantity.eq(zero)) {
      if (!gross.eq(zero)) this.#issue('unusableQuantity', booking, { quantity });
      return;
    }
    const acquired = booking.type === 'buy' ? booking.date : (booking.acquired ?? booking.date);
    book.open.receive({ id, acquired, quantity, cost });
    book.count(nothing, rates.worth(fees), rates.worth(taxes));
  }

  #arrive(booking: Booking, book: PositionBook): void {
    const origin = this.origins.get(booking.id);
    const carried = origin && this.#carried.get(origin.id);
    if (origin === undefined || carried === undefined) {
      const { quantity, gross } = booking;
      if (quantity.gt(zero) && gross.eq(zero)) this.#issue('transferWithoutOrigin', booking, {});
      this.#receive(booking, book);
      return;
    }
    const { first, rest } = firstUnits(carried, booking.quantity);
    for (const lot of first) book.open.receive(lot);
    this.#carried.set(origin.id, rest);
    this.#book(origin.accountId).arrived(origin.id, rest);
    this.#countCharges(booking, book);
  }

  #leave(booking: Booking, book: PositionBook): void {
    const { id, date, type, quantity, gross, fees } = booking;
    const held = book.open.quantity;
    if (quantity.gt(held)) {
      this.#issue('oversold', booking, { quantity, held });
      return;
    }
    const { taken, missed } = book.open.relieve(quantity, booking.picks ?? []);
    if (missed.gt(zero)) this.#issue('lotNotHeld', booking, { quantity: missed });
    if (type === 'sell') {
      const rates = this.#rates(booking);
      book.realise(
        { id, date, quantity, proceeds: rates.worth(gross.minus(fees)), rate: rates.base },
        taken,
        rates.own()
      );
    } else {
      book.remove(id, date, taken);
      if (type === 'transferOut') this.#carried.set(id, taken);
    }
    this.#countCharges(booking, book);
  }

  /** Income, fees and taxes that move no units. */
  #count(booking: Booking, book: PositionBook): void {
    const { type, gross, fees, taxes } = booking;
    const { worth } = this.#rates(booking);
    const of = (...types: readonly string[]): Decimal => (types.includes(type) ? gross : zero);
    book.count(worth(of('dividend', 'interest')), worth(fees.plus(of('fee'))), worth(taxes.plus(of('tax'))));
  }

  #countCharges(booking: Booking, book: PositionBook): void {
    if (booking.fees.eq(zero) && booking.taxes.eq(zero)) return;
    const { worth } = this.#rates(booking);
    book.count(nothing, worth(booking.fees), worth(booking.taxes));
  }

  /** The rates of a booking, and its amounts at them; a rate is missed only where an amount needs it. */
  #rates(booking: Booking): {
    readonly base: AppliedRate | null;
    worth(amount: Decimal): Worth;
    own(): AppliedRate | null;
  } {
    const { baseCurrency, rates } = this.#options;
    const base = rateFor(booking, baseCurrency, rates);
    const toOwn = booking.currency === this.#currency ? null : rateFor(booking, this.#currency, rates);
    const missed = new Set<string>();
    const convertOrMiss = (amount: Decimal, to: string, rate: AppliedRate | null): Decimal | null => {
      const converted = to === booking.currency ? amount : convert(amount, rate);
      if (converted === null && !missed.has(to)) {
        missed.add(to);
        this.#issue('rateMissing', booking, { from: booking.currency, to, date: booking.date });
      }
      return converted;
    };
    return {
      base,
      worth: (amount) => {
        if (amount.eq(zero)) return nothing;
        return {
          own: convertOrMiss(amount, this.#currency, toOwn),
          base: convertOrMiss(amount, baseCurrency, base)
        };
      },
      own: () => {
        if (booking.currency === this.#currency) return base;
        const used = rates.rate(this.#currency, baseCurrency, booking.date);
        return used && { ...used, booked: false };
      }
    };
  }

  #book(accountId: string): PositionBook {
    const known = this.#books.get(accountId);
    if (known !== undefined) return known;
    const { method } = this.#options;
    const book = new PositionBook({ assetId: this.#assetId, accountId, currency: this.#currency }, method);
    this.#books.set(accountId, book);
    return book;
  }

  #issue(code: LotIssueCode, { id, accountId, date }: Booking, facts: IssueFacts): void {
    const message = wordings[code](facts);
    this.#issues.push({ code, id, assetId: this.#assetId, accountId, date, message });
  }
}
