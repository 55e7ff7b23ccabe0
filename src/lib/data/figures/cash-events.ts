/** What transactions do to the cash of accounts that keep it, in columns. */
import { cashEffect, cashKeeping, zero, type CashKeeping, type Decimal } from '../../domain';
import { absent, decimalAt, decimalOrZero, ExactSum, isSafe, rescaled } from './decimals';
import type { Ledger } from './ledger';
import { coefficientsOf, type Coefficients, type Transactions } from './transactions';

/** One entry for each transaction that moves cash, in the order of the rows. */
export interface CashEvents {
  readonly rows: Uint32Array;
  /** The currency in which the cash lies then. */
  readonly currencies: Uint16Array;
  /** `NaN` where the amount is in `exact`. */
  readonly digits: Float64Array;
  readonly places: Uint8Array;
  readonly exact: ReadonlyMap<number, Decimal>;
}

/** How each account keeps its cash, by its id. */
export function keepingOf(ledger: Ledger): ReadonlyMap<string, CashKeeping> {
  return ledger.once('keeping', () => {
    const { accounts, types, assets, count } = ledger.transactions;
    const { names } = ledger;
    // One booking of each kind and account says as much as all of them.
    const kinds = new Map<number, { accountId: string; type: string; assetId: string | null }>();
    const typesCount = names.types.all.length;
    for (let row = 0; row < count; row++) {
      const hasAsset = assets[row] === 0 ? 0 : 1;
      const kind = ((accounts[row] as number) * typesCount + (types[row] as number)) * 2 + hasAsset;
      if (kinds.has(kind)) continue;
      const accountId = names.accounts.text(accounts[row] as number);
      kinds.set(kind, { accountId, type: names.types.text(types[row] as number), assetId: hasAsset === 0 ? null : '' });
    }
    return cashKeeping(
      kinds.values(),
      ledger.assets.filter((asset) => asset !== null)
    );
  });
}

/** Numbers of the accounts whose cash is kept by their bookings. */
export function keptAccounts(ledger: Ledger): ReadonlySet<number> {
  return ledger.once('kept accounts', () => {
    const kept = new Set<number>();
    for (const [id, keeping] of keepingOf(ledger)) if (keeping === 'kept') kept.add(ledger.names.accounts.number(id));
    return kept;
  });
}

/** Of accounts that keep their cash. */
export function cashEventsOf(ledger: Ledger): CashEvents {
  return ledger.once('cash', () => {
    const kept = keptAccounts(ledger);
    const { accounts, count } = ledger.transactions;
    const rows = new Uint32Array(count);
    const currencies = new Uint16Array(count);
    const digits = new Float64Array(count);
    const places = new Uint8Array(count);
    const exact = new Map<number, Decimal>();
    let found = 0;
    const move = cashMoves(ledger);
    for (let row = 0; row < count; row++) {
      if (!kept.has(accounts[row] as number) || !move(row)) continue;
      rows[found] = row;
      currencies[found] = moved.currency;
      digits[found] = moved.digits;
      places[found] = moved.places;
      if (moved.exact !== null) exact.set(found, moved.exact);
      found++;
    }
    return {
      rows: rows.subarray(0, found),
      currencies: currencies.subarray(0, found),
      digits: digits.subarray(0, found),
      places: places.subarray(0, found),
      exact
    };
  });
}

/** One object for every answer: read it before the next question. */
const moved: { currency: number; digits: number; places: number; exact: Decimal | null } = {
  currency: 0,
  digits: 0,
  places: 0,
  exact: null
};

/** Tells of each row whether it moves cash, and how in {@link moved}. */
function cashMoves(ledger: Ledger): (row: number) => boolean {
  const { transactions, names } = ledger;
  const signs = effectCoefficients(ledger, 'cash', (booking) => cashEffect(booking));
  const accountCurrencies = names.accounts.all.map((_, account) =>
    names.currencies.number(ledger.accounts[account]?.currency ?? '')
  );
  return (row) => {
    const sign = signs[
      2 * (transactions.types[row] as number) + (transactions.assets[row] === 0 ? 0 : 1)
    ] as Coefficients;
    const own = transactions.currencies[row] as number;
    const account = accountCurrencies[transactions.accounts[row] as number] as number;
    const rate = transactions.fxRate;
    const exchanged = own !== account && rate.places[row] !== absent && !((rate.digits[row] as number) <= 0);
    moved.currency = exchanged ? account : own;
    moved.exact = null;
    if (!combine(transactions, row, sign)) {
      let amount = combinedExactly(transactions, row, sign);
      if (exchanged) amount = amount.times(decimalOrZero(rate, row));
      moved.exact = amount;
      moved.digits = Number.NaN;
      return true;
    }
    moved.digits = combined.digits;
    moved.places = combined.places;
    if (moved.digits === 0) return false;
    if (!exchanged) return true;
    const product = moved.digits * (rate.digits[row] as number);
    const sum = moved.places + (rate.places[row] as number);
    if (isSafe(product) && sum < absent) {
      moved.digits = product;
      moved.places = sum;
    } else {
      moved.exact = combinedExactly(transactions, row, sign).times(decimalOrZero(rate, row));
      moved.digits = Number.NaN;
    }
    return true;
  };
}

/** For each type without and with an asset. */
export function effectCoefficients(
  ledger: Ledger,
  key: string,
  amount: (booking: Parameters<typeof cashEffect>[0]) => Decimal
): readonly Coefficients[] {
  const types = ledger.names.types.all;
  return ledger.once(`coefficients ${key} ${types.length}`, () =>
    types.flatMap((type) => [null, 'asset'].map((assetId) => coefficientsOf(amount, { type, assetId })))
  );
}

/** One object for every answer: read it before the next question. */
export const combined = { digits: 0, places: 0 };

/** Gross, fees and taxes of a row as they count; false where digits do not suffice. */
export function combine({ gross, fees, taxes }: Transactions, row: number, sign: Coefficients): boolean {
  let places = 0;
  const scale = (own: number): void => {
    if (own !== absent && own > places) places = own;
  };
  scale(gross.places[row] as number);
  scale(fees.places[row] as number);
  scale(taxes.places[row] as number);
  let digits = 0;
  if (sign.gross !== 0 && gross.places[row] !== absent)
    digits += sign.gross * rescaled(gross.digits[row] as number, gross.places[row] as number, places);
  if (sign.fees !== 0 && fees.places[row] !== absent)
    digits += sign.fees * rescaled(fees.digits[row] as number, fees.places[row] as number, places);
  if (sign.taxes !== 0 && taxes.places[row] !== absent)
    digits += sign.taxes * rescaled(taxes.digits[row] as number, taxes.places[row] as number, places);
  combined.digits = digits;
  combined.places = places;
  return isSafe(digits);
}

export function combinedExactly({ gross, fees, taxes }: Transactions, row: number, sign: Coefficients): Decimal {
  const sum = new ExactSum();
  for (const [column, by] of [
    [gross, sign.gross],
    [fees, sign.fees],
    [taxes, sign.taxes]
  ] as const) {
    const amount = by === 0 ? null : decimalAt(column, row);
    if (amount !== null) sum.addDecimal(by > 0 ? amount : zero.minus(amount));
  }
  return sum.total();
}
