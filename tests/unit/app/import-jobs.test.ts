import { beforeEach, describe, expect, it } from 'vitest';
import type { ImportColumns, ImportRows } from '../../../src/lib/app/contract';
import type { VerbResults } from '../../../src/lib/app/verb-results';
import { createRequestHandler, type RequestHandler } from '../../../src/lib/app/worker/handle-request';
import { nothingSaid, type DecisionSaid, type Said } from '../../../src/lib/import';
import type { FailureMessage, Job, WorkerReply } from '../../../src/lib/protocol';
import { currentVersion } from '../../../src/lib/schema';
import { memoryServices, portfolioAt, stored, type MemoryServices } from '../data/memory-services';
import { ids, smallPortfolio } from '../data/small-portfolio';
import * as files from '../import/files';

let services: MemoryServices;
let handle: RequestHandler;
let lastId = 0;

beforeEach(() => {
  services = memoryServices();
  handle = createRequestHandler(services);
});

async function replies(job: Job, onProgress?: (id: number) => void): Promise<WorkerReply[]> {
  const all: WorkerReply[] = [];
  const id = ++lastId;
  await handle({ type: 'request', id, job }, (reply) => {
    all.push(structuredClone(reply));
    if (reply.type === 'progress') onProgress?.(id);
  });
  return all;
}

async function ask<J extends Job>(job: J): Promise<VerbResults[J['verb']]> {
  const last = (await replies(job)).at(-1);
  if (last?.type !== 'answer') throw new Error(JSON.stringify(last));
  return last.value as VerbResults[J['verb']];
}

async function standing(): Promise<{ version: string; epoch: number }> {
  const { finding } = await ask({ verb: 'inspect' });
  if (finding.kind !== 'supported') throw new Error(`The data is ${finding.kind}.`);
  return { version: finding.status.currentVersion, epoch: finding.epoch };
}

interface Asking {
  readonly session?: string;
  readonly said?: Said | null;
  readonly decisions?: readonly DecisionSaid[];
  readonly name?: string;
}

let sessions = 0;

function askedFor(
  text: string | Blob,
  { session = `s${++sessions}`, said = null, decisions = [], name = 'file.csv' }: Asking
) {
  const file = typeof text === 'string' ? new Blob([text]) : text;
  return { session, name, file, said, decisions, day: '2026-01-31' };
}

async function preview(
  text: string | Blob,
  asking: Asking = {}
): Promise<{ said: Said; columns: ImportColumns; rows: ImportRows }> {
  const window = { from: 0, count: 100, filter: null };
  const answer = await ask({
    verb: 'previewImport',
    standing: await standing(),
    asked: askedFor(text, asking),
    window
  });
  return { ...answer, said: answer.said as Said };
}

async function run(text: string | Blob, asking: Asking = {}): Promise<VerbResults['runImport']> {
  return ask({
    verb: 'runImport',
    standing: await standing(),
    asked: askedFor(text, { said: nothingSaid, ...asking })
  });
}

async function everything(): Promise<Record<string, unknown>> {
  const stores = ['accounts', 'assets', 'transactions', 'prices', 'fxRates'];
  return Object.fromEntries(await Promise.all(stores.map(async (store) => [store, await stored(services, store)])));
}

interface Entry {
  readonly importId: string;
  readonly date: string;
  readonly type: string;
}

async function entries(): Promise<Entry[]> {
  const months = (await stored(services, 'transactions')) as { entries: Entry[] }[];
  return months.flatMap((month) => month.entries);
}

const empty = { settings: smallPortfolio['settings'] ?? [], persons: smallPortfolio['persons'] ?? [] };

describe.each(['1.0.0', currentVersion])('a broker’s file into data at %s', (version) => {
  beforeEach(async () => {
    const older = memoryServices();
    services = older;
    handle = createRequestHandler(services);
    await portfolioAt(services, '1.0.0', smallPortfolio);
    if (version !== '1.0.0') {
      const { migrations } = services;
      await migrations.executeMigration(migrations.getMigrationPlan('1.0.0', version), () => undefined, {});
    }
  });

  it('is shown with what each row becomes, and writes nothing by that', async () => {
    const before = await everything();
    const { columns, rows } = await preview(files.trading212);
    expect(columns).toMatchObject({
      format: 'Trading 212',
      content: 'transactions',
      missing: [],
      rows: 7,
      remembered: false
    });
    expect(columns.accounts).toMatchObject([
      { value: '', label: 'Trading 212', choice: { make: { currency: 'EUR' } } }
    ]);
    expect(columns.assets).toMatchObject([
      { isin: 'US0000000011', symbol: 'AAA', matchedBy: null, choice: { make: { country: 'US', currency: 'USD' } } }
    ]);
    expect(rows.counts).toEqual({
      total: 6,
      ready: 6,
      doubtful: 0,
      duplicate: 0,
      wrong: 0,
      leftOut: 0,
      taken: 6,
      bookings: 6
    });
    expect(rows.button).toBe('Import 6 transactions');
    expect(rows.window[1]).toMatchObject({
      status: 'ready',
      lines: [3],
      becomes: [
        {
          type: 'buy',
          account: 'Trading 212',
          asset: 'Aaa Inc',
          quantity: '2',
          price: '50',
          gross: '100',
          currency: 'USD',
          fxRate: '0.9091'
        }
      ]
    });
    expect(await everything()).toEqual(before);
  });

  it('becomes stored rows in one step, backed up before, and undone to identical rows', async () => {
    const before = await everything();
    const { outcome, summary } = await run(files.trading212);
    expect(outcome).toMatchObject({ kind: 'saved', label: 'Import of file.csv', undoNote: null });
    expect(summary).toMatchObject({
      bookings: 6,
      newAccounts: ['Trading 212'],
      newAssets: ['Aaa Inc'],
      notImported: 0
    });
    expect(summary.backup).not.toBeNull();
    expect((await services.environment.backups.list()).map(({ occasion }) => occasion)).toContain('import');
    const imported = (await entries()).filter(({ importId }) => importId !== undefined);
    expect(imported.map(({ type }) => type).sort()).toEqual(['buy', 'buy', 'deposit', 'dividend', 'interest', 'split']);
    expect(new Set(imported.map(({ importId }) => importId)).size).toBe(6);
    // What was paid, and after the split of two for one a half of it; in the currency of the asset, not of the account.
    expect(summary.added).toBe(2);
    const asset = (await stored(services, 'assets')).find(({ name }) => name === 'Aaa Inc');
    expect((await stored(services, 'prices')).filter(({ assetId }) => assetId === asset?.['id'])).toMatchObject([
      { year: 2024, days: ['2024-01-03', '2024-03-01'], closes: ['50', '25'] }
    ]);
    const undone = await ask({ verb: 'takeStep', standing: await standing(), direction: 'undo', leaveChanged: false });
    expect(undone.kind).toBe('saved');
    expect(await everything()).toEqual(before);
  });

  it('adds nothing when it is imported again, and a longer one only what is new', async () => {
    await run(files.trading212);
    const once = (await entries()).length;
    const again = await preview(files.trading212);
    expect(again.rows.counts).toMatchObject({ duplicate: 6, taken: 0, bookings: 0 });
    expect(again.rows.window[0]?.candidates).toHaveLength(1);
    const prices = await stored(services, 'prices');
    expect((await run(files.trading212, { said: again.said })).summary).toMatchObject({ bookings: 0, added: 0 });
    expect(await stored(services, 'prices')).toEqual(prices);
    const longer = files.lines(files.trading212, 'Deposit,2024-05-02 09:00:00.1,,,,,,,,,,7.00,"EUR",,,"Bank",d-2,,');
    await run(longer, { said: again.said });
    expect(await entries()).toHaveLength(once + 1);
    const anyway = await run(files.trading212, {
      said: again.said,
      decisions: [{ rows: [0], decision: 'takeAnyway' }]
    });
    expect(anyway.summary.bookings).toBe(1);
  });
});

describe('what is there already', () => {
  beforeEach(() => portfolioAt(services, '1.0.0', smallPortfolio));

  it('assets are found by ISIN, by symbol and by name; bookings that could be the same are doubtful', async () => {
    const [held] = (await entries()).filter(({ type }) => type === 'buy') as unknown as {
      date: string;
      assetId: string;
      quantity: string;
      gross: string;
    }[];
    if (!held) throw new Error('no purchase');
    const assets = (await stored(services, 'assets')) as { id: string; name: string }[];
    const name = assets.find(({ id }) => id === held.assetId)?.name ?? '';
    const text = files.lines(
      'Date,Type,Name,Quantity,Amount,Currency',
      `${held.date},Buy,${name},${held.quantity},${held.gross},EUR`,
      `2020-01-01,Buy,${name},7,70,EUR`
    );
    const said: Said = { ...nothingSaid, accounts: { '': { id: ids.depot } } };
    const { columns, rows } = await preview(text, { said });
    expect(columns.assets).toMatchObject([{ matchedBy: 'name', sure: false, choice: { id: held.assetId } }]);
    expect(rows.window.map(({ status }) => status)).toEqual(['doubtful', 'ready']);
    expect(rows.window[0]?.candidates).toMatchObject([{ date: held.date, type: 'buy', quantity: held.quantity }]);
    const taken = await preview(text, {
      said,
      decisions: [
        { rows: 'doubtful', decision: 'take' },
        { rows: [1], decision: 'leave' }
      ]
    });
    expect(taken.rows.window.map((row) => row.taken)).toEqual([true, false]);
  });

  it('an asset with quotes keeps to them, one with a stated value to that; others are worth what was paid', async () => {
    const said: Said = { ...nothingSaid, accounts: { '': { id: ids.depot } } };
    const trade = files.lines(
      'Date,Type,Name,Quantity,Price,Amount,Currency',
      '2024-06-28,Buy,Infosys,1,1610,1610,INR'
    );
    const { columns } = await preview(trade, { said });
    const key = columns.assets[0]?.key ?? '';
    const before = await stored(services, 'prices');
    expect(before.some(({ assetId }) => assetId === ids.infosys)).toBe(true);
    const sure: Said = { ...said, assets: { [key]: { id: ids.infosys } } };
    expect((await run(trade, { said: sure })).summary).toMatchObject({ bookings: 1, added: 0 });
    expect(await stored(services, 'prices')).toEqual(before);

    const stated = trade.replace('Infosys', 'SAP').replace('INR', 'EUR');
    const [sap] = (await preview(stated, { said })).columns.assets;
    const known: Said = { ...said, assets: { [sap?.key ?? '']: { id: ids.sap } } };
    expect((await run(stated, { said: known })).summary).toMatchObject({ bookings: 1, newAssets: [], added: 0 });
    expect(await stored(services, 'prices')).toEqual(before);

    const fresh = (day: string, price: string): string => trade.replace('2024-06-28', day).replaceAll('1610', price);
    const named = (text: string): string => text.replace('Infosys', 'Neue Anlage');
    expect((await run(named(fresh('2024-06-28', '10')), { said })).summary).toMatchObject({ added: 1 });
    expect((await run(named(fresh('2024-07-28', '12')), { said })).summary).toMatchObject({ added: 1 });
    const [series] = (await stored(services, 'prices')).filter(
      (row) => !before.some((old) => old['assetId'] === row['assetId'])
    );
    expect(series).toMatchObject({ days: ['2024-06-28', '2024-07-28'], closes: ['10', '12'] });
  });

  it('an account has to be chosen where several could be meant', async () => {
    const { columns } = await preview(
      'Date,Type,Amount,Currency\n2024-01-01,Deposit,5,EUR\n2024-01-02,Deposit,6,EUR\n'
    );
    expect(columns.missing).toEqual(['Choose the account that this file belongs to.']);
  });

  it('a mapping made once serves the next file of the same shape', async () => {
    const text = files.lines('Tag;Was;Wieviel', '13.01.2024;Zauberei;5,00', '14.01.2024;Zauberei;6,00');
    const first = await preview(text);
    expect(first.columns.missing.length).toBeGreaterThan(0);
    const said: Said = {
      ...first.said,
      columns: { 0: 'date', 1: 'type', 2: 'net' },
      words: { zauberei: 'deposit' },
      currency: 'EUR',
      accounts: { '': { id: ids.bank } }
    };
    expect((await preview(text, { said })).columns.missing).toEqual([]);
    await run(text, { said });
    const next = await preview(files.lines('Tag;Was;Wieviel', '13.02.2024;Zauberei;7,00'));
    expect(next.columns).toMatchObject({ remembered: true, missing: [], accounts: [{ choice: { id: ids.bank } }] });
    expect(next.rows.window[0]?.becomes).toMatchObject([{ type: 'deposit', gross: '7', currency: 'EUR' }]);
  });

  it('the ratio of a split is told by what was held before it', async () => {
    const { rows } = await preview(files.schwab);
    const split = rows.window.find(({ becomes }) => becomes[0]?.type === 'split');
    expect(split?.becomes[0]?.quantity).toBe('10');
    const alone = await preview(
      files.lines(files.schwab.split('\n')[1] ?? '', '01/17/2024,Stock Split,AAA,AAA CORP,90,,,')
    );
    expect(alone.rows.window[0]).toMatchObject({ status: 'wrong' });
  });
});

describe('prices and rates', () => {
  beforeEach(() => portfolioAt(services, '1.0.0', smallPortfolio));

  const ecb = files.lines(
    'Date,USD,JPY,CYP,QQQ,',
    '2024-03-04,1.0846,163.2,0.5843,N/A,',
    '2024-03-01,1.0830,N/A,0.5842,N/A,',
    '2023-12-29,1.1050,156.33,0.5841,N/A,'
  );

  it('the ECB’s rates become packed years; gaps stay gaps, and currencies that are no more are named', async () => {
    const before = await everything();
    const { columns, rows } = await preview(ecb);
    expect(columns).toMatchObject({ content: 'rates', missing: [] });
    expect(rows.series.map(({ label, days, gaps }) => [label, days, gaps])).toEqual([
      ['EUR/USD', 3, 0],
      ['EUR/JPY', 2, 1]
    ]);
    const { summary } = await run(ecb, { name: 'eurofxref-hist.csv' });
    expect(summary.sentences.join(' ')).toContain('CYP');
    const stored2024 = (await stored(services, 'fxRates')).find(({ pair, year }) => pair === 'EURJPY' && year === 2024);
    expect(stored2024).toMatchObject({ base: 'EUR', quote: 'JPY', days: ['2024-03-04'], rates: ['163.2'] });
    await ask({ verb: 'takeStep', standing: await standing(), direction: 'undo', leaveChanged: false });
    expect(await everything()).toEqual(before);
  });

  it('a figure that is there is replaced or kept, as the person says, and counted', async () => {
    await run(ecb);
    const other = ecb.replace('1.0846', '1.0999');
    const kept = await run(other, { said: { ...nothingSaid, keep: 'present' } });
    expect(kept.summary).toMatchObject({ added: 0, replaced: 0, kept: 1 });
    const replaced = await run(other);
    expect(replaced.summary).toMatchObject({ added: 0, replaced: 1, kept: 0 });
    const row = (await stored(services, 'fxRates')).find(({ pair, year }) => pair === 'EURUSD' && year === 2024);
    expect(row?.['rates']).toEqual(['1.083', '1.0999'].map((text) => (text === '1.083' ? '1.0830' : text)));
  });

  it('closes of one asset that the person names', async () => {
    const text = files.lines('Date,Close', '2024-01-02,10.5', '2024-01-03,', '2024-01-04,11');
    const { columns } = await preview(text);
    expect(columns.missing).toEqual(['Choose the asset whose prices these are.']);
    const said: Said = { ...nothingSaid, assets: { '': { id: ids.sap } } };
    const { rows } = await preview(text, { said });
    expect(rows.series).toMatchObject([{ days: 2, gaps: 1, added: 2 }]);
    await run(text, { said });
    const written = (await stored(services, 'prices')).find(
      ({ assetId, year }) => assetId === ids.sap && year === 2024
    );
    expect(written?.['days']).toEqual(expect.arrayContaining(['2024-01-02', '2024-01-04']));
  });
});

describe('whatever goes wrong', () => {
  it('a file that is no table is refused with a sentence', async () => {
    await portfolioAt(services, '1.0.0', empty);
    const job: Job = {
      verb: 'previewImport',
      standing: await standing(),
      asked: askedFor('%PDF-1.7', {}),
      window: { from: 0, count: 1, filter: null }
    };
    const last = (await replies(job)).at(-1) as { failure: FailureMessage };
    expect(last.failure).toMatchObject({
      code: 'notImportable',
      message: 'This is a PDF document and no table. Choose a CSV export.'
    });
  });

  it('cancelled while writing, everything is as it was', async () => {
    await portfolioAt(services, '1.0.0', smallPortfolio);
    const before = await everything();
    const rows = Array.from({ length: 3_000 }, (_, at) => `2024-01-01,Deposit,${at + 1},EUR`);
    const text = files.lines('Date,Type,Amount,Currency', ...rows);
    const said: Said = { ...nothingSaid, accounts: { '': { id: ids.bank } } };
    const job: Job = { verb: 'runImport', standing: await standing(), asked: askedFor(text, { said }) };
    const all = await replies(job, (id) => void handle({ type: 'cancel', id }, () => undefined));
    expect(all.at(-1)).toMatchObject({ type: 'failure', failure: { code: 'cancelled' } });
    expect(await everything()).toEqual(before);
  });

  it('into an empty portfolio no backup is made, and accounts and assets are', async () => {
    await portfolioAt(services, currentVersion, empty);
    const { summary } = await run(files.degiro, { name: 'Account.csv' });
    expect(summary.backup).toBeNull();
    expect(await stored(services, 'accounts')).toMatchObject([
      { name: 'DEGIRO', institution: 'DEGIRO', currency: 'EUR' }
    ]);
    expect(await entries()).toHaveLength(7);
  });
});
