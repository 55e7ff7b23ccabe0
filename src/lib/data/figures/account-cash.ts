/** Cash of accounts: what is left at the end of a day, and what was left after single transactions. */
import type { Decimal } from '../../domain';
import { cashEventsOf, keptAccounts } from './cash-events';
import { ExactSum, scaled } from './decimals';
import type { Ledger } from './ledger';
import { comparingTimes } from './transactions';

export interface CashLeft {
  readonly account: number;
  readonly currency: number;
  readonly amount: Decimal;
}

/** At the end of a day, of accounts that keep their cash; without those in which nothing is left. */
export function cashLeft(ledger: Ledger, day: number): readonly CashLeft[] {
  return ledger.once(`cash left ${day}`, () => {
    const { rows, currencies, digits, places, exact } = cashEventsOf(ledger);
    const { accounts, days } = ledger.transactions;
    const sums = new Map<number, { account: number; currency: number; sum: ExactSum }>();
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at] as number;
      if ((days[row] as number) > day) continue;
      const account = accounts[row] as number;
      const currency = currencies[at] as number;
      const key = account * 65_536 + currency;
      let entry = sums.get(key);
      if (entry === undefined) sums.set(key, (entry = { account, currency, sum: new ExactSum() }));
      const amount = exact.get(at);
      if (amount === undefined) entry.sum.add(digits[at] as number, places[at] as number);
      else entry.sum.addDecimal(amount);
    }
    return [...sums.values()]
      .map(({ account, currency, sum }) => ({ account, currency, amount: sum.total() }))
      .filter(({ amount }) => amount.c[0] !== 0);
  });
}

export interface CashAfter {
  readonly effect: Decimal;
  readonly balance: Decimal;
  readonly currency: number;
}

/** What rows did to the cash of their accounts, and what was there then. Rows of accounts that keep none are left out. */
export function cashAfter(ledger: Ledger, wanted: readonly number[]): ReadonlyMap<number, CashAfter> {
  const found = new Map<number, CashAfter>();
  const kept = keptAccounts(ledger);
  const { accounts } = ledger.transactions;
  const rows = new Set(wanted.filter((row) => kept.has(accounts[row] as number)));
  for (const account of new Set([...rows].map((row) => accounts[row] as number))) {
    const { currencies, digits, places, exact } = cashEventsOf(ledger);
    const sums = new Map<number, ExactSum>();
    for (const at of eventsInOrder(ledger, account)) {
      const row = cashEventsOf(ledger).rows[at] as number;
      const currency = currencies[at] as number;
      let sum = sums.get(currency);
      if (sum === undefined) sums.set(currency, (sum = new ExactSum()));
      const amount = exact.get(at);
      if (amount === undefined) sum.add(digits[at] as number, places[at] as number);
      else sum.addDecimal(amount);
      if (!rows.has(row)) continue;
      const effect = amount ?? scaled(digits[at] as number, places[at] as number);
      found.set(row, { effect, balance: sum.total(), currency });
    }
  }
  return found;
}

/** Places among the cash events of an account's events, in the order in which they take effect. */
function eventsInOrder(ledger: Ledger, account: number): Int32Array {
  return ledger.once(`cash of account ${account}`, () => {
    const { rows } = cashEventsOf(ledger);
    const { transactions } = ledger;
    const own = new Int32Array(rows.length);
    let count = 0;
    for (let at = 0; at < rows.length; at++) {
      if (transactions.accounts[rows[at] as number] === account) own[count++] = at;
    }
    const compare = comparingTimes(ledger.names);
    return own
      .subarray(0, count)
      .sort((a, b) => compare(transactions, rows[a] as number, transactions, rows[b] as number));
  });
}
