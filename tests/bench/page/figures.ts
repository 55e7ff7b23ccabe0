/** Figures from columns, beside what they are compared with: folding every row, and reading it. */
import { LedgerKeeper, answerFigures, noteChange } from '../../../src/lib/data/figures';
import { Ledger } from '../../../src/lib/data/figures/ledger';
import { assetOf } from '../../../src/lib/data/asset-records';
import { KeptOpen, openPortfolio, saveStep, StepJournal } from '../../../src/lib/data';
import { createDataset, inspectDatabase, openAsItIs, type Row } from '../../../src/lib/migration';
import { memoryRecords } from '../../../src/lib/migration/testing/memory-records';
import type { RecordWriting, Standing } from '../../../src/lib/protocol';
import { choosePlace } from '../../../src/lib/backup';
import { sampleRows } from '../../../src/lib/data/sample';
import { environmentOf } from './own';
import { historyNamed, type Size } from './prepare';

/** The day of every figure: the last one that the sample books on. */
export const day = '2026-10-30';
const years = 10;

/** A sample whose assets all have a price for every weekday of ten years; not timed. */
export async function prepareDaily(name: string, size: Size): Promise<void> {
  const own = historyNamed(name);
  await createDataset(own, environmentOf(name), '1.0.0', async (write) => {
    const assets: string[] = [];
    for (const { store, rows } of sampleRows(size)) {
      if (store === 'prices') continue;
      await write(store, rows);
      if (store === 'assets') for (const { id } of rows) assets.push(String(id));
    }
    for (const [at, id] of assets.entries()) await write('prices', dailyPrices(id, at));
  });
}

function dailyPrices(assetId: string, seed: number): Row[] {
  const last = Number(day.slice(0, 4));
  let cents = 1000 + ((seed * 7919) % 90_000);
  return Array.from({ length: years + 1 }, (_, at) => {
    const year = last - years + at;
    const days: string[] = [];
    const closes: string[] = [];
    for (let time = Date.UTC(year, 0, 1); time < Date.UTC(year + 1, 0, 1); time += 86_400_000) {
      const date = new Date(time);
      const text = date.toISOString().slice(0, 10);
      if (date.getUTCDay() % 6 === 0 || text > day) continue;
      cents = Math.max(1, cents + ((cents * 31 + time / 86_400_000) % 41) - 20);
      days.push(text);
      closes.push((cents / 100).toFixed(2));
    }
    return { assetId, year, days, closes };
  });
}

async function standingOf(name: string): Promise<Standing> {
  const found = await inspectDatabase(historyNamed(name), environmentOf(name));
  if (found.kind !== 'supported') throw new Error(`${name} is ${found.kind}.`);
  return { version: found.version, epoch: found.epoch };
}

function keeperOf(name: string, filed: boolean): LedgerKeeper {
  const ports = { history: historyNamed(name), environment: environmentOf(name) };
  return new LedgerKeeper(filed ? { ...ports, figures: () => choosePlace('bench-figures') } : ports);
}

export interface FigureTimes {
  /** Every row read and folded, as a program without columns does. */
  readonly rows: number;
  /** From columns in memory of which nothing is known yet. */
  readonly columns: number;
  /** The same from the file. */
  readonly file: number;
  readonly same: boolean;
}

export async function measureFigures(name: string): Promise<FigureTimes> {
  const standing = await standingOf(name);
  const keeper = keeperOf(name, true);
  const ledger = await keeper.ledger(standing);
  await keeper.save();
  const question = { ask: 'allocation', day, by: 'class' } as const;
  const began = performance.now();
  const folded = await foldRows(name);
  const rows = performance.now() - began;
  const beganColumns = performance.now();
  const { total } = answerFigures(new Ledger(ledger), question);
  const columns = performance.now() - beganColumns;
  const beganFile = performance.now();
  answerFigures(await keeperOf(name, true).ledger(standing), question);
  return { rows, columns, file: performance.now() - beganFile, same: folded === count(ledger) && total !== '0' };
}

function count({ transactions }: Ledger): number {
  return transactions.count;
}

/** Units of each asset by adding up every transaction, and its last price: the least that figures need of the rows. */
async function foldRows(name: string): Promise<number> {
  const database = await openAsItIs(indexedDB, name, 10_000);
  if (database === null) throw new Error(`${name} is not there.`);
  const all = (store: string): Promise<Row[]> =>
    new Promise((resolve, reject) => {
      const request = database.transaction(store).objectStore(store).getAll();
      request.onsuccess = () => resolve(request.result as Row[]);
      request.onerror = () => reject(request.error);
    });
  const [assets, months, prices] = [await all('assets'), await all('transactions'), await all('prices')];
  database.close();
  const units = new Map<string, number>();
  let transactions = 0;
  for (const { entries } of months) {
    for (const entry of entries as readonly Row[]) {
      transactions++;
      const sign = entry['type'] === 'buy' ? 1 : entry['type'] === 'sell' ? -1 : 0;
      const id = String(entry['assetId']);
      if (sign !== 0) units.set(id, (units.get(id) ?? 0) + sign * Number(entry['quantity']));
    }
  }
  const last = new Map(prices.map((row) => [String(row['assetId']), Number((row['closes'] as string[]).at(-1))]));
  let worth = 0;
  for (const row of assets) {
    const { id, currentValue } = assetOf(row);
    worth += (units.get(id) ?? 0) * (last.get(id) ?? Number(currentValue ?? 0));
  }
  return Number.isNaN(worth) ? -1 : transactions;
}

/** Milliseconds from the write of one transaction, durable, to totals that contain it. */
export async function measureEdit(name: string, edits: number): Promise<number[]> {
  const history = historyNamed(name);
  const environment = environmentOf(name);
  const standing = await standingOf(name);
  const keeper = new LedgerKeeper({ history, environment });
  const totals = (ledger: Ledger): unknown => answerFigures(ledger, { ask: 'allocation', day, by: 'class' });
  const first = await keeper.ledger(standing);
  totals(first);
  const asset = first.assets.find((facts) => facts?.isActive === true && facts.accountId !== '');
  if (!asset) throw new Error('There is no asset to book on.');
  const times: number[] = [];
  const datasets = new KeptOpen((at: Standing) => openPortfolio({ history, environment }, at));
  // Steps are kept outside the portfolio; what that costs is no part of the totals.
  const steps = memoryRecords();
  for (let at = 0; at < edits; at++) {
    const record = {
      id: `018f0000-0000-7000-8000-${String(at).padStart(12, '0')}`,
      accountId: asset.accountId,
      assetId: asset.id,
      date: day,
      type: 'buy',
      quantity: '1',
      gross: '10',
      currency: asset.currency
    };
    const began = performance.now();
    await datasets.use(standing, async (dataset) => {
      const before = await dataset.sequence();
      const writes = [{ op: 'put', store: 'transactions', record } as unknown as RecordWriting];
      const { body } = await saveStep(
        dataset,
        new StepJournal(steps, name),
        { id: String(at), label: 'Edit', writes },
        { now: environment.now().toISOString() }
      );
      const rows = [...body.rows, ...body.packed, ...body.series].map(({ store, key }) => ({ store, key }));
      await noteChange(environment, dataset, before, rows);
    });
    totals(await keeper.ledger(standing));
    times.push(performance.now() - began);
  }
  return times;
}
