/** An import as the app writes it, and the same transactions put one by one. */
import { createDataset, findVersion, inspectDatabase, type Row } from '../../../src/lib/migration';
import {
  openPortfolio,
  readFacts,
  saveStep,
  StepJournal,
  transactionWrites,
  type Dataset
} from '../../../src/lib/data';
import {
  formatNamed,
  guessMapping,
  interpretTable,
  planImport,
  readTable,
  type ImportPlan
} from '../../../src/lib/import';
import { environmentOf, instant } from './own';
import { historyNamed, remove } from './prepare';

const newest = '1.3.0';

/** A file of purchases and dividends of 200 funds over ten years, in one account. */
function fileOf(rows: number): Blob {
  const lines = Array.from({ length: rows }, (_, at) => {
    const day = new Date(Date.UTC(2014, 0, 1) + Math.floor((at * 3_650) / rows) * 86_400_000)
      .toISOString()
      .slice(0, 10);
    const fund = String(at % 200).padStart(7, '0');
    return at % 4 === 3
      ? `${day},Dividend,IE00${fund}1,Fund ${fund},,,${(at % 97) + 1}.25,EUR,`
      : `${day},Buy,IE00${fund}1,Fund ${fund},${(at % 50) + 1},${(at % 90) + 10}.50,,EUR,1.00`;
  });
  return new Blob([['Date,Type,ISIN,Name,Quantity,Price,Amount,Currency,Fee', ...lines].join('\n')]);
}

async function planned(dataset: Dataset, rows: number): Promise<ImportPlan> {
  const table = await readTable(fileOf(rows));
  const { mapping } = guessMapping(table);
  const format = formatNamed(mapping.format);
  const items = await interpretTable(table, { mapping, format, markSure: true, orderSure: true, today: '2026-11-02' });
  const facts = await readFacts(dataset);
  const plan = planImport(items, { accounts: {}, assets: {} }, facts, { format: '', fileName: 'bench.csv' });
  const ready = plan.items.filter(({ status }) => status === 'ready').length;
  if (ready !== rows) throw new Error(`${ready} of ${rows} rows are ready.`);
  return plan;
}

let kept: readonly Row[] = [];

/** Milliseconds from the rows as they were read and understood to the durable step, with what undoing needs. */
export async function measureImport(name: string, rows: number): Promise<number> {
  const history = historyNamed(name);
  const environment = environmentOf(name);
  await createDataset(history, environment, newest, async (write) => {
    const times = { createdAt: instant, updatedAt: instant };
    await write('settings', [
      {
        id: 'settings',
        baseCurrency: 'EUR',
        homeCountry: 'DE',
        locale: 'en',
        costMethod: 'fifo',
        spendingCurrencies: ['EUR'],
        horizonYears: 10,
        ...times
      }
    ]);
  });
  const found = await inspectDatabase(history, environment);
  if (found.kind !== 'supported') throw new Error(`${name} is ${found.kind}.`);
  const dataset = await openPortfolio({ history, environment }, { version: newest, epoch: found.epoch });
  const plan = await planned(dataset, rows);
  const journal = new StepJournal(environment.records, name);
  const began = performance.now();
  const ids = { randomId: () => environment.randomId(), now: instant, homeCountry: 'DE' };
  const { writes } = transactionWrites(plan, () => true, ids, new Map());
  const saved = await saveStep(
    dataset,
    journal,
    { id: environment.randomId(), label: 'Import', writes },
    { now: instant }
  );
  const milliseconds = performance.now() - began;
  if (saved.undoNote !== null) throw new Error(saved.undoNote);
  kept = writes.flatMap((writing) =>
    writing.op === 'put' && writing.store === 'transactions' ? [writing.record as Row] : []
  );
  dataset.close();
  await remove(name);
  return milliseconds;
}

/** Milliseconds to put the transactions of the last import one by one, in one raw transaction with the same index. */
export async function measureSinglePuts(): Promise<number> {
  const name = 'SinglePuts';
  const index = findVersion(historyNamed(name), newest)?.stores['transactions']?.indexes.length ?? 0;
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      const store = request.result.createObjectStore('transactions', { keyPath: 'id' });
      if (index > 0) store.createIndex('assetId', 'assetId');
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const began = performance.now();
  await new Promise<void>((resolve, reject) => {
    const transaction = database.transaction('transactions', 'readwrite', { durability: 'strict' });
    const store = transaction.objectStore('transactions');
    for (const row of kept) store.put(row);
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
  });
  const milliseconds = performance.now() - began;
  database.close();
  await remove(name);
  return milliseconds;
}
