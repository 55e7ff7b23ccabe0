import { beforeEach, describe, expect, it } from 'vitest';
import type { HealthFinding } from '../../../src/lib/app/contract';
import type { WorkerServices } from '../../../src/lib/app/worker/services';
import { createMigrations } from '../../../src/lib/migration';
import { currentVersion } from '../../../src/lib/schema';
import { memoryServices, portfolioAt, type MemoryServices } from '../data/memory-services';
import { ids, smallPortfolio } from '../data/small-portfolio';
import { desk, type Desk } from './desk';

let services: MemoryServices;
let worker: Desk;

beforeEach(() => {
  services = memoryServices();
  worker = desk(services);
});

async function edit(name: string, using = worker): Promise<void> {
  const { finding } = await using.ask({ verb: 'inspect' });
  if (finding.kind !== 'supported') throw new Error(finding.kind);
  const standing = { version: finding.status.currentVersion, epoch: finding.epoch };
  const writes = [{ op: 'patch', store: 'assets', id: ids.flat, fields: { name } }] as const;
  const outcome = await using.ask({ verb: 'saveRecords', standing, label: 'Rename', writes });
  expect(outcome.kind).toBe('saved');
}

/** The same storage with another environment around it. */
function withEnvironment(changes: Partial<WorkerServices['environment']>): WorkerServices {
  const environment = { ...services.environment, ...changes };
  return { ...services, environment, migrations: createMigrations(services.history, environment) };
}

function broken<T>(): Promise<T> {
  return Promise.reject(new DOMException('Internal error opening backing store', 'UnknownError'));
}

/** What a browser gives once its IndexedDB is damaged: no database of this origin opens. */
function damaged(everything = true): WorkerServices {
  const fail = (): IDBOpenDBRequest => {
    throw new DOMException('Internal error opening backing store', 'UnknownError');
  };
  const whole = services.environment.indexedDB;
  const open = (name: string, version?: number): IDBOpenDBRequest =>
    everything || name === 'WealthWise' ? fail() : whole.open(name, version);
  const deleteDatabase = (name: string): IDBOpenDBRequest => (everything ? fail() : whole.deleteDatabase(name));
  return withEnvironment({
    indexedDB: { open, cmp: () => 0, databases: broken, deleteDatabase },
    records: { get: broken, set: broken, update: broken, remove: broken }
  });
}

async function onDatabase(work: (transaction: IDBTransaction) => void, store: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const request = services.environment.indexedDB.open('WealthWise');
    request.onerror = () => reject(request.error ?? new Error('not opened'));
    request.onsuccess = () => {
      const transaction = request.result.transaction(store, 'readwrite');
      transaction.oncomplete = () => {
        request.result.close();
        resolve();
      };
      work(transaction);
    };
  });
}

describe('a loss', () => {
  it('is told by backups alone, when the witness went with the data', async () => {
    await portfolioAt(services, '1.0.0', smallPortfolio);
    const { id } = await worker.ask({ verb: 'backUp', note: '' });
    services.environment.indexedDB.deleteDatabase('WealthWise');
    const forgetful = desk(
      withEnvironment({ witness: { read: () => Promise.resolve(null), write: () => Promise.resolve() } })
    );
    expect((await forgetful.ask({ verb: 'inspect' })).finding).toMatchObject({
      kind: 'missing',
      lastSeen: null,
      found: 'nothing',
      backups: [{ id }]
    });
  });

  it('lists the best backup first: verified, with records, then the newest', async () => {
    await portfolioAt(services, '1.0.0', smallPortfolio);
    const old = await worker.ask({ verb: 'backUp', note: 'old' });
    services.passDays(1);
    const newer = await worker.ask({ verb: 'backUp', note: 'newer' });
    services.passDays(1);
    for (const store of Object.keys(smallPortfolio))
      await onDatabase((transaction) => transaction.objectStore(store).clear(), store);
    const empty = await worker.ask({ verb: 'backUp', note: 'empty' });
    const { finding } = await worker.ask({ verb: 'inspect' });
    expect(finding).toMatchObject({ kind: 'missing', found: 'less' });
    expect(finding.kind === 'missing' && finding.backups.map(({ id }) => id)).toEqual([newer.id, old.id, empty.id]);
  });

  it('is a database that cannot be opened, where anything tells of data; its backups are listed', async () => {
    await portfolioAt(services, '1.0.0', smallPortfolio);
    const { id } = await worker.ask({ verb: 'backUp', note: '' });
    const hurt = desk(damaged());
    expect((await hurt.ask({ verb: 'inspect' })).finding).toMatchObject({
      kind: 'missing',
      lastSeen: { version: '1.0.0' },
      found: 'closed',
      backups: [{ id }]
    });
    expect(await hurt.ask({ verb: 'readArchive' })).toMatchObject({
      status: null,
      backups: [{ id }],
      retention: { leaving: [], suspended: expect.stringContaining('none is removed') as unknown }
    });
    expect(await hurt.ask({ verb: 'verifyBackup', id })).toMatchObject({ ok: true });
  });

  it('tells one database that cannot be opened from a browser that opens none', async () => {
    await portfolioAt(services, '1.0.0', smallPortfolio);
    const finding = async (hurt: WorkerServices) => (await desk(hurt).ask({ verb: 'inspect' })).finding;
    expect(await finding(damaged(false))).toMatchObject({ kind: 'missing', found: 'damaged' });
    expect(await finding(damaged())).toMatchObject({ kind: 'missing', found: 'closed' });
  });

  it('is none where nothing was ever seen: then the error is said as it is', async () => {
    expect(await desk(damaged()).failureOf({ verb: 'inspect' })).toMatchObject({
      message: expect.stringContaining('backing store') as unknown
    });
  });

  it('suspends cleaning and the daily backup while it stands', async () => {
    await portfolioAt(services, '1.0.0', smallPortfolio);
    const first = await worker.ask({ verb: 'backUp', note: 'first' });
    services.passDays(40);
    await edit('Changed');
    await worker.ask({ verb: 'backUp', note: 'second' });
    expect((await worker.ask({ verb: 'readArchive' })).retention).toMatchObject({
      leaving: [first.id],
      suspended: null
    });
    services.passDays(1);
    const witness = await services.environment.witness.read();
    if (witness === null) throw new Error('no witness');
    await services.environment.witness.write({ ...witness, sequence: witness.sequence + 1 });
    expect((await worker.ask({ verb: 'inspect' })).finding.kind).toBe('missing');

    expect((await worker.ask({ verb: 'readArchive' })).retention).toMatchObject({ leaving: [], freeable: 0 });
    expect(await worker.ask({ verb: 'cleanBackups' })).toMatchObject({ removed: [], freed: 0 });
    expect(await worker.ask({ verb: 'backUpDaily' })).toBeNull();
    expect((await worker.ask({ verb: 'readArchive' })).backups).toHaveLength(2);

    await services.environment.witness.write(witness);
    expect(await worker.ask({ verb: 'cleanBackups' })).toMatchObject({
      removed: [{ id: first.id }],
      freed: first.bytes
    });
    expect((await worker.ask({ verb: 'readArchive' })).backups).toHaveLength(1);
  });
});

describe('the daily backup', () => {
  it('is made once a day and only when something was written since, and cleans up after it', async () => {
    await portfolioAt(services, '1.0.0', smallPortfolio);
    const first = await worker.ask({ verb: 'backUpDaily' });
    expect(first).toMatchObject({ occasion: 'daily', verifiedAt: expect.any(String) as unknown });
    services.passDays(1);
    expect(await worker.ask({ verb: 'backUpDaily' })).toBeNull();
    await edit('Changed');
    const second = await worker.ask({ verb: 'backUpDaily' });
    expect(second).toMatchObject({ occasion: 'daily' });
    await edit('Changed on the same day');
    expect(await worker.ask({ verb: 'backUpDaily' })).toBeNull();
    services.passDays(40);
    const third = await worker.ask({ verb: 'backUpDaily' });
    const { backups } = await worker.ask({ verb: 'readArchive' });
    expect(backups.map(({ id }) => id)).toEqual([third?.id]);
  });

  it('is made by one window only', async () => {
    await portfolioAt(services, '1.0.0', smallPortfolio);
    await services.environment.locks.request('ww:daily', { mode: 'exclusive' }, async () => {
      expect(await worker.ask({ verb: 'backUpDaily' })).toBeNull();
    });
    expect((await worker.ask({ verb: 'readArchive' })).backups).toEqual([]);
    const both = await Promise.all([worker.ask({ verb: 'backUpDaily' }), worker.ask({ verb: 'backUpDaily' })]);
    expect(both.filter((made) => made !== null)).toHaveLength(1);
  });

  it('is not made where there is no data', async () => {
    expect(await worker.ask({ verb: 'backUpDaily' })).toBeNull();
    expect((await worker.ask({ verb: 'inspect' })).finding).toEqual({ kind: 'absent' });
  });
});

it('keeps a pinned backup, and says why', async () => {
  await portfolioAt(services, '1.0.0', smallPortfolio);
  const { id } = await worker.ask({ verb: 'backUp', note: 'first' });
  services.passDays(40);
  await worker.ask({ verb: 'backUp', note: 'second' });
  await worker.ask({ verb: 'pinBackup', id, pinned: true });
  const pinned = (await worker.ask({ verb: 'readArchive' })).backups.find((backup) => backup.id === id);
  expect(pinned).toMatchObject({ pinned: true, keptBecause: ['You have pinned it.'], leavesOn: null });
  expect(await worker.ask({ verb: 'cleanBackups' })).toMatchObject({ removed: [] });
  await worker.ask({ verb: 'pinBackup', id, pinned: false });
  expect(await worker.ask({ verb: 'cleanBackups' })).toMatchObject({ removed: [{ id }] });
});

describe('exports', () => {
  it('hand out the plain backup format, which restores, and leave no backup behind', async () => {
    await portfolioAt(services, '1.0.0', smallPortfolio);
    const { name, content } = await worker.ask({ verb: 'exportData', format: 'json' });
    expect(name).toMatch(/^WealthWise_Backup_.*\.json$/);
    expect(JSON.parse(await content.text())).toBeInstanceOf(Object);
    expect(await worker.ask({ verb: 'previewRestore', source: content, day: '2024-06-28' })).toMatchObject({
      differences: { assets: { changed: 0, same: 6 } }
    });
    expect((await worker.ask({ verb: 'readArchive' })).backups).toEqual([]);
    const csv = await worker.ask({ verb: 'exportData', format: 'csv' });
    expect(csv.name).toMatch(/csv\.zip$/);
    expect(new Uint8Array(await csv.content.slice(0, 2).arrayBuffer())).toEqual(new Uint8Array([0x50, 0x4b]));
  });

  it('encrypt a backup so that only its passphrase opens it', async () => {
    await portfolioAt(services, '1.0.0', smallPortfolio);
    const { id } = await worker.ask({ verb: 'backUp', note: '' });
    const copied = await worker.ask({ verb: 'copyBackup', id, passphrase: 'secret', attachments: false });
    expect(copied).toMatchObject({ name: expect.stringMatching(/\.json\.gz\.age$/) as string, count: 0 });
    const source = copied.content;
    expect(await source.slice(0, 21).text()).toBe('age-encryption.org/v1');
    const preview = { verb: 'previewRestore', source, day: '2024-06-28' } as const;
    expect((await worker.failureOf(preview)).details).toMatchObject([{ encrypted: true }]);
    expect(await worker.ask({ ...preview, passphrase: 'secret' })).toMatchObject({ records: 16 });
  });
});

describe('"Check my data"', () => {
  async function findings(): Promise<Record<string, HealthFinding['level']>> {
    const report = await worker.ask({ verb: 'checkHealth' });
    return Object.fromEntries(report.findings.map(({ area, level }) => [area, level]));
  }

  it('finds whole data whole, and the backup exactly what it is', async () => {
    await portfolioAt(services, '1.0.0', smallPortfolio);
    expect(await findings()).toEqual({ records: 'good', references: 'good', backups: 'note', space: 'good' });
    await worker.ask({ verb: 'backUp', note: '' });
    expect(await findings()).toEqual({
      records: 'good',
      references: 'good',
      sums: 'good',
      backups: 'good',
      space: 'good'
    });
    await edit('Written since');
    expect(await findings()).not.toHaveProperty('sums');
    expect(await worker.ask({ verb: 'checkHealth' })).toMatchObject({ dataVersion: '1.0.0', records: 16 });
  });

  it('finds a record that breaks its rules, one that is gone, and one that names nothing', async () => {
    const [first, ...others] = smallPortfolio['assets'] ?? [];
    await portfolioAt(services, '1.0.0', { ...smallPortfolio, assets: [{ ...first, amount: 'much' }, ...others] });
    expect((await findings())['records']).toBe('problem');

    services = memoryServices();
    worker = desk(services);
    await portfolioAt(services, '1.0.0', smallPortfolio);
    await onDatabase((transaction) => transaction.objectStore('accounts').delete(ids.depot), 'accounts');
    expect(await findings()).toMatchObject({ records: 'note', references: 'problem' });
  });

  it('finds bytes that changed without being written', async () => {
    await portfolioAt(services, '1.0.0', smallPortfolio);
    await worker.ask({ verb: 'backUp', note: '' });
    const flat = (smallPortfolio['assets'] ?? []).find(({ id }) => id === ids.flat);
    await onDatabase((transaction) => transaction.objectStore('assets').put({ ...flat, name: 'Flipped' }), 'assets');
    const { findings: all } = await worker.ask({ verb: 'checkHealth' });
    expect(all.find(({ area }) => area === 'sums')).toMatchObject({ level: 'problem', details: ['assets'] });
  });

  it('reads every backup back, and goes on past a damaged one', async () => {
    await portfolioAt(services, '1.0.0', smallPortfolio);
    const { name } = await worker.ask({ verb: 'backUp', note: '' });
    const bytes = services.place.files.get(name);
    if (bytes === undefined) throw new Error('no file');
    const cut = new Uint8Array(bytes).slice(0, bytes.length - 40);
    services.place.files.set(name, cut);
    const { findings: all } = await worker.ask({ verb: 'checkHealth' });
    expect(all.find(({ area }) => area === 'backups')).toMatchObject({
      level: 'problem',
      details: [expect.any(String)]
    });
    expect(all.find(({ area }) => area === 'records')).toMatchObject({ level: 'good' });
  });

  it('can be cancelled, and says when there is nothing to check', async () => {
    expect(await worker.failureOf({ verb: 'checkHealth' })).toMatchObject({ code: 'corruptData' });
    await portfolioAt(services, '1.0.0', smallPortfolio);
    await worker.ask({ verb: 'backUp', note: '' });
    expect((await worker.cancelled({ verb: 'checkHealth' })).code).toMatch(/cancelled/i);
  });
});

it('knows every backup by what led to it', async () => {
  await portfolioAt(services, '1.0.0', smallPortfolio);
  const { id } = await worker.ask({ verb: 'backUp', note: '' });
  await worker.ask({ verb: 'migrate', from: '1.0.0', to: currentVersion, invalidRows: 'stop' });
  await worker.ask({ verb: 'restore', source: id, mode: 'replace', keepVersion: true });
  const { backups } = await worker.ask({ verb: 'readArchive' });
  expect(new Set(backups.map(({ occasion }) => occasion))).toEqual(new Set(['manual', 'migration', 'restore']));
});
