/** Attachments taken along in a copy of a backup, put back from it, and looked after by the health check. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { HealthFinding } from '../../../src/lib/app/contract';
import { readBundle } from '../../../src/lib/backup/bundle';
import { memoryPlace, type MemoryPlace } from '../../../src/lib/backup/testing';
import { currentVersion } from '../../../src/lib/schema';
import { digestOf } from '../../support/bundles';
import { memoryServices, portfolioAt, type MemoryServices } from '../data/memory-services';
import { ids, smallPortfolio } from '../data/small-portfolio';
import { desk, type Desk } from './desk';

const day = '2024-06-28';
const texts: Readonly<Record<string, string>> = { 'deed.pdf': 'a deed', 'statement.csv': 'a;statement' };

let services: MemoryServices;
let worker: Desk;
/** The version that the data is at. */
let version: string;

async function standing(using = worker) {
  const { finding } = await using.ask({ verb: 'inspect' });
  if (finding.kind !== 'supported') throw new Error(finding.kind);
  return { version: finding.status.currentVersion, epoch: finding.epoch };
}

/** Data with two attachments, and a backup of it. */
async function withFiles(at: string): Promise<string> {
  services = memoryServices();
  worker = desk(services);
  version = at;
  await portfolioAt(services, '1.0.0', smallPortfolio);
  if (at !== '1.0.0') await worker.ask({ verb: 'migrate', from: '1.0.0', to: at, invalidRows: 'stop' });
  for (const [place, [name, text]] of Object.entries(texts).entries()) {
    const outcome = await worker.ask({
      verb: 'attachFile',
      standing: await standing(),
      assetId: ids.sap,
      documentId: `018f0000-0000-7000-8000-00000000000${place}`,
      name,
      file: new Blob([text]),
      facts: { kind: 'statement', title: name }
    });
    expect(outcome.kind).toBe('saved');
  }
  return (await worker.ask({ verb: 'backUp', note: '' })).id;
}

const copy = (id: string, passphrase?: string) => worker.ask({ verb: 'copyBackup', id, passphrase, attachments: true });
const preview = (source: Blob | string, using = worker) => using.ask({ verb: 'previewRestore', source, day });

/** What opening every document of the asset gives. */
async function opened(using: Desk): Promise<Record<string, string | undefined>> {
  const all = await using.ask({ verb: 'documentsOf', standing: await standing(using), assetId: ids.sap });
  const files = all.map(async ({ record }) => {
    const file = await using.ask({ verb: 'openAttachment', location: String(record['location']) });
    return [String(record['title']), await file?.text()] as const;
  });
  return Object.fromEntries(await Promise.all(files));
}

function fresh(): { there: MemoryServices; other: Desk } {
  const there = memoryServices();
  return { there, other: desk(there) };
}

const damage = (of: MemoryServices, name: string): void => {
  const [file] = [...of.files.files].find(([, bytes]) => new TextDecoder().decode(bytes) === texts[name]) ?? [];
  if (file === undefined) throw new Error(`${name} is not kept`);
  of.files.files.set(file, new TextEncoder().encode('something else'));
};

describe.each(['1.0.0', currentVersion])('a copy with attachments, of data at %s', (at) => {
  let backup: string;
  beforeEach(async () => {
    backup = await withFiles(at);
  });

  it('brings records and files into a browser that has never seen them', async () => {
    expect(await worker.ask({ verb: 'readArchive' })).toMatchObject({ attachments: { count: 2, bytes: 17 } });
    const { name, content, ...taken } = await copy(backup);
    expect(name).toMatch(/^WealthWise_Backup_[\d_-]+_with_attachments\.zip$/);
    expect(taken).toEqual({ count: 2, bytes: 17, missing: [] });
    const { there, other } = fresh();
    const shown = await preview(content, other);
    expect(shown).toMatchObject({ present: null, attachments: { bytes: 17, here: 0, missing: [] } });
    expect(there.files.files.size).toBe(0);
    const attachments = shown.attachments?.inFile ?? [];
    expect(attachments).toHaveLength(2);
    const report = await other.ask({
      verb: 'restore',
      source: content,
      mode: 'replace',
      keepVersion: true,
      attachments
    });
    expect(report).toMatchObject({ outcome: 'restored', toVersion: version, attachments: { restored: 2, failed: [] } });
    expect(await opened(other)).toEqual(texts);
    expect([...there.files.files].sort()).toEqual([...services.files.files].sort());
    const { differences } = await preview(content, other);
    expect(
      Object.values(differences).filter(
        ({ changed, onlyInBackup, onlyInPresent }) => changed + onlyInBackup + onlyInPresent > 0
      )
    ).toEqual([]);
  });

  it('is locked whole by a passphrase', async () => {
    const { name, content } = await copy(backup, 'secret');
    expect(name).toMatch(/_with_attachments\.zip\.age$/);
    expect(await content.slice(0, 21).text()).toBe('age-encryption.org/v1');
    const { other } = fresh();
    const job = { verb: 'previewRestore', source: content, day } as const;
    expect((await other.failureOf(job)).details).toMatchObject([{ encrypted: true, wrongPassphrase: false }]);
    expect((await other.failureOf({ ...job, passphrase: 'wrong' })).details).toMatchObject([{ wrongPassphrase: true }]);
    const shown = await other.ask({ ...job, passphrase: 'secret' });
    expect(shown).toMatchObject({ backup: { encrypted: true }, attachments: { missing: [] } });
    const attachments = shown.attachments?.inFile;
    const secret = { source: content, passphrase: 'secret' };
    await other.ask({ verb: 'restore', ...secret, mode: 'replace', keepVersion: true, attachments });
    expect(await opened(other)).toEqual(texts);
  });

  it('names what is missing or damaged, and the records come back without it', async () => {
    damage(services, 'deed.pdf');
    const { content, ...taken } = await copy(backup);
    expect(taken).toMatchObject({ count: 1, bytes: 11, missing: ['deed.pdf'] });
    const { other } = fresh();
    const shown = await preview(content, other);
    expect(shown.attachments).toMatchObject({ bytes: 11, here: 0, missing: ['deed.pdf'] });
    const attachments = shown.attachments?.inFile;
    await other.ask({ verb: 'restore', source: content, mode: 'replace', keepVersion: true, attachments });
    expect(await opened(other)).toEqual({ ...texts, 'deed.pdf': undefined });
  });

  it('restores its records also where there is no room for the files, and says which', async () => {
    const { content } = await copy(backup);
    const { there, other } = fresh();
    there.files.capacity = 8;
    const attachments = (await preview(content, other)).attachments?.inFile;
    const report = await other.ask({
      verb: 'restore',
      source: content,
      mode: 'replace',
      keepVersion: true,
      attachments
    });
    expect(report.attachments).toEqual({ restored: 1, failed: ['statement.csv'] });
    expect(there.files.unfinished.size).toBe(0);
    expect(await opened(other)).toEqual({ ...texts, 'statement.csv': undefined });
  });

  it('mends what was damaged or lost here, and leaves alone what is sound', async () => {
    const { content } = await copy(backup);
    damage(services, 'deed.pdf');
    for (const [file, bytes] of [...services.files.files])
      if (new TextDecoder().decode(bytes) === texts['statement.csv']) services.files.files.delete(file);
    const attachments = (await preview(content)).attachments?.inFile;
    await worker.ask({ verb: 'restore', source: content, mode: 'merge', keepVersion: false, attachments });
    expect(await opened(worker)).toEqual(texts);
    expect(services.files.files.size).toBe(2);
  });

  it('writes nothing when it was tampered with, whatever the records say', async () => {
    const { content } = await copy(backup);
    const bytes = new Uint8Array(await content.arrayBuffer());
    const at = new TextDecoder('latin1').decode(bytes).indexOf(texts['deed.pdf'] ?? '');
    bytes[at] = 0x41;
    const { there, other } = fresh();
    const source = new Blob([bytes]);
    const { message } = await other.failureOf({ verb: 'previewRestore', source, day });
    expect(message).toMatch(/‘deed\.pdf’ is damaged/);
    await other.failureOf({ verb: 'restore', source, mode: 'replace', keepVersion: true });
    expect(there.files.files.size).toBe(0);
    expect((await other.ask({ verb: 'inspect' })).finding.kind).toBe('absent');
  });

  it('puts back nothing that no record names', async () => {
    const { content } = await copy(backup);
    const { there, other } = fresh();
    const attachments = (await preview(content, other)).attachments?.inFile.slice(0, 1);
    await other.ask({ verb: 'restore', source: content, mode: 'replace', keepVersion: true, attachments });
    expect(there.files.files.size).toBe(1);
  });

  it('can be stopped, and leaves everything as it was', async () => {
    expect((await worker.cancelled({ verb: 'copyBackup', id: backup, attachments: true })).code).toMatch(/cancelled/i);
    const { content } = await copy(backup);
    const { there, other } = fresh();
    const job = { verb: 'restore', source: content, mode: 'replace', keepVersion: true } as const;
    expect((await other.cancelled(job)).code).toBe('migrationCancelled');
    expect(there.files.files.size).toBe(0);
    expect((await other.ask({ verb: 'inspect' })).finding.kind).toBe('absent');
  });

  it('is known by digest, file by file', async () => {
    const bundle = await readBundle((await copy(backup)).content);
    expect(bundle?.attachments.map(({ name, digest }) => [name, digest])).toEqual(
      Object.entries(texts).map(([name, text]) => [name, digestOf(new TextEncoder().encode(text))])
    );
  });
});

describe('the folder of copies', () => {
  let place: MemoryPlace;
  let files: MemoryPlace;
  const folder = () => ({ name: 'Dropbox', owner: 'here', place, attachments: files });
  const contentOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  const inFolder = () => [...files.files.values()].map(contentOf).sort();
  let backup: string;

  beforeEach(async () => {
    [place, files] = [memoryPlace(), memoryPlace()];
    const id = await withFiles(currentVersion);
    services.chooseFolder(folder());
    await worker.ask({ verb: 'copyToFolder', again: false });
    const listed = await worker.ask({ verb: 'listFolder' });
    backup = (listed.kind === 'open' && listed.backups.find((one) => one.id === id)?.name) || '';
  });

  it('holds the files of documents too, once, and brings them into a browser that has never seen them', async () => {
    expect(inFolder()).toEqual(Object.values(texts).sort());
    const names = [...files.files.keys()];
    await worker.ask({ verb: 'copyToFolder', again: true });
    expect([...files.files.keys()]).toEqual(names);

    const { there, other } = fresh();
    there.chooseFolder({ ...folder(), owner: 'elsewhere' });
    const source = { copy: backup };
    const shown = await other.ask({ verb: 'previewRestore', source, day });
    expect(shown.attachments).toMatchObject({ from: 'folder', bytes: 17, here: 0, missing: [] });
    expect(shown.attachments?.inFile.map(({ name }) => name).sort()).toEqual(Object.keys(texts));
    expect(there.files.files.size).toBe(0);
    const attachments = shown.attachments?.inFile;
    const report = await other.ask({ verb: 'restore', source, mode: 'replace', keepVersion: true, attachments });
    expect(report).toMatchObject({ attachments: { restored: 2, failed: [] } });
    expect(await opened(other)).toEqual(texts);
    // What is here already need not come from there.
    expect((await other.ask({ verb: 'previewRestore', source, day })).attachments).toMatchObject({
      inFile: [],
      here: 2
    });
  });

  it('writes a damaged file anew when all are read again, and never copies one that is damaged here', async () => {
    const [first = ''] = files.files.keys();
    files.files.set('photo.jpg', new TextEncoder().encode('of others'));
    files.files.set(first, new TextEncoder().encode('rotten'));
    await worker.ask({ verb: 'copyToFolder', again: false });
    expect(contentOf(files.files.get(first) ?? new Uint8Array())).toBe('rotten');
    const inTheFolder = async () =>
      (await worker.ask({ verb: 'checkHealth' })).findings.find(({ area }) => area === 'copies');
    expect(await inTheFolder()).toMatchObject({
      level: 'problem',
      sentence: '1 of 2 files of your documents in the folder are damaged.',
      details: [first.split('.')[0]]
    });
    await worker.ask({ verb: 'copyToFolder', again: true });
    expect(await inTheFolder()).toMatchObject({ level: 'good' });
    expect(inFolder()).toEqual([...Object.values(texts), 'of others'].sort());
    damage(services, 'deed.pdf');
    await worker.ask({ verb: 'copyToFolder', again: true });
    expect(inFolder()).toEqual([...Object.values(texts), 'of others'].sort());
  });

  it('names a file that is damaged there; the records come back without it', async () => {
    const [deed = ''] = [...files.files].find(([, bytes]) => contentOf(bytes) === texts['deed.pdf']) ?? [];
    files.files.set(deed, new TextEncoder().encode('rotten'));
    const { there, other } = fresh();
    there.chooseFolder(folder());
    const source = { copy: backup };
    const attachments = (await other.ask({ verb: 'previewRestore', source, day })).attachments?.inFile;
    const report = await other.ask({ verb: 'restore', source, mode: 'replace', keepVersion: true, attachments });
    expect(report).toMatchObject({ attachments: { restored: 1, failed: ['deed.pdf'] } });
    expect(await opened(other)).toEqual({ ...texts, 'deed.pdf': undefined });
  });

  it('says when a file could not be written there; the backups are there all the same', async () => {
    [place, files] = [memoryPlace(), memoryPlace()];
    const full = (): never => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    services.chooseFolder({ ...folder(), attachments: { ...files, write: async () => full() } });
    const failure = await worker.failureOf({ verb: 'copyToFolder', again: false });
    expect(failure.code).toBe('backupFailed');
    expect(failure.message).toContain('2 of 2 files of your documents could not be written or read back.');
    expect([...place.files.keys()]).toContain(backup);
  });
});

describe('a backup without its attachments', () => {
  it('says before it is restored which files are nowhere', async () => {
    const id = await withFiles(currentVersion);
    expect((await preview(id)).attachments).toEqual({
      from: 'file',
      inFile: [],
      bytes: 0,
      here: 2,
      missing: []
    });
    const { other } = fresh();
    const { content } = await worker.ask({ verb: 'copyBackup', id, attachments: false });
    expect((await preview(content, other)).attachments).toMatchObject({ here: 0, missing: Object.keys(texts) });
  });

  it('is listed and shown also where no files can be looked for', async () => {
    const id = await withFiles(currentVersion);
    const broken = desk({ ...services, attachments: () => Promise.reject(new Error('no place for files')) });
    const { backups, attachments } = await broken.ask({ verb: 'readArchive' });
    expect(backups.map((backup) => backup.id)).toContain(id);
    expect(attachments).toEqual({ count: 0, bytes: 0 });
    expect(await preview(id, broken)).toMatchObject({ attachments: null });
  });

  it('whose records name no file says nothing of files', async () => {
    services = memoryServices();
    worker = desk(services);
    await portfolioAt(services, '1.0.0', smallPortfolio);
    const { id } = await worker.ask({ verb: 'backUp', note: '' });
    expect((await preview(id)).attachments).toBeNull();
    expect(await copy(id)).toMatchObject({ count: 0, bytes: 0, missing: [] });
  });
});

describe('"Check my data"', () => {
  const found = async (): Promise<HealthFinding | undefined> =>
    (await worker.ask({ verb: 'checkHealth' })).findings.find(({ area }) => area === 'attachments');

  it.each(['1.0.0', currentVersion])('reads every attachment back, of data at %s', async (at) => {
    await withFiles(at);
    expect(await found()).toMatchObject({
      level: 'good',
      sentence: expect.stringMatching(/all here.*: 2\.$/) as string
    });
    damage(services, 'deed.pdf');
    expect(await found()).toMatchObject({
      level: 'problem',
      sentence: 'Attachments of your documents: 1 sound, 0 missing, 1 damaged.',
      details: ['damaged: “deed.pdf”']
    });
    services.files.files.clear();
    expect(await found()).toMatchObject({
      level: 'problem',
      details: ['missing: “deed.pdf”', 'missing: “statement.csv”']
    });
  });

  it('takes files from before digests were noted for sound once they can be read', async () => {
    const id = await withFiles(currentVersion);
    for (const [file, bytes] of [...services.files.files]) {
      services.files.files.delete(file);
      services.files.files.set(file.split('.')[0] ?? '', bytes);
    }
    expect(await found()).toMatchObject({ level: 'good' });
    expect(await opened(worker)).toEqual(texts);
    expect(await copy(id)).toMatchObject({ count: 2, missing: [] });
  });
});
