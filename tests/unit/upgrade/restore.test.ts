/** Restore, merge and rollback over WealthWise's own history: everything real but the browser. */
import { IDBObjectStore } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createMigrations,
  defineHistory,
  locate,
  openDataset,
  type MigrationReport,
  type Row
} from '../../../src/lib/migration';
import { generationOf, readPointer } from '../../../src/lib/migration/generations';
import { createSample, dump, makeWealth, putRaw, type Stores, type Wealth } from '../../support/wealth';

const assets = 30;

async function backUp(wealth: Wealth): Promise<string> {
  return (await wealth.migrations.createDataBackup('for the test')).id;
}

function upgrade(wealth: Wealth, to = '1.3.0'): Promise<MigrationReport> {
  return wealth.migrations
    .getCurrentDataVersion()
    .then((from) => wealth.migrations.executeMigration(wealth.migrations.getMigrationPlan(from, to)));
}

async function changeAsset(wealth: Wealth, at: number, change: (asset: Row) => Row | null): Promise<void> {
  const history = await locate(wealth.history, wealth.environment);
  const version = await wealth.migrations.getCurrentDataVersion();
  const dataset = await openDataset(history, wealth.environment, version);
  const asset = (await dataset.table('assets').toArray())[at] as Row;
  const changed = change(asset);
  if (changed) await dataset.table('assets').put(changed);
  else await dataset.table('assets').delete(asset['id'] as string);
  dataset.close();
}

function names(wealth: Wealth): Promise<string[]> {
  return wealth.environment.indexedDB
    .databases()
    .then((all) => all.flatMap(({ name }) => (name?.startsWith('WealthWise') ? [name] : [])).sort());
}

describe('a restore', () => {
  let wealth: Wealth;
  let before: { native: number; stores: Stores };

  beforeEach(async () => {
    wealth = makeWealth();
    await createSample(wealth, assets, 60);
    before = await dump(wealth);
  });

  it('brings everything back, at the version of the backup when asked', async () => {
    const id = await backUp(wealth);
    await changeAsset(wealth, 3, (asset) => ({ ...asset, name: 'Something else' }));
    await changeAsset(wealth, 4, () => null);
    expect((await dump(wealth)).stores).not.toEqual(before.stores);
    const report = await wealth.migrations.restoreFromBackup(id, undefined, { keepVersion: true });
    expect(report).toMatchObject({ outcome: 'restored', fromVersion: '1.0.0', toVersion: '1.0.0' });
    expect(await dump(wealth)).toEqual(before);
    expect(await wealth.migrations.getMigrationHistory()).toMatchObject([{ path: 'restore', outcome: 'completed' }]);
  });

  it('upgrades what is older, as a migration would have', async () => {
    const id = await backUp(wealth);
    const twin = makeWealth();
    await createSample(twin, assets, 60);
    await upgrade(twin);
    const report = await wealth.migrations.restoreFromBackup(id);
    expect(report.toVersion).toBe('1.3.0');
    expect(await wealth.migrations.getCurrentDataVersion()).toBe('1.3.0');
    expect((await dump(wealth)).stores).toEqual((await dump(twin)).stores);
  });

  it('can be undone: what was replaced is in a verified backup', async () => {
    const id = await backUp(wealth);
    await changeAsset(wealth, 0, (asset) => ({ ...asset, name: 'Edited since' }));
    const edited = await dump(wealth);
    const report = await wealth.migrations.restoreFromBackup(id, undefined, { keepVersion: true });
    expect(report.backup?.verifiedAt).not.toBeNull();
    await wealth.migrations.restoreFromBackup(report.backup?.id ?? '', undefined, { keepVersion: true });
    expect(await dump(wealth)).toEqual(edited);
  });

  it('works where no data is left at all', async () => {
    const id = await backUp(wealth);
    await new Promise((resolve) => {
      wealth.environment.indexedDB.deleteDatabase('WealthWise').onsuccess = resolve;
    });
    expect(await wealth.migrations.inspect()).toEqual({ kind: 'absent' });
    const report = await wealth.migrations.restoreFromBackup(id, undefined, { keepVersion: true });
    expect(report.backup).toBeNull();
    expect(await dump(wealth)).toEqual(before);
  });

  it('shows what it would do, and touches nothing for that', async () => {
    const id = await backUp(wealth);
    await changeAsset(wealth, 1, (asset) => ({ ...asset, name: 'Renamed' }));
    await changeAsset(wealth, 2, () => null);
    const present = await dump(wealth);
    const preview = await wealth.migrations.previewRestore(id);
    expect(preview.differences['assets']).toEqual({ onlyInBackup: 1, onlyInPresent: 0, changed: 1, same: assets - 2 });
    expect(preview.differences['transactions']).toMatchObject({ onlyInBackup: 0, onlyInPresent: 0, changed: 0 });
    expect(preview.present?.version).toBe('1.0.0');
    expect(await dump(wealth)).toEqual(present);
    expect(await readPointer(wealth.history, wealth.environment)).toMatchObject({ current: 'WealthWise', next: null });
  });

  it('compares in the shape of the newer version', async () => {
    const id = await backUp(wealth);
    await upgrade(wealth);
    const { differences } = await wealth.migrations.previewRestore(id);
    expect(differences['transactions']).toMatchObject({ onlyInBackup: 0, onlyInPresent: 0, changed: 0 });
    expect(differences['accounts']).toMatchObject({ onlyInBackup: 0, onlyInPresent: 0, changed: 0 });
    expect(differences['documents']).toBeUndefined();
  });

  it('adds only what is missing, and leaves the rest as it is', async () => {
    const id = await backUp(wealth);
    await changeAsset(wealth, 1, (asset) => ({ ...asset, name: 'Renamed' }));
    const renamed = await dump(wealth);
    const gone = renamed.stores['transactions']?.[0] as Row;
    await changeTransactions(wealth, gone);
    expect((await dump(wealth)).stores['transactions']?.[0]).not.toEqual(gone);
    await wealth.migrations.restoreFromBackup(id, undefined, { mode: 'merge' });
    const merged = await dump(wealth);
    expect(merged.stores['assets']).toEqual(renamed.stores['assets']);
    const months = merged.stores['transactions'] as Row[];
    expect(entriesOf(months).sort()).toEqual(entriesOf(renamed.stores['transactions'] as Row[]).sort());
  });

  it('by an app from before the present version is refused, as its rollback is, and nothing is built', async () => {
    const id = await backUp(wealth);
    await upgrade(wealth);
    const [upgraded, there] = [await dump(wealth), await names(wealth)];
    const known = wealth.history.versions.slice(0, -1).map(({ definition }) => definition);
    const { name, lockPrefix } = wealth.history;
    const older = createMigrations(defineHistory({ name, lockPrefix, versions: known }), wealth.environment);
    const message: unknown = expect.stringContaining('newer than this app (1.3.0)');
    const refusal = { code: 'incompatibleVersion', message };
    await expect(older.previewRestore(id)).rejects.toMatchObject(refusal);
    for (const mode of ['replace', 'merge'] as const)
      await expect(older.restoreFromBackup(id, undefined, { mode })).rejects.toMatchObject(refusal);
    await expect(older.rollbackMigration('1.0.0')).rejects.toMatchObject(refusal);
    expect(await dump(wealth)).toEqual(upgraded);
    expect(await names(wealth)).toEqual(there);
  });

  it('refuses a file that is not whole, and changes nothing', async () => {
    const id = await backUp(wealth);
    const file = await wealth.environment.backups.open(id);
    const cut = file.slice(0, file.size - 20);
    await expect(wealth.migrations.restoreFromBackup(cut)).rejects.toMatchObject({ code: 'backupFailed' });
    await expect(wealth.migrations.restoreFromBackup(new Blob([]))).rejects.toThrow('Backup file is empty');
    expect(await dump(wealth)).toEqual(before);
    expect(await names(wealth)).toEqual(['WealthWise', 'WealthWise_Pointer']);
  });

  it('is undone whole when the disk gives other records than were written', async () => {
    const id = await backUp(wealth);
    const { backups } = wealth.environment;
    const lying = {
      ...wealth.environment,
      backups: { ...backups, digests: async () => ({ assets: 'not this' }) }
    };
    const { createMigrations } = await import('../../../src/lib/migration');
    const migrations = createMigrations(wealth.history, lying);
    await expect(migrations.restoreFromBackup(id, undefined, { keepVersion: true })).rejects.toMatchObject({
      code: 'corruptData'
    });
    expect(await dump(wealth)).toEqual(before);
    expect(await names(wealth)).toEqual(['WealthWise', 'WealthWise_Pointer']);
    expect(await migrations.getMigrationHistory()).toMatchObject([{ path: 'restore', outcome: 'failed' }]);
  });

  it.each([
    ['one character', (row: Row) => [{ ...row, name: `${String(row['name'])}.` }]],
    ['a row too many', (row: Row) => [row, { ...row, id: `${String(row['id']).slice(0, -1)}z` }]],
    ['a row too few', () => []]
  ])('reads again what lies on the disk, and notices %s', async (_what, becomes) => {
    const id = await backUp(wealth);
    const honest = IDBObjectStore.prototype.add;
    let met = 0;
    const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, row) {
      if (this.name !== 'assets' || ++met !== 3) return honest.call(this, row);
      for (const other of becomes(row as Row)) honest.call(this, other);
      return this.count() as IDBRequest<IDBValidKey>;
    });
    const restoring = wealth.migrations.restoreFromBackup(id, undefined, { keepVersion: true });
    await expect(restoring).rejects.toThrow('what was written is not what the backup holds (assets)');
    expect(met).toBeGreaterThan(3);
    add.mockRestore();
    expect(await dump(wealth)).toEqual(before);
    expect(await names(wealth)).toEqual(['WealthWise', 'WealthWise_Pointer']);
  });

  it('is undone whole when it is cancelled, at whatever point', async () => {
    const id = await backUp(wealth);
    for (const at of [0.1, 0.3, 0.5, 0.7, 0.85]) {
      const abort = new AbortController();
      const restoring = wealth.migrations.restoreFromBackup(id, (fraction) => fraction >= at && abort.abort(), {
        signal: abort.signal
      });
      await expect(restoring, `at ${at}`).rejects.toMatchObject({ code: 'migrationCancelled' });
      expect(await dump(wealth)).toEqual(before);
    }
    expect((await names(wealth)).filter((name) => name.includes('_G'))).toEqual([]);
  });

  it('keeps what it replaced until the next start, and a stale window cannot write it', async () => {
    const id = await backUp(wealth);
    const stale = await openDataset(wealth.history, wealth.environment, '1.0.0');
    const first = (await stale.table('assets').toCollection().first()) as Row;
    stale.close({ disableAutoOpen: true });
    await wealth.migrations.restoreFromBackup(id, undefined, { keepVersion: true });
    expect(await generationOf('WealthWise', wealth.environment)).toMatchObject({ retiredBy: 'WealthWise_G2' });
    const { openDataset: openFenced } = await import('../../../src/lib/migration/dexie-adapter');
    const version = wealth.history.versions[0];
    if (!version) throw new Error('There is no version.');
    const old = await openFenced(wealth.history, wealth.environment, version, 1);
    await expect(old.table('assets').put({ ...first, name: 'Written by a stale window' })).rejects.toThrow(
      'nothing was written'
    );
    old.close({ disableAutoOpen: true });
    expect(await wealth.migrations.unsettled()).toBe(true);
    await wealth.migrations.settle();
    expect((await names(wealth)).filter((name) => !name.endsWith('Pointer'))).toEqual(['WealthWise_G2']);
    expect(await wealth.migrations.unsettled()).toBe(false);
    expect((await dump(wealth)).stores).toEqual(before.stores);
  });

  it('finds the data again when the pointer is lost', async () => {
    const id = await backUp(wealth);
    await wealth.migrations.restoreFromBackup(id, undefined, { keepVersion: true });
    await new Promise((resolve) => {
      wealth.environment.indexedDB.deleteDatabase('WealthWise_Pointer').onsuccess = resolve;
    });
    expect((await locate(wealth.history, wealth.environment)).database).toBe('WealthWise_G2');
    expect(await dump(wealth)).toEqual(before);
  });
});

describe('a rollback', () => {
  let wealth: Wealth;
  let before: { native: number; stores: Stores };

  beforeEach(async () => {
    wealth = makeWealth();
    await createSample(wealth, assets, 60);
    before = await dump(wealth);
    await upgrade(wealth);
  });

  it('gives back exactly what was there before the upgrade', async () => {
    const report = await wealth.migrations.rollbackMigration('1.0.0');
    expect(report).toMatchObject({ outcome: 'rolledBack', fromVersion: '1.3.0', toVersion: '1.0.0' });
    expect(await wealth.migrations.getCurrentDataVersion()).toBe('1.0.0');
    expect(await dump(wealth)).toEqual(before);
  });

  it('carries later edits back, deletions too', async () => {
    const original = before.stores['assets'] as Row[];
    await changeAsset(wealth, 5, (asset) => ({ ...asset, name: 'Edited at 1.3.0' }));
    await changeAsset(wealth, 6, () => null);
    const preview = await wealth.migrations.previewRollback('1.0.0');
    expect(preview.carriesEdits).toBe(true);
    expect(preview.differences['assets']).toMatchObject({ onlyInBackup: 1, changed: 1 });
    expect(Object.keys(preview.lost)).toContain('documents');
    await wealth.migrations.rollbackMigration('1.0.0');
    const assetsNow = (await dump(wealth)).stores['assets'] as Row[];
    expect(assetsNow).toHaveLength(assets - 1);
    expect(assetsNow[5]).toEqual({ ...original[5], name: 'Edited at 1.3.0' });
    expect(assetsNow.map(({ id }) => id)).not.toContain(original[6]?.['id']);
  });

  it('goes to a version that no backup was made of', async () => {
    const twin = makeWealth();
    await createSample(twin, assets, 60);
    await upgrade(twin, '1.2.0');
    await wealth.migrations.rollbackMigration('1.2.0');
    const [mine, theirs] = [await dump(wealth), await dump(twin)];
    expect(mine).toEqual(theirs);
  });

  it('is undone by restoring the backup it made', async () => {
    const upgraded = await dump(wealth);
    const report = await wealth.migrations.rollbackMigration('1.0.0');
    await wealth.migrations.restoreFromBackup(report.backup?.id ?? '');
    expect((await dump(wealth)).stores).toEqual(upgraded.stores);
    await wealth.migrations.rollbackMigration('1.1.0');
    await upgrade(wealth);
    expect((await dump(wealth)).stores).toEqual(upgraded.stores);
  });

  it.each([
    ['1.3.0', 'only an older version'],
    ['2.0.0', 'Version not supported: 2.0.0'],
    ['old', 'Invalid target version format: old']
  ])('refuses to go to %s', async (to, sentence) => {
    const present = await dump(wealth);
    await expect(wealth.migrations.rollbackMigration(to)).rejects.toMatchObject({
      code: 'rollbackFailed',
      message: expect.stringContaining(sentence) as string
    });
    expect(await dump(wealth)).toEqual(present);
  });

  it('works from the present records alone when every backup is gone', async () => {
    for (const { id } of await wealth.migrations.listBackups())
      await wealth.environment.backups.remove(id, { force: true });
    await wealth.migrations.rollbackMigration('1.0.0');
    const { stores } = await dump(wealth);
    expect(stores['transactions']).toEqual(before.stores['transactions']);
    expect((stores['assets'] as Row[]).map(({ id, documents }) => [id, documents])).toEqual(
      (before.stores['assets'] as Row[]).map(({ id, documents }) => [id, documents])
    );
  });
});

describe('a migration whose result does not stand up to being read again', () => {
  it('is put back by itself, and the person is told', async () => {
    const wealth = makeWealth();
    await createSample(wealth, assets, 60);
    const before = await dump(wealth);
    const { backups } = wealth.environment;
    let upgraded = false;
    const environment = {
      ...wealth.environment,
      backups: {
        ...backups,
        async digests(...request: Parameters<typeof backups.digests>) {
          const digests = await backups.digests(...request);
          if (upgraded) return digests;
          upgraded = true;
          return { ...digests, prices: 'flipped on the disk' };
        }
      }
    };
    const { createMigrations } = await import('../../../src/lib/migration');
    const migrations = createMigrations(wealth.history, environment);
    await expect(migrations.executeMigration(migrations.getMigrationPlan('1.0.0', '1.3.0'))).rejects.toMatchObject({
      code: 'corruptData',
      restored: true
    });
    expect(await dump(wealth)).toEqual(before);
    expect(await migrations.getCurrentDataVersion()).toBe('1.0.0');
    const entries = await migrations.getMigrationHistory();
    expect(entries.map(({ path, outcome }) => [path, outcome])).toEqual([
      ['restore', 'completed'],
      ['direct', 'rolledBack']
    ]);
    await wealth.migrations.settle();
    const dataset = await openDataset(wealth.history, wealth.environment, '1.0.0');
    dataset.close();
  });
});

function entriesOf(months: readonly Row[]): string[] {
  return months.flatMap(({ entries }) => (entries as Row[]).map((entry) => JSON.stringify(entry)));
}

/** Takes the first booking out of a month behind everybody's back. */
async function changeTransactions(wealth: Wealth, month: Row): Promise<void> {
  await putRaw(wealth, 'transactions', { ...month, entries: (month['entries'] as Row[]).slice(1) });
}
