import { beforeEach, describe, expect, it } from 'vitest';
import { createRequestHandler, type RequestHandler } from '../../../src/lib/app/worker/handle-request';
import type { VerbResults } from '../../../src/lib/app/verb-results';
import { migrationRecords } from '../../../src/lib/migration';
import type { FailureMessage, Job, RecordWriting, WorkerReply } from '../../../src/lib/protocol';
import { currentVersion } from '../../../src/lib/schema';
import { memoryServices, portfolioAt, stored, type MemoryServices } from '../data/memory-services';
import { ids, smallPortfolio } from '../data/small-portfolio';

let services: MemoryServices;
let handle: RequestHandler;
let lastId = 0;

beforeEach(() => {
  services = memoryServices();
  handle = createRequestHandler(services);
});

/** All replies to a job; each must survive the crossing of threads. */
async function replies(job: Job, using = handle): Promise<WorkerReply[]> {
  const all: WorkerReply[] = [];
  await using({ type: 'request', id: ++lastId, job }, (reply) => all.push(structuredClone(reply)));
  return all;
}

async function ask<J extends Job>(job: J, using = handle): Promise<VerbResults[J['verb']]> {
  const last = (await replies(job, using)).at(-1);
  if (last?.type !== 'answer') throw new Error(JSON.stringify(last));
  return last.value as VerbResults[J['verb']];
}

async function failureOf(job: Job, using = handle): Promise<FailureMessage> {
  const last = (await replies(job, using)).at(-1);
  if (last?.type !== 'failure') throw new Error(`It answered: ${JSON.stringify(last)}`);
  return last.failure;
}

async function standing(): Promise<{ version: string; epoch: number }> {
  const { finding } = await ask({ verb: 'inspect' });
  if (finding.kind !== 'supported') throw new Error(`The data is ${finding.kind}.`);
  return { version: finding.status.currentVersion, epoch: finding.epoch };
}

function revalued(currentValue: string): RecordWriting {
  return { op: 'patch', store: 'assets', id: ids.flat, fields: { currentValue } };
}

describe('what the gate is told', () => {
  it('nothing there, nothing seen: the first run', async () => {
    expect((await ask({ verb: 'inspect' })).finding).toEqual({ kind: 'absent' });
  });

  it('data at an older version, with the way to the newest and each version in words', async () => {
    await portfolioAt(services, '1.0.0', smallPortfolio);
    const { finding, news } = await ask({ verb: 'inspect' });
    expect(finding).toMatchObject({
      kind: 'supported',
      status: { currentVersion: '1.0.0', latestVersion: currentVersion, migrationNeeded: true },
      plan: { fromVersion: '1.0.0', toVersion: currentVersion },
      interrupted: null
    });
    expect(news.map(({ version }) => version)).toEqual(services.history.versions.map(({ version }) => version));
  });

  it('data that something holds is not lost: it is told as it is, whatever was seen of it before', async () => {
    await portfolioAt(services, '1.0.0', smallPortfolio);
    await ask({ verb: 'inspect' });
    const { indexedDB } = services.environment;
    const holding = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('WealthWise');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('It did not open.'));
    });
    // One that waits for it, and lets nobody in before it.
    const waiting = indexedDB.open('WealthWise', 990);
    waiting.onupgradeneeded = () => waiting.transaction?.abort();
    const impatient = { ...services, environment: { ...services.environment, lockTimeout: 100 } };
    expect(await failureOf({ verb: 'inspect' }, createRequestHandler(impatient))).toMatchObject({
      message: expect.stringContaining('another window holds it') as string
    });
    holding.close();
    expect((await ask({ verb: 'inspect' })).finding.kind).toBe('supported');
  });

  it('data that was seen and is gone', async () => {
    await portfolioAt(services, '1.0.0', smallPortfolio);
    await ask({ verb: 'inspect' });
    services.environment.indexedDB.deleteDatabase('WealthWise');
    expect((await ask({ verb: 'inspect' })).finding).toMatchObject({
      kind: 'missing',
      lastSeen: { version: '1.0.0', counts: { assets: 6, transactions: 3 } }
    });
  });

  it('data that is older than what was seen, or emptied without a word', async () => {
    await portfolioAt(services, '1.0.0', smallPortfolio);
    const witness = await services.environment.witness.read();
    if (witness === null) throw new Error('no witness');
    await services.environment.witness.write({ ...witness, sequence: witness.sequence + 1 });
    expect((await ask({ verb: 'inspect' })).finding.kind).toBe('missing');
    await services.environment.witness.write(witness);
    expect((await ask({ verb: 'inspect' })).finding.kind).toBe('supported');
    await onDatabase((database) => database.transaction('assets', 'readwrite').objectStore('assets').clear());
    expect((await ask({ verb: 'inspect' })).finding.kind).toBe('missing');
  });

  it('data of a newer app', async () => {
    await portfolioAt(services, currentVersion, {});
    const older = createRequestHandler(services.olderBuild('1.0.0'));
    expect((await ask({ verb: 'inspect' }, older)).finding).toEqual({ kind: 'newer', dataVersion: currentVersion });
    expect(
      await failureOf({ verb: 'saveRecords', standing: { version: '1.0.0', epoch: 1 }, label: '', writes: [] }, older)
    ).toMatchObject({
      code: 'staleWindow'
    });
  });

  it('a foreign database under our name, untouched', async () => {
    await onDatabase(
      () => undefined,
      (database) => database.createObjectStore('theirs')
    );
    expect((await ask({ verb: 'inspect' })).finding.kind).toBe('foreign');
    await onDatabase((database) => expect([...database.objectStoreNames]).toEqual(['theirs']));
  });

  it('a migration whose result did not stand up to being read again, with its backup', async () => {
    await portfolioAt(services, '1.0.0', smallPortfolio);
    const backup = await ask({ verb: 'backUp', note: 'before' });
    const records = migrationRecords(services.history, services.environment.records);
    const problems = ['The holding of an account in EUR is not what it was before.'];
    await records.setUnverified({ at: '2024-06-28T12:00:00Z', version: '1.0.0', problems, backupId: backup.id });
    expect((await ask({ verb: 'inspect' })).finding).toMatchObject({
      kind: 'unverified',
      problems,
      backup: { id: backup.id }
    });
  });

  it('a migration that was cut off, until the next one', async () => {
    await portfolioAt(services, '1.0.0', smallPortfolio);
    const records = migrationRecords(services.history, services.environment.records);
    await records.writeJournal({
      id: 'attempt',
      at: '2024-06-28T11:00:00Z',
      fromVersion: '1.0.0',
      toVersion: currentVersion,
      path: 'direct',
      backupId: null,
      digests: {},
      countsBefore: {},
      figures: [],
      effects: [],
      tolerated: []
    });
    expect((await ask({ verb: 'inspect' })).finding).toMatchObject({
      kind: 'supported',
      interrupted: { id: 'attempt' }
    });
    expect((await ask({ verb: 'inspect' })).finding).toMatchObject({
      kind: 'supported',
      interrupted: { id: 'attempt' }
    });
    await ask({ verb: 'migrate', from: '1.0.0', to: currentVersion, invalidRows: 'stop' });
    expect((await ask({ verb: 'inspect' })).finding).toMatchObject({
      kind: 'supported',
      interrupted: null,
      plan: null
    });
  });
});

describe('the upgrade', () => {
  it('is looked at and done, with progress forward only, and told to the other windows', async () => {
    await portfolioAt(services, '1.0.0', smallPortfolio);
    const analysis = await ask({ verb: 'analyse', from: '1.0.0', to: currentVersion });
    expect(analysis.rowsByStore['assets']?.total).toBe(6);
    expect(await stored(services, 'assets')).toEqual(expect.arrayContaining([...(smallPortfolio['assets'] ?? [])]));

    const all = await replies({ verb: 'migrate', from: '1.0.0', to: currentVersion, invalidRows: 'stop' });
    const fractions = all.flatMap((reply) => (reply.type === 'progress' ? [reply.fraction] : []));
    expect(fractions.length).toBeGreaterThan(0);
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
    expect(all.at(-1)).toMatchObject({ type: 'answer', value: { outcome: 'completed', toVersion: currentVersion } });
    const last = all.at(-1);
    const report = last?.type === 'answer' ? (last.value as VerbResults['migrate']) : null;
    expect(new Set(report?.conserved.map(({ account }) => account))).toEqual(new Set(['Depot', 'Bank']));
    expect(services.announced.map(({ type }) => type)).toEqual(expect.arrayContaining(['prepare', 'done']));
    expect((await standing()).version).toBe(currentVersion);
  });

  it('stops at a cancel and leaves the data where it was', async () => {
    await portfolioAt(services, '1.0.0', smallPortfolio);
    const before = await stored(services, 'assets');
    const id = ++lastId;
    const all: WorkerReply[] = [];
    const running = handle(
      { type: 'request', id, job: { verb: 'migrate', from: '1.0.0', to: currentVersion, invalidRows: 'stop' } },
      (reply) => all.push(reply)
    );
    await handle({ type: 'cancel', id }, () => undefined);
    await running;
    expect(all.at(-1)).toMatchObject({ type: 'failure', failure: { code: 'migrationCancelled' } });
    expect((await standing()).version).toBe('1.0.0');
    expect(await stored(services, 'assets')).toEqual(before);
  });

  it('refuses rows that fail their schema with store, field and reason', async () => {
    const [first, ...others] = smallPortfolio['assets'] ?? [];
    await portfolioAt(services, '1.0.0', { ...smallPortfolio, assets: [{ ...first, amount: 'much' }, ...others] });
    const failure = await failureOf({ verb: 'migrate', from: '1.0.0', to: currentVersion, invalidRows: 'stop' });
    expect(failure).toMatchObject({
      code: 'corruptData',
      details: [{ store: 'assets', key: ids.infosys, field: 'amount' }]
    });
    await ask({ verb: 'migrate', from: '1.0.0', to: currentVersion, invalidRows: 'quarantine' });
    const { quarantine } = await ask({ verb: 'readArchive' });
    expect(quarantine).toMatchObject([{ store: 'assets', row: { name: 'Infosys' } }]);
  });
});

describe('the portfolio', () => {
  it('is changed durably, and the witness follows', async () => {
    await portfolioAt(services, '1.0.0', smallPortfolio);
    const at = await standing();
    const before = await services.environment.witness.read();
    const saved = await ask({ verb: 'saveRecords', standing: at, label: 'Value', writes: [revalued('310000')] });
    expect(saved.kind).toBe('saved');
    const names = [{ store: 'assets', id: ids.flat }];
    expect(await ask({ verb: 'readRecords', standing: at, names })).toMatchObject([
      { record: { currentValue: '310000' } }
    ]);
    const after = await services.environment.witness.read();
    expect(after).toMatchObject({ sequence: (before?.sequence ?? 0) + 1, counts: before?.counts ?? null });
    expect((await ask({ verb: 'inspect' })).finding.kind).toBe('supported');
  });

  it('is not changed by a window that was left behind', async () => {
    await portfolioAt(services, '1.0.0', smallPortfolio);
    const at = await standing();
    await ask({ verb: 'migrate', from: '1.0.0', to: currentVersion, invalidRows: 'stop' });
    const before = await stored(services, 'assets');
    const writes = [revalued('1')];
    const failure = await failureOf({ verb: 'saveRecords', standing: at, label: 'Late', writes });
    expect(failure).toMatchObject({ code: 'staleWindow' });
    expect(failure.message).toContain('nothing was written');
    expect(await stored(services, 'assets')).toEqual(before);
  });

  it('begins empty at the newest version with what was asked for, once', async () => {
    await ask({ verb: 'createEmpty', baseCurrency: 'INR', homeCountry: 'IN' });
    expect((await standing()).version).toBe(currentVersion);
    expect(await stored(services, 'settings')).toMatchObject([
      { id: 'settings', baseCurrency: 'INR', homeCountry: 'IN' }
    ]);
    expect(await stored(services, 'persons')).toHaveLength(1);
    const rows = await stored(services, 'settings');
    await failureOf({ verb: 'createEmpty', baseCurrency: 'EUR', homeCountry: 'DE' });
    expect(await stored(services, 'settings')).toEqual(rows);
    const backup = await ask({ verb: 'backUp', note: '' });
    expect(await ask({ verb: 'verifyBackup', id: backup.id })).toMatchObject({ ok: true, rows: 2, depth: 'full' });
  });

  it.each(['1.0.0', currentVersion])('begins with a sample at %s, and every record is valid there', async (version) => {
    const all = await replies({ verb: 'createSample', version, assets: 60, transactions: 200, seed: 7 });
    expect(all.at(-1)).toEqual(expect.objectContaining({ type: 'answer' }));
    expect((await standing()).version).toBe(version);
    const question = { ask: 'overview', day: '2026-10-30', period: '1Y' } as const;
    const overview = await ask({ verb: 'readFigures', standing: await standing(), question });
    expect(overview).toMatchObject({ assets: 60, transactions: 200 });
    const backup = await ask({ verb: 'backUp', note: '' });
    expect(await ask({ verb: 'verifyBackup', id: backup.id })).toMatchObject({ ok: true, problems: [], depth: 'full' });
  });
});

describe('the archive', () => {
  it('makes, verifies, hands out and removes a backup', async () => {
    await portfolioAt(services, '1.0.0', smallPortfolio);
    const all = await replies({ verb: 'backUp', note: 'Before the holidays' });
    expect(all.some(({ type }) => type === 'progress')).toBe(true);
    const { backups, log, status } = await ask({ verb: 'readArchive' });
    expect(status?.currentVersion).toBe('1.0.0');
    expect(backups).toMatchObject([{ reason: 'Before the holidays', counts: { assets: 6 } }]);
    expect(log).toContain('written and verified');
    const id = backups[0]?.id ?? '';
    expect(await ask({ verb: 'verifyBackup', id })).toMatchObject({ ok: true });
    let content: unknown = null;
    await handle({ type: 'request', id: ++lastId, job: { verb: 'openBackup', id } }, (reply) => {
      if (reply.type === 'answer') content = reply.value;
    });
    expect(content).toBeInstanceOf(Blob);
    await ask({ verb: 'removeBackup', force: true, id });
    expect((await ask({ verb: 'readArchive' })).backups).toEqual([]);
    expect(await ask({ verb: 'verifyBackup', id })).toMatchObject({ ok: false, problems: ['Backup file not found'] });
    expect(await failureOf({ verb: 'openBackup', id })).toMatchObject({ code: 'backupFailed' });
  });

  it('says that there is nothing to back up', async () => {
    expect(await failureOf({ verb: 'backUp', note: '' })).toMatchObject({ code: 'backupFailed' });
    expect((await ask({ verb: 'inspect' })).finding).toEqual({ kind: 'absent' });
  });

  it('can still be diagnosed when the data is foreign', async () => {
    await onDatabase(
      () => undefined,
      (database) => database.createObjectStore('theirs')
    );
    expect(await ask({ verb: 'diagnose' })).toMatchObject({ history: [], log: 'No logs available' });
  });
});

/** Works on the database behind the app's back. */
async function onDatabase(
  work: (database: IDBDatabase) => unknown,
  create?: (database: IDBDatabase) => unknown
): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const request = services.environment.indexedDB.open('WealthWise');
    request.onupgradeneeded = () => void create?.(request.result);
    request.onerror = () => reject(request.error ?? new Error('not opened'));
    request.onsuccess = async () => {
      work(request.result);
      await new Promise((settled) => setTimeout(settled, 20));
      request.result.close();
      resolve();
    };
  });
}

describe('what a worker keeps open between jobs', () => {
  it('is opened for the first, used by the others, and closed when the window lets go', async () => {
    await portfolioAt(services, '1.0.0', smallPortfolio);
    const at = await standing();
    const opened: IDBDatabase[] = [];
    const { indexedDB } = services.environment;
    const open = indexedDB.open.bind(indexedDB);
    indexedDB.open = (name, version) => {
      const request = open(name, version);
      if (name === 'WealthWise') request.addEventListener('success', () => opened.push(request.result));
      return request;
    };
    const read = (): Promise<unknown> =>
      ask({ verb: 'readRecords', standing: at, names: [{ store: 'assets', id: ids.flat }] });
    const figure = (): Promise<unknown> =>
      ask({ verb: 'readFigures', standing: at, question: { ask: 'allocation', day: '2024-06-28', by: 'class' } });
    await Promise.all([read(), figure()]);
    const first = [...opened];
    expect(first.filter(isOpen)).toHaveLength(2);
    await Promise.all([read(), figure()]);
    expect(opened).toEqual(first);
    expect(await ask({ verb: 'letGo' })).toBe(null);
    expect(first.filter(isOpen)).toEqual([]);
    await read();
    expect(opened.filter(isOpen)).toHaveLength(1);
  });
});

function isOpen(database: IDBDatabase): boolean {
  try {
    database.transaction('_meta');
    return true;
  } catch {
    return false;
  }
}
