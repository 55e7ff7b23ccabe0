/** Imported bookings as the portfolio would hold them: with its accounts and assets, in currencies that its accounts know. */
import { decimal, decimalText, divide, parseDecimal, zero } from '../../domain';
import type { ImportedBooking, ImportedItem } from '../rows/booking';
import type { TransactionType } from '../mapping/mapping';
import type { PlannedAccount } from './accounts';
import type { PlannedAsset, SecurityIndex } from './assets';
import type { BookingFact } from './facts';

export interface PlannedBooking {
  readonly type: TransactionType;
  readonly date: string;
  readonly time: string | null;
  readonly accountRef: string;
  readonly assetRef: string | null;
  readonly quantity: string | null;
  readonly price: string | null;
  readonly gross: string;
  readonly fees: string | null;
  readonly taxes: string | null;
  readonly currency: string;
  readonly fxRate: string | null;
  readonly note: string;
  readonly importId: string;
}

/** A booking, or a sentence that says why there can be none. */
export type Planned = { readonly booking: PlannedBooking } | { readonly problem: string };

export class BookingPlanner {
  readonly #accounts: ReadonlyMap<string, PlannedAccount>;
  readonly #assets: ReadonlyMap<string, PlannedAsset>;
  readonly #index: SecurityIndex;

  constructor(accounts: readonly PlannedAccount[], assets: readonly PlannedAsset[], index: SecurityIndex) {
    this.#accounts = new Map(accounts.map((account) => [account.value, account]));
    this.#assets = new Map(assets.map((asset) => [asset.key, asset]));
    this.#index = index;
  }

  plan(booking: ImportedBooking, importId: string): Planned {
    const account = this.#accounts.get(booking.account);
    const accountRef = account?.ref ?? null;
    if (accountRef === null) return { problem: 'No account is chosen for it.' };
    const assetRef =
      booking.security === null ? null : (this.#assets.get(this.#index.keyOf(booking.security))?.ref ?? null);
    if (booking.security !== null && assetRef === null) return { problem: 'No asset is chosen for its security.' };
    const { type, date, time, quantity, note } = booking;
    return {
      booking: {
        type,
        date,
        time,
        accountRef,
        assetRef,
        quantity,
        note,
        importId,
        ...moneyIn(booking, account?.currency ?? null)
      }
    };
  }
}

type MoneyFields = Pick<PlannedBooking, 'price' | 'gross' | 'fees' | 'taxes' | 'currency' | 'fxRate'>;

/** The rate of a booking leads to its account's currency: where the account has another one, amounts are in what moved. */
function moneyIn(
  { price, gross, fees, taxes, currency, settled }: ImportedBooking,
  accountCurrency: string | null
): MoneyFields {
  if (settled === null) return { price, gross, fees, taxes, currency, fxRate: null };
  if (settled.currency === accountCurrency) return { price, gross, fees, taxes, currency, fxRate: settled.rate };
  const rate = decimal(settled.rate);
  const moved = (text: string | null): string | null => text && decimalText(decimal(text).times(rate));
  return {
    price: moved(price),
    gross: moved(gross) ?? '0',
    fees: moved(fees),
    taxes: moved(taxes),
    currency: settled.currency,
    fxRate: null
  };
}

const into = new Set<string>(['openingBalance', 'deliveryIn', 'transferIn', 'buy']);
const out = new Set<string>(['sell', 'deliveryOut', 'transferOut']);

/**
 * The ratio of a split whose file tells the units it added: from what was held before, by the portfolio and by this file.
 * Null where that makes no ratio.
 */
export function splitRatio(
  split: Pick<PlannedBooking, 'date' | 'accountRef' | 'assetRef'>,
  unitsAdded: string,
  planned: readonly Pick<PlannedBooking, 'date' | 'accountRef' | 'assetRef' | 'type' | 'quantity'>[],
  present: readonly BookingFact[]
): string | null {
  const moves = [
    ...present.map(({ date, accountId, assetId, type, quantity }) => ({
      date,
      accountRef: accountId,
      assetRef: assetId,
      type,
      quantity
    })),
    ...planned
  ].filter(
    ({ date, accountRef, assetRef }) =>
      assetRef === split.assetRef && accountRef === split.accountRef && date < split.date
  );
  let held = zero;
  for (const { type, quantity } of moves.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))) {
    const units = parseDecimal(quantity);
    if (units === null) continue;
    if (into.has(type)) held = held.plus(units);
    else if (out.has(type)) held = held.minus(units);
    else if (type === 'split') held = held.times(units);
  }
  const after = held.plus(decimal(unitsAdded));
  if (held.lte(zero) || after.lte(zero)) return null;
  return decimalText(divide(after, held).round(12));
}

/** Whether anything of a file tells of split units. */
export function hasSplits(items: readonly ImportedItem[]): boolean {
  return items.some(({ bookings }) => bookings.some(({ unitsAdded }) => unitsAdded !== undefined));
}
