/** Amounts in base currency by the keys of one dimension. */
import { decimalText, ratio, zero, type Decimal, type Dimension, type TotalLine } from '../../domain';
import { cashLeft } from './account-cash';
import type { Ledger } from './ledger';
import { keysOf, labelOf } from './part';
import { unitsOf, unitsOn } from './units';
import type { Valuation } from './valuation';

export interface Group {
  readonly key: string;
  readonly amount: Decimal;
  readonly assets: number;
}

/** Largest first. Of counted assets and of cash; what has several tags counts in each. */
export function groupsBy(valuation: Valuation, by: Dimension): readonly Group[] {
  const { ledger } = valuation;
  const sums = new Map<string, { amount: Decimal; assets: number }>();
  const add = (key: string, amount: Decimal, assets: number): void => {
    const sum = sums.get(key);
    sums.set(
      key,
      sum === undefined ? { amount, assets } : { amount: sum.amount.plus(amount), assets: sum.assets + assets }
    );
  };
  for (const asset of ledger.assetNumbers()) {
    const { counts, base, units } = valuation.worth(asset);
    if (!counts || base === null) continue;
    // What was sold to the last unit lies nowhere any more, and neither does what only income is known of.
    if (base.eq(zero) && !units?.gt(zero)) continue;
    if (by === 'account') for (const [account, amount] of byAccount(valuation, asset)) add(account, amount, 1);
    else for (const key of keysOf(valuation.facts(asset), by)) add(key, base, 1);
  }
  for (const { account, currency, amount } of cashLeft(ledger, valuation.day)) {
    const base = valuation.conversion.exact(amount, currency, valuation.day);
    if (base !== null) add(cashKey(ledger, by, account, currency), base, 0);
  }
  return [...sums]
    .map(([key, sum]) => ({ key, ...sum }))
    .sort((a, b) => b.amount.cmp(a.amount) || (a.key < b.key ? -1 : 1));
}

export function totalLines(ledger: Ledger, by: Dimension, groups: readonly Group[]): TotalLine[] {
  const whole = groups.reduce((sum, { amount }) => sum.plus(amount.abs()), zero);
  return groups.map(({ key, amount, assets }) => ({
    key,
    label: labelOf(ledger, by, key),
    amount: decimalText(amount),
    share: ratio(amount.abs(), whole),
    assets
  }));
}

/** An asset's worth by the id of the account that it lies in. */
export function byAccount(valuation: Valuation, asset: number): ReadonlyMap<string, Decimal> {
  const { ledger } = valuation;
  const { base, basis, units, amount } = valuation.worth(asset);
  const facts = valuation.facts(asset);
  const amounts = new Map<string, Decimal>();
  if (base === null) return amounts;
  const { tracks } = unitsOf(ledger, asset);
  if (basis !== 'holding × price' || tracks.length < 2 || units === null || amount.eq(zero)) {
    const single = basis === 'holding × price' ? tracks[0] : undefined;
    return amounts.set(single === undefined ? facts.accountId : ledger.names.accounts.text(single.account), base);
  }
  let rest = base;
  const all = unitsOf(ledger, asset);
  tracks.forEach(({ account }, at) => {
    const own = unitsOn(all, valuation.day, (number) => number === account) ?? zero;
    const price = valuation.worth(asset).price?.close ?? zero;
    // The last one gets what is left, so that the parts add up to the whole.
    const part =
      at === tracks.length - 1
        ? rest
        : (valuation.conversion.exact(
            valuation.signed(asset, own.times(price)),
            valuation.currencyOf(asset),
            valuation.day
          ) ?? zero);
    rest = rest.minus(part);
    if (!part.eq(zero)) amounts.set(ledger.names.accounts.text(account), part);
  });
  return amounts;
}

function cashKey(ledger: Ledger, by: Dimension, account: number, currency: number): string {
  switch (by) {
    case 'class':
      return 'cash';
    case 'type':
      return 'accountCash';
    case 'country':
      return ledger.accounts[account]?.country ?? '';
    case 'currency':
      return ledger.names.currencies.text(currency);
    case 'account':
      return ledger.names.accounts.text(account);
    case 'sector':
    case 'tag':
      return 'cash';
  }
}
