/** The ledger after a few rows were written: only they are read, and what they do not concern stays as it was found. */
import { dayNumber, type RateSeries } from '../../domain';
import { accountOf, assetOf, dueOf, settingsOf, type DueFacts, type SettingsFacts } from './facts';
import { idAt } from './ids';
import { Ledger, type Stamp } from './ledger';
import { priceRowOf } from './ledger-builder';
import type { ChangedRow } from './noted-changes';
import { priceSeriesOf, type PriceSeries } from './prices';
import { ratesOf } from './rates';
import type { StoredRows } from './read-ledger';
import { isSameRow, merged, notADay, TransactionsBuilder, type Transactions } from './transactions';

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
  const replaced: number[] = [];
  const gone = new Set<string>();
  const accounts = new Set<number>();
  for (const key of keys) {
    const [account = '', month = ''] = key as readonly string[];
    accounts.add(names.accounts.number(account));
    gone.add(`${names.accounts.number(account)} ${month}`);
  }
  const months = monthsOf(gone);
  const stays = (row: number): boolean => {
    const account = transactions.accounts[row] as number;
    if (!accounts.has(account)) return true;
    const day = transactions.days[row] as number;
    const inMonth =
      day === notADay
        ? gone.has(`${account} ${(transactions.extras.get(row)?.date ?? '').slice(0, 7)}`)
        : months.some((month) => month.account === account && day >= month.from && day < month.to);
    if (inMonth) replaced.push(row);
    return !inMonth;
  };
  const all = merged(transactions, stays, fresh, names);
  addDiffering(changed, transactions, replaced, fresh);
  return all;
}

/** Assets of rows that are not as they were: a month holds those of many others, of which nothing changed. */
function addDiffering(changed: Set<number>, before: Transactions, rows: readonly number[], fresh: Transactions): void {
  const known = new Map(rows.map((row) => [idAt(before.ids, row), row]));
  const same = new Set<number>();
  for (let row = 0; row < fresh.count; row++) {
    const id = idAt(fresh.ids, row);
    const was = known.get(id);
    if (was !== undefined && isSameRow(before, was, fresh, row)) same.add(was);
    else changed.add(fresh.assets[row] as number);
  }
  for (const row of rows) if (!same.has(row)) changed.add(before.assets[row] as number);
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
