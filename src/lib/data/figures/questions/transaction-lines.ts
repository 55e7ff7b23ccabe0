/** Transactions as the screens show them. */
import { decimalText, rateFor, type TransactionLine } from '../../../domain';
import { cashAfter } from '../account-cash';
import { lotsOf } from '../asset-lots';
import { bookingAt, dateAt } from '../bookings';
import { keptAccounts } from '../cash-events';
import { atRateUsed } from '../convert';
import { decimalAt, type Decimals } from '../decimals';
import { idAt } from '../ids';
import type { Valuation } from '../valuation';
import { wrongRowsOf } from '../wrong-rows';

export function linesOf(valuation: Valuation, rows: readonly number[]): readonly TransactionLine[] {
  const { ledger, baseCurrency } = valuation;
  const { transactions, names } = ledger;
  const cash = cashAfter(ledger, rows);
  const kept = keptAccounts(ledger);
  const text = (column: Decimals, row: number): string | null => {
    const amount = decimalAt(column, row);
    return amount && decimalText(amount);
  };
  return rows.map((row): TransactionLine => {
    const booking = bookingAt(ledger, row);
    const asset = transactions.assets[row] as number;
    const account = transactions.accounts[row] as number;
    const after = cash.get(row);
    const isKept = kept.has(account);
    const rate = rateFor(booking, baseCurrency, ledger.rateTable);
    const base = atRateUsed(booking.gross, rate);
    return {
      id: idAt(transactions.ids, row),
      accountId: booking.accountId,
      account: ledger.accountName(account),
      assetId: booking.assetId,
      asset: asset === 0 ? null : (ledger.assets[asset]?.name ?? null),
      date: dateAt(ledger, row),
      type: booking.type,
      quantity: text(transactions.quantity, row),
      price: text(transactions.price, row),
      gross: decimalText(booking.gross),
      fees: text(transactions.fees, row),
      taxes: text(transactions.taxes, row),
      currency: booking.currency,
      fxRate: text(transactions.fxRate, row),
      note: transactions.extras.get(row)?.note ?? null,
      cashEffect: after === undefined ? (isKept ? '0' : null) : decimalText(after.effect),
      balance: after === undefined ? null : decimalText(after.balance),
      cashCurrency: after === undefined ? booking.accountCurrency : names.currencies.text(after.currency),
      baseGross: base && decimalText(base),
      issue: issueOf(valuation, row)
    };
  });
}

/** What is wrong with a transaction, in a sentence. */
function issueOf(valuation: Valuation, row: number): string | null {
  const { ledger } = valuation;
  const other = wrongRowsOf(ledger).others.get(row);
  if (other !== undefined) return other;
  const asset = ledger.transactions.assets[row] as number;
  if (asset === 0) return null;
  const { issues } = lotsOf(valuation, asset);
  if (issues.length === 0) return null;
  const id = idAt(ledger.transactions.ids, row);
  return issues.find((issue) => issue.id === id)?.message ?? null;
}

/** Newest first. */
export function newestRows(
  { ledger, day }: Valuation,
  count: number,
  compare: (a: number, b: number) => number
): number[] {
  const { days, count: all } = ledger.transactions;
  const newest: number[] = [];
  for (let row = 0; row < all; row++) {
    if ((days[row] as number) > day) continue;
    const last = newest[newest.length - 1];
    if (newest.length === count && last !== undefined && compare(row, last) <= 0) continue;
    let at = newest.length;
    while (at > 0 && compare(row, newest[at - 1] as number) > 0) at--;
    newest.splice(at, 0, row);
    if (newest.length > count) newest.pop();
  }
  return newest;
}
