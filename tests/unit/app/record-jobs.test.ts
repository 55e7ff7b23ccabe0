import { IDBObjectStore as FDBObjectStore } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { findVersion } from '../../../src/lib/migration';
import type { Row } from '../../../src/lib/migration';
import type { RecordWriting, Standing } from '../../../src/lib/protocol';
import { currentVersion } from '../../../src/lib/schema';
import { memoryServices, portfolioAt, stored, type MemoryServices } from '../data/memory-services';
import { idOf, ids, smallPortfolio } from '../data/small-portfolio';
import { desk, type Desk } from './desk';

let services: MemoryServices;
let ask: Desk['ask'];
let desk_: Desk;
let standing: Standing;

beforeEach(async () => {
  services = memoryServices();
  await portfolioAt(services, '1.0.0', smallPortfolio);
  desk_ = desk(services);
  ask = (job) => desk_.ask(job);
  standing = { version: '1.0.0', epoch: 1 };
});

async function digest(): Promise<string> {
  const all: Record<string, Row[]> = {};
  for (const store of Object.keys(findVersion(services.history, '1.0.0')?.stores ?? {}))
    if (!store.startsWith('_')) all[store] = await stored(services, store);
  return JSON.stringify(all);
}

const save = (label: string, writes: readonly RecordWriting[]) => ask({ verb: 'saveRecords', standing, label, writes });
const rename: RecordWriting = { op: 'patch', store: 'assets', id: ids.sap, fields: { name: 'SAP SE' } };

async function many(count: number): Promise<void> {
  const writes = Array.from({ length: count }, (_, at): RecordWriting => ({
    op: 'put',
    store: 'transactions',
    record: {
      id: idOf(2_000 + at),
      accountId: ids.bank,
      date: '2024-03-01',
      type: 'deposit',
      gross: '1',
      currency: 'EUR'
    }
  }));
  await save('Add many', writes);
}

describe('writing records', () => {
  it('answers with what can be taken back, and takes it back in another session', async () => {
    const before = await digest();
    expect(await save('Rename SAP', [rename])).toMatchObject({
      kind: 'saved',
      undoNote: null,
      steps: { undoable: { label: 'Rename SAP', records: 1 }, redoable: null }
    });
    desk_ = desk(services);
    expect((await ask({ verb: 'listRecords', standing })).steps.undoable?.label).toBe('Rename SAP');
    expect(await ask({ verb: 'takeStep', standing, direction: 'undo', leaveChanged: false })).toMatchObject({
      kind: 'saved',
      label: 'Rename SAP',
      steps: { undoable: null, redoable: { label: 'Rename SAP' } }
    });
    expect(await digest()).toBe(before);
    expect(await ask({ verb: 'takeStep', standing, direction: 'undo', leaveChanged: false })).toMatchObject({
      kind: 'nothing'
    });
  });

  it('answers with what stood in the way', async () => {
    const [sap] = await ask({ verb: 'readRecords', standing, names: [{ store: 'assets', id: ids.sap }] });
    await save('Theirs', [rename]);
    expect(await save('Ours', [{ ...rename, seen: sap?.seen ?? '' }])).toMatchObject({
      kind: 'changedElsewhere',
      records: [{ label: 'SAP SE', change: 'edited' }]
    });
    expect(await save('Empty', [{ ...rename, fields: { name: ' ' } }])).toMatchObject({
      kind: 'refused',
      message: 'Nothing was saved. Name is empty.',
      problems: [{ write: 0, field: 'name', message: 'Name is empty.' }]
    });
    const entry = { id: idOf(3), personId: ids.person, country: 'DE', from: '2024-01-01', to: '2024-01-02' };
    expect(await save('Days', [{ op: 'put', store: 'dayLog', record: entry }])).toMatchObject({
      kind: 'needsVersion',
      version: '1.3.0'
    });
    const { code } = await desk_.failureOf({
      verb: 'saveRecords',
      standing: { version: '1.0.0', epoch: 7 },
      label: '',
      writes: []
    });
    expect(code).toBe('staleWindow');
  });

  it('says so when the disk is full, and leaves everything as it was', async () => {
    const before = await digest();
    const full = vi.spyOn(FDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const answer = await save('Rename SAP', [rename]);
    full.mockRestore();
    expect(answer).toMatchObject({ kind: 'refused', message: expect.stringMatching('nothing was saved') as string });
    expect(await digest()).toBe(before);
  });

  it('is void for undoing after an upgrade, in words', async () => {
    await save('Rename SAP', [rename]);
    await ask({ verb: 'migrate', from: '1.0.0', to: currentVersion, invalidRows: 'stop' });
    const found = await services.migrations.inspect();
    if (found.kind !== 'supported') throw new Error('It is not there.');
    standing = { version: found.version, epoch: found.epoch };
    const { steps } = await ask({ verb: 'listRecords', standing });
    expect(steps.undoable).toBeNull();
    expect(steps.note).toMatch('cannot be taken back step by step');
  });

  it('tells the witness: what a person empties is no loss, and what is lost still is', async () => {
    const removed = await ask({
      verb: 'removeRecords',
      standing,
      names: [
        { store: 'accounts', id: ids.depot },
        { store: 'accounts', id: ids.bank }
      ]
    });
    expect(removed).toMatchObject({ kind: 'saved' });
    expect(await stored(services, 'assets')).toEqual([]);
    expect((await ask({ verb: 'inspect' })).finding.kind).toBe('supported');
    await ask({ verb: 'takeStep', standing, direction: 'undo', leaveChanged: false });
    expect((await ask({ verb: 'inspect' })).finding.kind).toBe('supported');
    expect((await services.environment.witness.read())?.counts).toMatchObject({ assets: 6, accounts: 2 });
  });
});

describe('deleting many', () => {
  it('is backed up first, unless nothing was written since the newest backup', async () => {
    await many(60);
    const names = Array.from({ length: 60 }, (_, at) => ({ store: 'transactions', id: idOf(2_000 + at) }));
    expect(await ask({ verb: 'planRemoval', standing, names: names.slice(0, 49) })).toMatchObject({ backsUp: false });
    expect(await ask({ verb: 'planRemoval', standing, names })).toEqual({
      label: 'Delete 60 transactions',
      sentence: 'Deletes 60 transactions. You can undo this.',
      counts: { transactions: 60 },
      backsUp: true
    });
    await ask({ verb: 'removeRecords', standing, names: names.slice(0, 10) });
    expect(await services.environment.backups.list()).toEqual([]);
    await ask({ verb: 'takeStep', standing, direction: 'undo', leaveChanged: false });

    const before = await digest();
    await ask({ verb: 'removeRecords', standing, names });
    const [backup, ...others] = await services.environment.backups.list();
    expect(others).toEqual([]);
    expect(backup).toMatchObject({
      occasion: 'delete',
      reason: 'before 60 records were deleted',
      counts: { transactions: 63 }
    });
    expect(backup?.verifiedAt).not.toBeNull();
    await ask({ verb: 'takeStep', standing, direction: 'undo', leaveChanged: false });
    expect(await digest()).toBe(before);

    await ask({ verb: 'backUp', note: '' });
    await ask({ verb: 'removeRecords', standing, names });
    expect(await services.environment.backups.list()).toHaveLength(2);
  });

  it('writes nothing when that backup cannot be made', async () => {
    await many(60);
    const before = await digest();
    services.place.capacity = 0;
    const names = Array.from({ length: 60 }, (_, at) => ({ store: 'transactions', id: idOf(2_000 + at) }));
    expect(await ask({ verb: 'removeRecords', standing, names })).toMatchObject({
      kind: 'refused',
      message: expect.stringMatching('no space left') as string
    });
    expect(await digest()).toBe(before);
  });
});

describe('files beside documents', () => {
  const attach = (name: string, text = 'content') =>
    ask({
      verb: 'attachFile',
      standing,
      assetId: ids.sap,
      documentId: idOf(777),
      name,
      file: new Blob([text]),
      facts: { kind: 'statement', title: 'Statement' }
    });
  const documents = () => ask({ verb: 'documentsOf', standing, assetId: ids.sap });

  it('are listed, opened, and taken back with their document', async () => {
    const before = await digest();
    expect(await attach('year|2023.pdf')).toMatchObject({ kind: 'saved', label: 'Add the file ‘year|2023.pdf’' });
    const [listed] = await documents();
    expect(listed?.record).toMatchObject({ kind: 'statement', title: 'Statement', locationKind: 'held' });
    const opened = await ask({ verb: 'openAttachment', location: String(listed?.record['location']) });
    expect(opened?.name).toBe('year_2023.pdf');
    expect(opened?.type).toBe('application/pdf');
    expect(await opened?.text()).toBe('content');
    await ask({ verb: 'takeStep', standing, direction: 'undo', leaveChanged: false });
    expect(await digest()).toBe(before);
    await ask({ verb: 'takeStep', standing, direction: 'redo', leaveChanged: false });
    expect(await documents()).toHaveLength(1);
  });

  it('never run anything when they are opened', async () => {
    await attach('page.html', '<script>alert(1)</script>');
    const [listed] = await documents();
    const opened = await ask({ verb: 'openAttachment', location: String(listed?.record['location']) });
    expect(opened?.type).toBe('application/octet-stream');
  });

  it('are refused in words when they are empty, too large or do not fit, and leave nothing behind', async () => {
    const before = await digest();
    expect(await attach('empty.pdf', '')).toMatchObject({
      kind: 'refused',
      message: expect.stringMatching('is empty') as string
    });
    services.files.capacity = 3;
    expect(await attach('large.pdf')).toMatchObject({
      kind: 'refused',
      message: expect.stringMatching('could not be kept') as string
    });
    expect(services.files.files.size).toBe(0);
    expect(await digest()).toBe(before);
  });

  it('are swept only when neither a document nor a step has named them for a long time', async () => {
    const sweep = () => ask({ verb: 'sweepAttachments', standing });
    await attach('a.pdf');
    services.passDays(1_000);
    expect(await sweep()).toBe(0);
    // Its document goes: the step that deleted it still names it.
    const [listed] = await documents();
    await ask({ verb: 'removeRecords', standing, names: [{ store: 'documents', id: String(listed?.record['id']) }] });
    for (let years = 0; years < 3; years++) {
      services.passDays(1_000);
      expect(await sweep()).toBe(0);
    }
    expect(services.files.files.size).toBe(1);
    // Nothing names it once the steps are void.
    standing = { ...standing, epoch: 2 };
    await bumpEpoch();
    expect(await sweep()).toBe(0);
    services.passDays(59);
    expect(await sweep()).toBe(0);
    services.passDays(2);
    expect(await sweep()).toBe(1);
    expect(services.files.files.size).toBe(0);
  });

  it('stay while a backup in this browser names them, and while one cannot be read', async () => {
    const sweep = () => ask({ verb: 'sweepAttachments', standing });
    await attach('a.pdf');
    const backup = await ask({ verb: 'backUp', note: '' });
    const [listed] = await documents();
    await ask({ verb: 'removeRecords', standing, names: [{ store: 'documents', id: String(listed?.record['id']) }] });
    standing = { ...standing, epoch: 2 };
    await bumpEpoch();
    for (let months = 0; months < 4; months++) {
      expect(await sweep()).toBe(0);
      services.passDays(61);
    }
    const whole = services.place.files.get(backup.name) ?? new Uint8Array();
    services.place.files.set(backup.name, whole.slice(0, 100));
    await expect(sweep()).rejects.toThrow();
    expect(services.files.files.size).toBe(1);
    services.place.files.set(backup.name, whole);
    // It was needed until now, so its time begins anew.
    expect(await sweep()).toBe(0);
    await ask({ verb: 'removeBackup', id: backup.id, force: true });
    services.passDays(59);
    expect(await sweep()).toBe(0);
    services.passDays(2);
    expect(await sweep()).toBe(1);
    expect(services.files.files.size).toBe(0);
  });
});

/** Another window restores or migrates: all that can be noticed is the epoch. */
async function bumpEpoch(): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const request = services.environment.indexedDB.open('WealthWise');
    request.onerror = () => reject(request.error ?? new Error('not opened'));
    request.onsuccess = () => {
      const transaction = request.result.transaction('_meta', 'readwrite');
      transaction.objectStore('_meta').put({ key: 'epoch', value: 2 });
      transaction.oncomplete = () => {
        request.result.close();
        resolve();
      };
    };
  });
}
