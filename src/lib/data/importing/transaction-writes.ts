/** What a plan writes: accounts and assets that are new, a transaction for every booking that is taken, and its price. */
import type { AccountToMake, AssetToMake, ImportPlan, PlannedBooking } from '../../import';
import type { Row } from '../../migration';
import type { RecordWriting } from '../../protocol';
import { seriesWritesOf } from './series-writes';
import { tradePrices, type TradedAsset } from '../trade-prices';

export interface WriteIds {
  /** A fresh UUID each time. */
  randomId(): string;
  /** ISO 8601 UTC. */
  readonly now: string;
  readonly homeCountry: string;
}

export interface WrittenImport {
  readonly writes: readonly RecordWriting[];
  readonly bookings: number;
  /** Days that get a price from a trade. */
  readonly prices: number;
  readonly newAccounts: readonly string[];
  readonly newAssets: readonly string[];
}

/**
 * @param taken by the place of the item in the plan.
 * @param unquoted assets of the portfolio that get their trades' prices, by id; new ones all do.
 */
export function transactionWrites(
  plan: ImportPlan,
  taken: (at: number) => boolean,
  ids: WriteIds,
  unquoted: ReadonlyMap<string, TradedAsset>
): WrittenImport {
  return new Writing(plan, ids, unquoted).write(takenOf(plan, taken));
}

/** Assets of the portfolio that bookings to be written belong to. */
export function tradedAssets(plan: ImportPlan, taken: (at: number) => boolean): ReadonlySet<string> {
  const refs = takenOf(plan, taken).flatMap((bookings) => bookings.map(({ assetRef }) => assetRef ?? ''));
  return new Set(refs.filter((ref) => ref !== '' && !isNew(ref)));
}

function takenOf(plan: ImportPlan, taken: (at: number) => boolean): readonly (readonly PlannedBooking[])[] {
  return plan.items.flatMap(({ bookings }, at) => (taken(at) ? [bookings] : []));
}

const isNew = (ref: string): boolean => ref.startsWith('new ');

class Writing {
  readonly #plan: ImportPlan;
  readonly #ids: WriteIds;
  readonly #unquoted: ReadonlyMap<string, TradedAsset>;
  readonly #made = new Map<string, string>();
  readonly #writes: RecordWriting[] = [];
  readonly #accounts: string[] = [];
  readonly #assets: string[] = [];

  constructor(plan: ImportPlan, ids: WriteIds, unquoted: ReadonlyMap<string, TradedAsset>) {
    this.#plan = plan;
    this.#ids = ids;
    this.#unquoted = unquoted;
  }

  write(items: readonly (readonly PlannedBooking[])[]): WrittenImport {
    const bookings = inOrder(items);
    const links = this.#linksOf(items);
    // New ones only where something is booked on them.
    for (const { booking } of bookings) this.#accountFor(booking.accountRef);
    for (const { booking } of bookings)
      if (booking.assetRef !== null) this.#assetFor(booking.assetRef, booking.accountRef);
    const last = Date.parse(this.#ids.now);
    bookings.forEach(({ booking }, at) => {
      // Within a day what was created first comes first: the order of the file, in the moments before now.
      const createdAt = new Date(last - (bookings.length - 1 - at)).toISOString();
      this.#writes.push({
        op: 'put',
        store: 'transactions',
        record: this.#record(booking, createdAt, links.get(booking))
      });
    });
    const prices = this.#prices(bookings.map(({ booking }) => booking));
    return {
      writes: this.#writes,
      bookings: bookings.length,
      prices,
      newAccounts: this.#accounts,
      newAssets: this.#assets
    };
  }

  #prices(bookings: readonly PlannedBooking[]): number {
    const assets = new Map(this.#unquoted);
    for (const ref of this.#made.keys())
      assets.set(ref, { currency: (JSON.parse(ref.slice(4)) as AssetToMake).currency, prices: new Map() });
    let count = 0;
    for (const [ref, days] of tradePrices(bookings, assets)) {
      count += days.size;
      const series = { days: [...days.keys()], values: [...days.values()] };
      this.#writes.push(...seriesWritesOf('prices', this.#idOf(ref), series));
    }
    return count;
  }

  /** Field by field: there may be very many of them. */
  #record(booking: PlannedBooking, createdAt: string, transferId: string | undefined): Row {
    const { type, date, quantity, price, gross, fees, taxes, currency, fxRate, note, importId, assetRef } = booking;
    const record: Row = { id: this.#ids.randomId(), accountId: this.#idOf(booking.accountRef) };
    if (assetRef !== null) record['assetId'] = this.#idOf(assetRef);
    record['date'] = date;
    record['type'] = type;
    if (quantity !== null) record['quantity'] = quantity;
    if (price !== null) record['price'] = price;
    record['gross'] = gross;
    if (fees !== null) record['fees'] = fees;
    if (taxes !== null) record['taxes'] = taxes;
    record['currency'] = currency;
    if (fxRate !== null) record['fxRate'] = fxRate;
    if (note !== '') record['note'] = note;
    record['importId'] = importId;
    if (transferId !== undefined) record['transferId'] = transferId;
    record['createdAt'] = createdAt;
    record['updatedAt'] = this.#ids.now;
    return record;
  }

  /** Money that leaves and arrives in one item is one exchange or transfer. */
  #linksOf(items: readonly (readonly PlannedBooking[])[]): ReadonlyMap<PlannedBooking, string> {
    const links = new Map<PlannedBooking, string>();
    for (const bookings of items) {
      const out = bookings.find(({ type }) => type === 'transferOut');
      const into = bookings.find(({ type }) => type === 'transferIn');
      if (!out || !into) continue;
      const id = this.#ids.randomId();
      links.set(out, id).set(into, id);
    }
    return links;
  }

  #idOf(ref: string): string {
    return this.#made.get(ref) ?? ref;
  }

  #accountFor(ref: string): void {
    if (!isNew(ref) || this.#made.has(ref)) return;
    const make = JSON.parse(ref.slice(4)) as AccountToMake;
    const id = this.#ids.randomId();
    this.#made.set(ref, id);
    this.#accounts.push(make.name);
    const { name, institution, country, currency, kind } = make;
    this.#writes.push({
      op: 'put',
      store: 'accounts',
      record: { id, name, ...(institution !== '' && { institution }), country, currency, kind }
    });
  }

  #assetFor(ref: string, accountRef: string): void {
    if (!isNew(ref) || this.#made.has(ref)) return;
    const make = JSON.parse(ref.slice(4)) as AssetToMake;
    const id = this.#ids.randomId();
    this.#made.set(ref, id);
    this.#assets.push(make.name);
    const wkn = this.#plan.assets.find((asset) => asset.ref === ref)?.wkn ?? '';
    this.#writes.push({
      op: 'put',
      store: 'assets',
      record: assetRecord(make, { id, accountId: this.#idOf(accountRef), wkn, ownerCountry: this.#ids.homeCountry })
    });
  }
}

export function assetRecord(
  { name, isin, symbol, assetType, country, currency }: AssetToMake,
  own: { readonly id: string; readonly accountId: string; readonly wkn: string; readonly ownerCountry: string }
): Readonly<Record<string, unknown>> {
  return {
    id: own.id,
    accountId: own.accountId,
    name,
    ...(symbol !== '' && { symbol }),
    ...(isin !== '' && { isin }),
    ...(own.wkn !== '' && { identifiers: { wkn: own.wkn } }),
    assetType,
    primaryCountry: country,
    ownerCountry: own.ownerCountry === '' ? country : own.ownerCountry,
    primaryCurrency: currency,
    currentValue: '0',
    quantity: '0',
    tags: [],
    isActive: true,
    isIncludedInPortfolio: true
  };
}

/** As they happened. A file that begins with the newest day is read from its end. */
function inOrder(items: readonly (readonly PlannedBooking[])[]): readonly { readonly booking: PlannedBooking }[] {
  const first = items[0]?.[0]?.date ?? '';
  const last = items.at(-1)?.[0]?.date ?? '';
  const forward = first > last ? items.toReversed() : items;
  return forward
    .flat()
    .map((booking, at) => ({ booking, at, moment: `${booking.date} ${booking.time ?? ''}` }))
    .sort((a, b) => (a.moment < b.moment ? -1 : a.moment > b.moment ? 1 : a.at - b.at));
}
