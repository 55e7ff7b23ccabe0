/** Every account with what lies in it. */
import { decimalText, zero, type AccountFigures, type Decimal } from '../../../domain';
import { cashLeft } from '../account-cash';
import { byAccount } from '../groups';
import { textOf } from '../run';
import type { Valuation } from '../valuation';

export function accounts(valuation: Valuation): readonly AccountFigures[] {
  const { ledger, conversion, day } = valuation;
  const values = new Map<string, Decimal | null>();
  const add = (account: string, amount: Decimal | null): void => {
    const sum = values.get(account) ?? (values.has(account) ? null : zero);
    values.set(account, sum && amount && sum.plus(amount));
  };
  const assets = new Map<string, number>();
  for (const asset of ledger.assetNumbers()) {
    const { accountId, isActive } = valuation.facts(asset);
    if (isActive) assets.set(accountId, (assets.get(accountId) ?? 0) + 1);
    const { counts, base } = valuation.worth(asset);
    if (!counts) continue;
    if (base === null) add(accountId, null);
    for (const [account, amount] of byAccount(valuation, asset)) add(account, amount);
  }
  const cash = cashLeft(ledger, day);
  for (const { account, currency, amount } of cash)
    add(ledger.names.accounts.text(account), conversion.exact(amount, currency, day));
  const transactions = new Uint32Array(ledger.names.accounts.all.length);
  for (const account of ledger.transactions.accounts) (transactions[account] as number)++;
  return ledger.accounts.flatMap((facts, number): AccountFigures[] => {
    if (facts === null) return [];
    return [
      {
        ...facts,
        assets: assets.get(facts.id) ?? 0,
        transactions: transactions[number] ?? 0,
        cash: cash
          .filter(({ account }) => account === number)
          .map(({ currency, amount }) => ({
            amount: decimalText(amount),
            currency: ledger.names.currencies.text(currency)
          }))
          .sort((a, b) => (a.currency < b.currency ? -1 : 1)),
        baseValue: values.has(facts.id) ? textOf(values.get(facts.id) ?? null) : '0'
      }
    ];
  });
}
