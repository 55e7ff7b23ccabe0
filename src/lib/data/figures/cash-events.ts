/** What transactions do to the cash of accounts that keep it, in columns. */
import { cashEffect, cashKeeping, type CashKeeping, type Decimal } from '../../domain';
import type { Ledger } from './ledger';
import { effectCoefficients, RowAmounts } from './row-amounts';
import type { Coefficients } from './transactions';

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
    const { accounts, types, assets, count } = ledger.transactions;
    const rows = new Uint32Array(count);
    const currencies = new Uint16Array(count);
    const digits = new Float64Array(count);
    const places = new Uint8Array(count);
    const exact = new Map<number, Decimal>();
    let found = 0;
    const signs = effectCoefficients(ledger, 'cash', cashEffect);
    const amounts = new RowAmounts(ledger);
    for (let row = 0; row < count; row++) {
      if (!kept.has(accounts[row] as number)) continue;
      amounts.cash(row, signs[2 * (types[row] as number) + (assets[row] === 0 ? 0 : 1)] as Coefficients);
      if (amounts.isNothing) continue;
      rows[found] = row;
      currencies[found] = amounts.currency;
      digits[found] = amounts.exact === null ? amounts.digits : Number.NaN;
      places[found] = amounts.places;
      if (amounts.exact !== null) exact.set(found, amounts.exact);
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
