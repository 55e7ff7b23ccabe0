/** What all of it comes to on the day: counted assets, and cash of accounts that keep it. */
import { zero, type Decimal } from '../../domain';
import { cashLeft } from './account-cash';
import type { Valuation } from './valuation';

export interface Totals {
  readonly netWorth: Decimal;
  readonly owned: Decimal;
  /** Above zero. */
  readonly owed: Decimal;
  readonly cash: Decimal;
  /** Counted assets, and cash of accounts in one currency, without a value in base currency. */
  readonly unvalued: number;
  /** Currencies without a rate, and what needs one. */
  readonly missing: ReadonlyMap<string, number>;
}

export function totalsOf(valuation: Valuation): Totals {
  const { ledger, conversion, day } = valuation;
  return ledger.once(`totals ${day}`, () => {
    let owned = zero;
    let owed = zero;
    let cash = zero;
    let unvalued = 0;
    const missing = new Map<string, number>();
    const add = (base: Decimal | null, currency: string): boolean => {
      if (base === null) {
        unvalued++;
        missing.set(currency, (missing.get(currency) ?? 0) + 1);
        return false;
      }
      if (base.gt(zero)) owned = owned.plus(base);
      else owed = owed.minus(base);
      return true;
    };
    for (const asset of ledger.assetNumbers()) {
      const { counts, base } = valuation.worth(asset);
      if (counts) add(base, valuation.facts(asset).currency);
    }
    for (const { currency, amount } of cashLeft(ledger, day)) {
      const base = conversion.exact(amount, currency, day);
      if (add(base, ledger.names.currencies.text(currency)) && base !== null) cash = cash.plus(base);
    }
    return { netWorth: owned.minus(owed), owned, owed, cash, unvalued, missing };
  });
}
