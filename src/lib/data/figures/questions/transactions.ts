/** Transactions that pass a filter, a page of them at a time. */
import { dayNumber, type FigureQuestion, type TransactionFilter, type TransactionPage } from '../../../domain';
import { BaseSum } from '../base-sums';
import { decimalAt } from '../decimals';
import type { Ledger } from '../ledger';
import { textOf } from '../run';
import { comparingTimes } from '../transactions';
import type { Valuation } from '../valuation';
import { wrongRowsOf } from '../wrong-rows';
import { linesOf } from './transaction-lines';

type Asked = Pick<Extract<FigureQuestion, { ask: 'transactions' }>, 'filter' | 'from' | 'count'>;

export function transactions(valuation: Valuation, { filter, from, count }: Asked): TransactionPage {
  const { ledger } = valuation;
  const passes = passing(ledger, filter);
  const rows = inTime(ledger).filter(passes);
  const [gross, fees, taxes] = [new BaseSum(valuation), new BaseSum(valuation), new BaseSum(valuation)];
  for (const row of rows) {
    gross.add(row, { gross: 1, fees: 0, taxes: 0 });
    fees.add(row, { gross: 0, fees: 1, taxes: 0 });
    taxes.add(row, { gross: 0, fees: 0, taxes: 1 });
  }
  if (filter.order === 'largest') largestFirst(valuation, rows);
  else if (filter.order !== 'oldest') rows.reverse();
  const begin = Math.max(0, from);
  return {
    total: rows.length,
    from: begin,
    lines: linesOf(valuation, [...rows.subarray(begin, begin + Math.max(0, count))]),
    sums: { gross: textOf(gross.total()), fees: textOf(fees.total()), taxes: textOf(taxes.total()) }
  };
}

/** All rows in the order in which they take effect. */
function inTime(ledger: Ledger): Int32Array {
  return ledger.once('rows in time', () => {
    const compare = comparingTimes(ledger.names);
    const { transactions: all } = ledger;
    return Int32Array.from({ length: all.count }, (_, row) => row).sort((a, b) => compare(all, a, all, b));
  });
}

function passing(ledger: Ledger, filter: TransactionFilter): (row: number) => boolean {
  const { assets, accounts, days, types, extras } = ledger.transactions;
  const { names } = ledger;
  const tests: ((row: number) => boolean)[] = [];
  const { accountId, assetId, types: wanted, from, to, wrong, text } = filter;
  if (accountId !== undefined) {
    const account = names.accounts.find(accountId);
    tests.push((row) => accounts[row] === account);
  }
  if (assetId !== undefined) {
    const asset = assetId === '' ? 0 : names.assets.find(assetId);
    tests.push((row) => assets[row] === asset);
  }
  if (wanted !== undefined && wanted.length > 0) {
    const numbers = new Set(wanted.map((type) => names.types.find(type)));
    tests.push((row) => numbers.has(types[row]));
  }
  const [first, last] = [dayOf(from), dayOf(to)];
  if (first !== null) tests.push((row) => (days[row] as number) >= first);
  if (last !== null) tests.push((row) => (days[row] as number) <= last);
  if (wrong === true) {
    const { oversold, others } = wrongRowsOf(ledger);
    const rows = new Set([...oversold, ...others.keys()]);
    tests.push((row) => rows.has(row));
  }
  const words = (text ?? '')
    .toLocaleLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length > 0) {
    const ofAsset = ledger.assets.map((asset) =>
      [asset?.name, asset?.symbol, asset?.isin].join('\n').toLocaleLowerCase()
    );
    const ofAccount = ledger.accounts.map((account) => (account?.name ?? '').toLocaleLowerCase());
    const ofType = names.types.all.map((type) => type.toLocaleLowerCase());
    tests.push((row) => {
      const note = extras.get(row)?.note?.toLocaleLowerCase() ?? '';
      const all = [
        ofAsset[assets[row] as number],
        ofAccount[accounts[row] as number],
        ofType[types[row] as number],
        note
      ];
      return words.every((word) => all.some((some) => some?.includes(word)));
    });
  }
  return (row) => tests.every((test) => test(row));
}

function dayOf(text: string | undefined): number | null {
  if (text === undefined || text === '') return null;
  try {
    return dayNumber(text);
  } catch {
    // Half a date, while it is being typed.
    return null;
  }
}

/** By gross in base currency; what cannot be converted comes last. */
function largestFirst({ ledger, conversion }: Valuation, rows: Int32Array): void {
  const { gross, currencies, days } = ledger.transactions;
  const sizes = new Map<number, number>();
  for (const row of rows) {
    const amount = decimalAt(gross, row);
    const base = amount && conversion.exact(amount, currencies[row] as number, days[row] as number);
    sizes.set(row, base === null ? -1 : Math.abs(Number(base.toString())));
  }
  rows.sort((a, b) => (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0) || b - a);
}
