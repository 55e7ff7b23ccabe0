import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { encryptBackup } from '../../../src/lib/backup/encryption';
import { memoryPlace } from '../../../src/lib/backup/testing';
import { locate, MigrationError } from '../../../src/lib/migration';
import { currentVersion } from '../../../src/lib/schema';
import { memoryServices, portfolioAt, stored, type MemoryServices } from '../data/memory-services';
import { ids, smallPortfolio } from '../data/small-portfolio';
import { desk, type Desk } from './desk';

let services: MemoryServices;
let worker: Desk;
const day = '2024-06-28';

beforeEach(() => {
  services = memoryServices();
  worker = desk(services);
});

/** The small portfolio at 1.0.0, one backup of it, and a change after the backup. */
async function changedSinceBackup(): Promise<string> {
  await portfolioAt(services, '1.0.0', smallPortfolio);
  const { id } = await worker.ask({ verb: 'backUp', note: 'before' });
  await rename('Renamed since');
  return id;
}

async function rename(name: string): Promise<void> {
  const { finding } = await worker.ask({ verb: 'inspect' });
  if (finding.kind !== 'supported') throw new Error(finding.kind);
  const standing = { version: finding.status.currentVersion, epoch: finding.epoch };
  const writes = [{ op: 'patch', store: 'assets', id: ids.flat, fields: { name } }] as const;
  const outcome = await worker.ask({ verb: 'saveRecords', standing, label: 'Rename', writes });
  expect(outcome.kind).toBe('saved');
}

async function nameOfFlat(): Promise<unknown> {
  const present = await locate(services.history, services.environment);
  const assets = await stored({ ...services, history: { ...services.history, name: present.database } }, 'assets');
  return assets.find(({ id }) => id === ids.flat)?.['name'];
}

describe('a restore', () => {
  it('shows what is in the backup, its worth and what would change, and touches nothing', async () => {
    const source = await changedSinceBackup();
    const preview = await worker.ask({ verb: 'previewRestore', source, day });
    expect(preview).toMatchObject({
      backup: { dataVersion: '1.0.0' },
      present: { version: '1.0.0' },
      differences: { assets: { changed: 1, same: 5, onlyInBackup: 0, onlyInPresent: 0 } }
    });
    // As the portfolio itself says it, from the present records: the name alone was changed.
    const { finding } = await worker.ask({ verb: 'inspect' });
    const epoch = finding.kind === 'supported' ? finding.epoch : -1;
    const question = { ask: 'overview', day, period: '1Y' } as const;
    const overview = await worker.ask({ verb: 'readFigures', standing: { version: '1.0.0', epoch }, question });
    expect(overview).toMatchObject({ netWorth: preview.netWorth?.amount, baseCurrency: preview.netWorth?.currency });
    expect(preview.netWorth).toEqual({ amount: '181500.5', currency: 'EUR' });
    expect(await nameOfFlat()).toBe('Renamed since');
  });

  it('brings the backup back, at its own version or at the newest', async () => {
    const source = await changedSinceBackup();
    const kept = await worker.ask({ verb: 'restore', source, mode: 'replace', keepVersion: true });
    expect(kept).toMatchObject({ outcome: 'restored', toVersion: '1.0.0' });
    expect(kept.backup).toMatchObject({ dataVersion: '1.0.0', occasion: 'restore' });
    expect(await nameOfFlat()).toBe('Flat in Köln');
    await worker.ask({ verb: 'restore', source, mode: 'replace', keepVersion: false });
    expect((await worker.ask({ verb: 'inspect' })).finding).toMatchObject({
      kind: 'supported',
      status: { currentVersion }
    });
  });

  it('adds only what is missing when that is asked for', async () => {
    const source = await changedSinceBackup();
    await worker.ask({ verb: 'restore', source, mode: 'merge', keepVersion: false });
    expect(await nameOfFlat()).toBe('Renamed since');
  });

  it('asks for the passphrase, says when it is wrong, and opens with the right one', async () => {
    const id = await changedSinceBackup();
    const file = await services.environment.backups.open(id);
    const source = await encryptBackup(file, 'correct horse');
    const preview = { verb: 'previewRestore', source, day } as const;
    expect((await worker.failureOf(preview)).details).toMatchObject([{ encrypted: true }]);
    expect((await worker.failureOf({ ...preview, passphrase: 'wrong' })).details).toMatchObject([
      { encrypted: true, wrongPassphrase: true }
    ]);
    expect(await worker.ask({ ...preview, passphrase: 'correct horse' })).toMatchObject({ records: 16 });
  });

  it('refuses what is no backup, and changes nothing', async () => {
    await changedSinceBackup();
    const source = new Blob(['not a backup']);
    expect((await worker.failureOf({ verb: 'previewRestore', source, day })).message).not.toBe('');
    await worker.failureOf({ verb: 'restore', source, mode: 'replace', keepVersion: false });
    expect(await nameOfFlat()).toBe('Renamed since');
  });

  it('stops at a cancel and leaves everything as it was', async () => {
    const source = await changedSinceBackup();
    const failure = await worker.cancelled({ verb: 'restore', source, mode: 'replace', keepVersion: true });
    expect(failure.code).toBe('migrationCancelled');
    expect(await nameOfFlat()).toBe('Renamed since');
  });

  it('takes a file of another device where there is no data yet', async () => {
    const file = new URL('../../fixtures/backups/format-2-data-1.2.0.json.gz', import.meta.url);
    const source = new Blob([readFileSync(file)]);
    expect(await worker.ask({ verb: 'previewRestore', source, day })).toMatchObject({ present: null, differences: {} });
    await worker.ask({ verb: 'restore', source, mode: 'replace', keepVersion: true });
    expect((await worker.ask({ verb: 'inspect' })).finding).toMatchObject({
      kind: 'supported',
      status: { currentVersion: '1.2.0' }
    });
  });
});

describe('a rollback', () => {
  it('shows what it would do, goes back with what was edited since, and can be undone', async () => {
    await changedSinceBackup();
    await worker.ask({ verb: 'migrate', from: '1.0.0', to: currentVersion, invalidRows: 'stop' });
    await rename('Edited after the upgrade');
    const preview = await worker.ask({ verb: 'previewRollback', to: '1.0.0' });
    expect(preview).toMatchObject({
      fromVersion: currentVersion,
      toVersion: '1.0.0',
      backup: { dataVersion: '1.0.0' }
    });
    expect(await nameOfFlat()).toBe('Edited after the upgrade');
    const report = await worker.ask({ verb: 'rollBack', to: '1.0.0' });
    expect(report).toMatchObject({ outcome: 'rolledBack', toVersion: '1.0.0', backup: { occasion: 'rollback' } });
    expect(await nameOfFlat()).toBe('Edited after the upgrade');
    const undo = report.backup?.id ?? '';
    await worker.ask({ verb: 'restore', source: undo, mode: 'replace', keepVersion: true });
    expect((await worker.ask({ verb: 'inspect' })).finding).toMatchObject({ status: { currentVersion } });
  });
});

describe('the folder of copies', () => {
  it('shows what lies in it, whoever put it there, and a copy is looked at and restored like any backup', async () => {
    const place = memoryPlace();
    services.chooseFolder({ name: 'Dropbox', owner: 'another browser', place, attachments: memoryPlace() });
    expect(await worker.ask({ verb: 'listFolder' })).toEqual({ kind: 'open', name: 'Dropbox', backups: [] });
    const id = await changedSinceBackup();
    await worker.ask({ verb: 'copyToFolder', again: false });
    // A list that is lost, files of others, one that was put there by hand, and an encrypted one.
    const [copy = ''] = [...place.files.keys()].filter((name) => name.endsWith('.gz'));
    const bytes = place.files.get(copy);
    if (bytes === undefined) throw new Error('There is no copy.');
    place.files.set('WealthWise_Backup_2020-01-01_00-00-00.json.gz', bytes);
    place.files.set('WealthWise_Backup_2020-01-02_00-00-00.json.gz.age', new Uint8Array([1, 2, 3]));
    place.files.set('holiday.jpg', new Uint8Array([1]));
    // Here nothing is left: neither the data nor a backup of it.
    await worker.ask({ verb: 'removeBackup', id, force: true });
    services.chooseFolder({ name: 'Dropbox', owner: 'this browser', place, attachments: memoryPlace() });

    const folder = await worker.ask({ verb: 'listFolder' });
    if (folder.kind !== 'open') throw new Error(folder.kind);
    expect(new Set(folder.backups.map(({ name }) => name)).size).toBe(3);
    const byName = new Map(folder.backups.map((backup) => [backup.name, backup]));
    expect(byName.get(copy)).toMatchObject({ id, dataVersion: '1.0.0', counts: { assets: 6 } });
    expect(byName.get(copy)?.verifiedAt).not.toBeNull();
    expect(byName.get('WealthWise_Backup_2020-01-01_00-00-00.json.gz')).toMatchObject({
      dataVersion: '1.0.0',
      counts: { assets: 6 },
      verifiedAt: null
    });
    expect(byName.get('WealthWise_Backup_2020-01-02_00-00-00.json.gz.age')).toMatchObject({ encrypted: true });

    const source = { copy };
    expect(await worker.ask({ verb: 'previewRestore', source, day })).toMatchObject({
      backup: { dataVersion: '1.0.0' },
      differences: { assets: { changed: 1, same: 5 } }
    });
    expect(await nameOfFlat()).toBe('Renamed since');
    await worker.ask({ verb: 'restore', source, mode: 'replace', keepVersion: true });
    expect(await nameOfFlat()).not.toBe('Renamed since');
  });

  it('says that it cannot be reached, and that a copy is gone', async () => {
    expect(await worker.ask({ verb: 'listFolder' })).toEqual({ kind: 'none' });
    const place = memoryPlace();
    services.chooseFolder({ name: 'Dropbox', owner: 'here', place, attachments: memoryPlace() });
    const gone = await worker.failureOf({ verb: 'previewRestore', source: { copy: 'gone.json.gz' }, day });
    expect(gone).toMatchObject({ code: 'backupFailed' });
    expect(gone.message).toContain('gone.json.gz is not in the folder any more.');
    const lost = (): never => {
      throw new MigrationError('cloudFolderNotAvailable', 'closed');
    };
    services.chooseFolder({
      name: 'Dropbox',
      owner: 'here',
      attachments: memoryPlace(),
      place: { ...place, list: async () => lost() }
    });
    expect(await worker.ask({ verb: 'listFolder' })).toEqual({ kind: 'lost', name: 'Dropbox' });
  });
});
