/**
 * A ledger as one file: a header with what is few, and the columns as they lie in memory. Derived data: whatever is
 * wrong with a file, it is left alone and the ledger is built from the rows.
 *
 *     "WWLEDGER" | SHA-256 of all that follows | length of the header, 8 bytes | header, JSON | columns, each at 8 bytes
 */
import { dayNumber, type RateSeries } from '../../domain';
import { textOfDay } from './day-texts';
import type { Decimals } from './decimals';
import { Ledger, type LedgerContent, type Stamp } from './ledger';
import { Names } from './names';
import type { PriceSeries } from './prices';
import { amountColumns, type Extras, type Transactions } from './transactions';

/** Grows with every change of what is written here: other files are not read. */
const format = 1;
const mark = 'WWLEDGER';
const digestAt = 8;
const lengthAt = 40;
const headerAt = 48;

const kinds = { Float64Array, Int32Array, Uint32Array, Uint16Array, Uint8Array } as const;
type Column = Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array;
type Others<V> = readonly (readonly [number, V])[];

interface Header extends Pick<LedgerContent, 'stamp' | 'settings' | 'assets' | 'accounts' | 'dues'> {
  readonly format: number;
  readonly names: Readonly<Record<keyof LedgerContent['names'], readonly string[]>>;
  readonly count: number;
  readonly extras: Others<Extras>;
  readonly others: Readonly<Record<string, Others<string>>>;
  readonly prices: readonly {
    readonly asset: number;
    readonly count: number;
    readonly places: number;
    readonly others: Others<string>;
  }[];
  readonly rates: readonly { readonly base: string; readonly quote: string; readonly rates: readonly string[] }[];
  readonly columns: readonly { readonly name: string; readonly kind: keyof typeof kinds; readonly length: number }[];
}

export async function encodeLedger(ledger: Ledger): Promise<Uint8Array<ArrayBuffer>> {
  const { transactions: rows, names, stamp, settings, assets, accounts, dues } = ledger;
  const priced = [...ledger.prices];
  const columns: Record<string, Column> = {
    ids: rows.ids.bytes,
    assets: rows.assets,
    accounts: rows.accounts,
    days: rows.days,
    types: rows.types,
    currencies: rows.currencies,
    created: rows.created.times,
    priceDays: joined(
      Int32Array,
      priced.map(([, { days }]) => days)
    ),
    priceDigits: narrow(
      joined(
        Float64Array,
        priced.map(([, { digits }]) => digits)
      )
    ),
    rateDays: Int32Array.from(ledger.rates.flatMap(({ days }) => days.map(dayNumber)))
  };
  const others: Record<string, Others<string>> = { ids: [...rows.ids.others], created: [...rows.created.others] };
  for (const name of amountColumns) {
    columns[name] = narrow(rows[name].digits);
    columns[`${name} places`] = rows[name].places;
    others[name] = [...rows[name].others];
  }
  const header: Header = {
    format,
    stamp,
    settings,
    assets,
    accounts,
    dues,
    names: {
      assets: names.assets.all,
      accounts: names.accounts.all,
      types: names.types.all,
      currencies: names.currencies.all
    },
    count: rows.count,
    extras: [...rows.extras],
    others,
    prices: priced.map(([asset, series]) => ({
      asset,
      count: series.days.length,
      places: series.places,
      others: [...series.others]
    })),
    rates: ledger.rates.map(({ base, quote, rates }) => ({ base, quote, rates })),
    columns: Object.entries(columns).map(([name, column]) => ({ name, kind: kindOf(column), length: column.length }))
  };
  return sealed(new TextEncoder().encode(JSON.stringify(header)), Object.values(columns));
}

/** Which state of the data a file is of, without looking further; null for what is no such file. */
export function stampOf(bytes: Uint8Array<ArrayBuffer>): Stamp | null {
  return headerOf(bytes)?.stamp ?? null;
}

/** Null for a file that is not whole, not of this format, or not of this state of the data. */
export async function decodeLedger(bytes: Uint8Array<ArrayBuffer>, wanted: Stamp): Promise<Ledger | null> {
  const header = headerOf(bytes);
  if (header === null || JSON.stringify(header.stamp) !== JSON.stringify(wanted)) return null;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes.subarray(lengthAt)));
  if (!digest.every((byte, at) => byte === bytes[digestAt + at])) return null;
  const columns = columnsOf(bytes, header);
  const decimals = (name: string): Decimals => ({
    digits: widened(columns.get(name)),
    places: columns.get(`${name} places`) as Uint8Array,
    others: new Map(header.others[name])
  });
  const transactions: Transactions = {
    count: header.count,
    ids: { bytes: columns.get('ids') as Uint8Array, others: new Map(header.others['ids']) },
    assets: columns.get('assets') as Uint32Array,
    accounts: columns.get('accounts') as Uint32Array,
    days: columns.get('days') as Int32Array,
    types: columns.get('types') as Uint16Array,
    currencies: columns.get('currencies') as Uint16Array,
    quantity: decimals('quantity'),
    price: decimals('price'),
    gross: decimals('gross'),
    fees: decimals('fees'),
    taxes: decimals('taxes'),
    fxRate: decimals('fxRate'),
    created: { times: columns.get('created') as Float64Array, others: new Map(header.others['created']) },
    extras: new Map(header.extras)
  };
  const { stamp, settings, assets, accounts, dues, names } = header;
  return new Ledger({
    stamp,
    settings,
    assets,
    accounts,
    dues,
    names: {
      assets: new Names(names.assets),
      accounts: new Names(names.accounts),
      types: new Names(names.types),
      currencies: new Names(names.currencies)
    },
    transactions,
    prices: pricesOf(header, columns),
    rates: ratesOf(header, columns.get('rateDays') as Int32Array)
  });
}

function headerOf(bytes: Uint8Array<ArrayBuffer>): Header | null {
  try {
    if (new TextDecoder().decode(bytes.subarray(0, digestAt)) !== mark) return null;
    const length = Number(new DataView(bytes.buffer, bytes.byteOffset + lengthAt, 8).getBigUint64(0, true));
    const header = JSON.parse(new TextDecoder().decode(bytes.subarray(headerAt, headerAt + length))) as Header;
    return header.format === format ? header : null;
  } catch {
    return null;
  }
}

async function sealed(header: Uint8Array, columns: readonly Column[]): Promise<Uint8Array<ArrayBuffer>> {
  let size = aligned(headerAt + header.length);
  for (const { byteLength } of columns) size = aligned(size + byteLength);
  const bytes = new Uint8Array(size);
  bytes.set(new TextEncoder().encode(mark));
  new DataView(bytes.buffer).setBigUint64(lengthAt, BigInt(header.length), true);
  bytes.set(header, headerAt);
  let at = aligned(headerAt + header.length);
  for (const column of columns) {
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), at);
    at = aligned(at + column.byteLength);
  }
  bytes.set(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes.subarray(lengthAt))), digestAt);
  return bytes;
}

function columnsOf(bytes: Uint8Array<ArrayBuffer>, header: Header): ReadonlyMap<string, Column> {
  const length = Number(new DataView(bytes.buffer, bytes.byteOffset + lengthAt, 8).getBigUint64(0, true));
  let at = aligned(headerAt + length);
  const columns = new Map<string, Column>();
  for (const { name, kind, length: count } of header.columns) {
    const column = new kinds[kind](bytes.buffer, bytes.byteOffset + at, count);
    columns.set(name, column);
    at = aligned(at + column.byteLength);
  }
  return columns;
}

function pricesOf(header: Header, columns: ReadonlyMap<string, Column>): ReadonlyMap<number, PriceSeries> {
  const days = columns.get('priceDays') as Int32Array;
  const digits = widened(columns.get('priceDigits'));
  let from = 0;
  return new Map(
    header.prices.map(({ asset, count, places, others }) => {
      const to = from + count;
      const series = {
        days: days.subarray(from, to),
        digits: digits.subarray(from, to),
        places,
        others: new Map(others)
      };
      from = to;
      return [asset, series];
    })
  );
}

function ratesOf({ rates }: Header, days: Int32Array): readonly RateSeries[] {
  let from = 0;
  return rates.map(({ base, quote, rates: own }) => {
    const texts = Array.from(days.subarray(from, from + own.length), textOfDay);
    from += own.length;
    return { base, quote, days: texts, rates: own };
  });
}

function joined<T extends Float64Array | Int32Array>(kind: new (length: number) => T, parts: readonly T[]): T {
  const whole = new kind(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** In half the bytes, where all digits allow it: most prices and amounts do. */
function narrow(digits: Float64Array): Float64Array | Int32Array {
  for (const value of digits) if (value !== (value | 0)) return digits;
  return Int32Array.from(digits);
}

function widened(column: Column | undefined): Float64Array {
  return column instanceof Float64Array ? column : Float64Array.from(column ?? []);
}

function kindOf(column: Column): keyof typeof kinds {
  const found = Object.entries(kinds).find(([, kind]) => column instanceof kind);
  return (found?.[0] ?? 'Uint8Array') as keyof typeof kinds;
}

function aligned(at: number): number {
  return (at + 7) & ~7;
}
