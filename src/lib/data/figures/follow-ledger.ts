/** The ledger after a few rows were written: only they are read, and what they do not concern stays as it was found. */
import { dayNumber, type RateSeries } from '../../domain';
import { accountOf, assetOf, dueOf, settingsOf, type DueFacts, type SettingsFacts } from './facts';
import { Ledger, type Stamp } from './ledger';
import { priceRowOf } from './ledger-builder';
import type { ChangedRow } from './noted-changes';
import { priceSeriesOf, type PriceSeries } from './prices';
import { ratesOf } from './rates';
import type { StoredRows } from './read-ledger';
import {
  comparing,
  isSameRow,
  merged,
  notADay,
  someOf,
  TransactionsBuilder,
  type TransactionNames,
  type Transactions
} from './transactions';

/** More rows than this are quicker read all together. */
const mostRows = 1_000;

/** Null where it is quicker, or safer, to read everything. */
export async function followLedger(
  ledger: Ledger,
  rows: StoredRows,
  stamp: Stamp,
  changes: readonly ChangedRow[]
): Promise<Ledger | null> {
  if (changes.length > mostRows) return null;
  const keys = (store: string): IDBValidKey[] => changes.filter((row) => row.store === store).map(({ key }) => key);
  const changed = new Set<number>();
  const settings = keys('settings').length === 0 ? ledger.settings : await readSettings(rows, ledger.settings);
  const accounts = await readFacts(
    rows,
    'accounts',
    keys('accounts'),
    ledger.names.accounts,
    ledger.accounts,
    accountOf
  );
  const assets = await readFacts(rows, 'assets', keys('assets'), ledger.names.assets, ledger.assets, assetOf);
  for (const number of assets.changed) changed.add(number);
  const transactions = await readMonths(rows, ledger, keys('transactions'), changed);
  const prices = await readPrices(rows, ledger, keys('prices'), changed);
  const rates = keys('fxRates').length === 0 ? ledger.rates : await readRates(rows);
  const dues = keys('complianceRequirements').length === 0 ? ledger.dues : await readDues(rows);
  const { names } = ledger;
  // A currency of an account, or a rate, may concern any asset.
  const all = accounts.changed.size > 0 || rates !== ledger.rates;
  return new Ledger(
    {
      stamp,
      settings,
      accounts: names.accounts.all.map((_, number) => accounts.facts[number] ?? null),
      assets: names.assets.all.map((_, number) => assets.facts[number] ?? null),
      dues,
      names,
      transactions,
      prices,
      rates
    },
    { ledger, changed: all ? 'all' : changed }
  );
}

async function readSettings(rows: StoredRows, before: SettingsFacts): Promise<SettingsFacts> {
  let settings = before;
  await rows.each('settings', (record) => void (settings = settingsOf(record)));
  return settings;
}

async function readRates(rows: StoredRows): Promise<readonly RateSeries[]> {
  const rates: RateSeries[] = [];
  await rows.each('fxRates', (record) => void rates.push(ratesOf(record)));
  return rates;
}

async function readDues(rows: StoredRows): Promise<readonly DueFacts[]> {
  const dues: DueFacts[] = [];
  await rows.each('complianceRequirements', (record) => {
    const due = dueOf(record);
    if (due !== null) dues.push(due);
  });
  return dues;
}

/** Facts of single rows; those that are gone become null. */
async function readFacts<T>(
  rows: StoredRows,
  store: string,
  keys: readonly IDBValidKey[],
  names: Ledger['names']['assets'],
  before: readonly (T | null)[],
  factsOf: (record: Parameters<typeof assetOf>[0]) => T
): Promise<{ readonly facts: readonly (T | null)[]; readonly changed: ReadonlySet<number> }> {
  if (keys.length === 0) return { facts: before, changed: new Set() };
  const facts = [...before];
  const changed = new Set<number>();
  for (const key of keys) {
    const number = names.number(String(key));
    facts[number] = null;
    changed.add(number);
  }
  await rows.within(store, keys, (record) => void (facts[names.number(String(record['id']))] = factsOf(record)));
  return { facts, changed };
}

/** Whole months of accounts, put in the place of what they were. */
async function readMonths(
  rows: StoredRows,
  ledger: Ledger,
  keys: readonly IDBValidKey[],
  changed: Set<number>
): Promise<Transactions> {
  const { transactions, names } = ledger;
  if (keys.length === 0) return transactions;
  const builder = new TransactionsBuilder(names);
  await rows.within('transactions', keys, (record) => builder.push(record));
  const fresh = builder.finish();
  const { gone, added } = differing(transactions, rowsIn(ledger, keys), fresh, names);
  for (const row of gone) changed.add(transactions.assets[row] as number);
  for (const row of added) changed.add(fresh.assets[row] as number);
  return merged(transactions, gone, someOf(fresh, added), names);
}

/** The rows of these months, in ascending order. */
function rowsIn({ transactions, names }: Ledger, keys: readonly IDBValidKey[]): readonly number[] {
  const { count, accounts, days, extras } = transactions;
  const concerned = new Uint8Array(names.accounts.all.length);
  const wanted = new Set<string>();
  for (const key of keys) {
    const [account = '', month = ''] = key as readonly string[];
    const number = names.accounts.number(account);
    concerned[number] = 1;
    wanted.add(`${number} ${month}`);
  }
  const months = monthsOf(wanted);
  const rows: number[] = [];
  for (let row = 0; row < count; row++) {
    const account = accounts[row] as number;
    if (concerned[account] !== 1) continue;
    const day = days[row] as number;
    const isIn =
      day === notADay
        ? wanted.has(`${account} ${(extras.get(row)?.date ?? '').slice(0, 7)}`)
        : months.some((month) => month.account === account && day >= month.from && day < month.to);
    if (isIn) rows.push(row);
  }
  return rows;
}

/** A month holds many transactions of which nothing changed: they stay where they are. Both lists are in order. */
function differing(
  before: Transactions,
  rows: readonly number[],
  fresh: Transactions,
  names: TransactionNames
): { readonly gone: readonly number[]; readonly added: readonly number[] } {
  const compare = comparing(names);
  const gone: number[] = [];
  const added: number[] = [];
  let next = 0;
  for (const row of rows) {
    while (next < fresh.count && compare(fresh, next, before, row) < 0) added.push(next++);
    if (next < fresh.count && compare(fresh, next, before, row) === 0 && isSameRow(before, row, fresh, next)) next++;
    else gone.push(row);
  }
  while (next < fresh.count) added.push(next++);
  return { gone, added };
}

function monthsOf(gone: ReadonlySet<string>): readonly { account: number; from: number; to: number }[] {
  return [...gone].flatMap((key) => {
    const [account = '', month = ''] = key.split(' ');
    if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) return [];
    const next = month.endsWith('12')
      ? `${String(Number(month.slice(0, 4)) + 1).padStart(4, '0')}-01`
      : `${month.slice(0, 5)}${String(Number(month.slice(5)) + 1).padStart(2, '0')}`;
    return [{ account: Number(account), from: dayNumber(`${month}-01`), to: dayNumber(`${next}-01`) }];
  });
}

/** All years of the assets concerned. */
async function readPrices(
  rows: StoredRows,
  ledger: Ledger,
  keys: readonly IDBValidKey[],
  changed: Set<number>
): Promise<ReadonlyMap<number, PriceSeries>> {
  if (keys.length === 0) return ledger.prices;
  const prices = new Map(ledger.prices);
  for (const id of new Set(keys.map((key) => (key as readonly string[])[0] ?? ''))) {
    const found: ReturnType<typeof priceRowOf>[] = [];
    await rows.within('prices', [rows.beginningWith(id)], (record) => void found.push(priceRowOf(record)));
    const asset = ledger.names.assets.number(id);
    changed.add(asset);
    const series = priceSeriesOf(found);
    if (series === null) prices.delete(asset);
    else prices.set(asset, series);
  }
  return prices;
}
