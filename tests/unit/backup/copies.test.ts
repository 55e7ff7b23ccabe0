import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { copyBackup, pruneCopies, readCopies, type CopyOptions, type FilePlace } from '../../../src/lib/backup';
import { encryptBackup } from '../../../src/lib/backup/encryption';
import { freeName, isBackupName } from '../../../src/lib/backup/names';
import { memoryPlace, type MemoryPlace } from '../../../src/lib/backup/testing';
import type { BackupInfo } from '../../../src/lib/migration';
import { seed } from '../../support/seed';
import { backupsIn, clock, fakeSource, someThings, stores } from './sources';

const later = new Date(clock.now.getTime() + 3_600_000);
const options: CopyOptions = {
  owner: 'me',
  schemaOf: () => stores,
  elapsed: () => performance.now(),
  now: () => later
};

async function aBackup(things = 30): Promise<{ info: BackupInfo; file: Blob; here: MemoryPlace }> {
  const { backups, place } = backupsIn();
  const { info } = await backups.create(fakeSource({ things: someThings(things) }), { reason: 'A test' });
  return { info, file: await backups.open(info.id), here: place };
}

/** A place that alters what is written, as a failing disk does. */
function altering(place: MemoryPlace, alter: (bytes: Uint8Array<ArrayBuffer>) => void): FilePlace {
  return {
    ...place,
    async write(name) {
      const sink = await place.write(name);
      return {
        ...sink,
        close: async () => {
          await sink.close();
          alter(place.files.get(name) as Uint8Array<ArrayBuffer>);
        }
      };
    }
  };
}

const flip = (bytes: Uint8Array) => (bytes[100] = (bytes[100] ?? 0) ^ 1);
const bytesOf = async (file: Blob) => new Uint8Array(await file.arrayBuffer());

describe('a copy', () => {
  test('is the same file, read back from there and listed there', async () => {
    const { info, file, here } = await aBackup();
    const before = new Map(here.files);
    const there = { ...memoryPlace(), kind: 'folder' as const };
    expect(await readCopies(there, 'me')).toEqual([]);
    const copy = await copyBackup(info, file, there, options);
    expect(copy).toEqual({ ...info, place: 'folder', verifiedAt: later.toISOString() });
    expect(there.files.get(info.name)).toEqual(await bytesOf(file));
    expect(await readCopies(there, 'me')).toEqual([copy]);
    expect(await readCopies(there, 'another')).toEqual([]);
    expect([...there.files.keys()].sort()).toEqual([info.name, 'manifest-me.json']);
    expect(here.files).toEqual(before);
  });

  test('that is there and whole is not written again, and one that was damaged there is', async () => {
    const { info, file } = await aBackup();
    const there = memoryPlace();
    await copyBackup(info, file, there, options);
    const first = there.files.get(info.name);
    await copyBackup(info, file, there, options);
    expect(there.files.get(info.name)).toBe(first);
    flip(first as Uint8Array);
    await copyBackup(info, file, there, options);
    expect(there.files.get(info.name)).toEqual(await bytesOf(file));
    expect(await readCopies(there, 'me')).toHaveLength(1);
  });

  test('that arrives altered does not count, and nothing of it is left', async () => {
    const { info, file } = await aBackup();
    const there = memoryPlace();
    await expect(copyBackup(info, file, altering(there, flip), options)).rejects.toMatchObject({
      code: 'backupFailed',
      message: expect.stringMatching(/cannot be read back.*as it was\. Try again/) as string
    });
    expect([...there.files.keys()]).toEqual([]);
  });

  test('of another backup does not count, however whole it is', async () => {
    const { info } = await aBackup(30);
    const other = await aBackup(31);
    const there = memoryPlace();
    await expect(copyBackup(info, other.file, there, options)).rejects.toThrow(/another one than was meant/);
    expect([...there.files.keys()]).toEqual([]);
  });

  test('of an encrypted file is compared byte by byte', async () => {
    const { info, file } = await aBackup();
    const encrypted = await encryptBackup(file, 'lantern orbit velvet cactus');
    const locked = { ...info, name: `${info.name}.age`, encrypted: true, bytes: encrypted.size };
    const there = memoryPlace();
    await expect(copyBackup(locked, encrypted, altering(there, flip), options)).rejects.toThrow(/not what was written/);
    expect([...there.files.keys()]).toEqual([]);
    const copy = await copyBackup(locked, encrypted, there, options);
    expect(isBackupName('WealthWise', copy.name)).toBe(true);
    expect(there.files.get(copy.name)).toEqual(await bytesOf(encrypted));
  });

  test('takes another name where one of that name is not ours', async () => {
    const { info, file } = await aBackup();
    const there = memoryPlace();
    const theirs = new TextEncoder().encode('of somebody else');
    there.files.set(info.name, theirs);
    const copy = await copyBackup(info, file, there, options);
    expect(copy.name).toBe(info.name.replace('.json', '-2.json'));
    expect(there.files.get(info.name)).toBe(theirs);
  });

  test('that does not fit, or is cancelled, leaves nothing and says why', async () => {
    const { info, file } = await aBackup();
    const there = memoryPlace(file.size - 1);
    await expect(copyBackup(info, file, there, options)).rejects.toMatchObject({
      code: 'insufficientStorage',
      details: [{ needed: file.size, available: 0 }]
    });
    const roomy = memoryPlace();
    await expect(copyBackup(info, file, roomy, { ...options, signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'migrationCancelled'
    });
    for (const place of [there, roomy]) expect([place.files.size, place.unfinished.size]).toEqual([0, 0]);
  });
});

describe('cleaning among the copies', () => {
  const now = new Date(2026, 5, 30, 12);
  const context = { presentVersion: '1.0.0', now };

  /** Copies of these ages in days, in the list of this owner. */
  async function copied(place: MemoryPlace, owner: string, ages: readonly number[]): Promise<BackupInfo[]> {
    const { info, file } = await aBackup();
    const copies: BackupInfo[] = [];
    for (const [at, age] of ages.entries()) {
      const createdAt = new Date(now.getTime() - age * 86_400_000).toISOString();
      const original = { ...info, id: `${owner}-${at}`, name: `WealthWise_Backup_${owner}-${at}.json.gz`, createdAt };
      copies.push(await copyBackup(original, file, place, { ...options, owner }));
    }
    return copies;
  }

  test('takes old ones of ours, and nothing else that lies there', async () => {
    const there = memoryPlace();
    await copied(there, 'another', [0, 90]);
    there.files.set('WealthWise_Backup_2020-01-01_00-00-00.json.gz', new Uint8Array(5));
    there.files.set('letter.txt', new Uint8Array(5));
    const ours = await copied(there, 'me', [0, 60, 61, 62]);
    // The person has put something else under the name of one.
    there.files.set(ours[2]?.name ?? '', new Uint8Array(5));
    const before = [...there.files.keys()];
    const pinned = ours.map((backup, at) => ({ ...backup, pinned: at === 3 }));
    const result = await pruneCopies(there, 'me', pinned, context);
    expect(result).toMatchObject({ removed: [{ id: 'me-1' }], freed: ours[1]?.bytes, suspended: null });
    expect([...there.files.keys()].sort()).toEqual(before.filter((name) => name !== ours[1]?.name).sort());
    expect((await readCopies(there, 'me')).map(({ id }) => id)).not.toContain('me-1');
    expect(await readCopies(there, 'another')).toHaveLength(2);
    expect((await pruneCopies(there, 'me', pinned, context)).removed).toEqual([]);
  });

  test('never takes the newest, nor what is not in the list, whatever the ages', async () => {
    const template = memoryPlace();
    await copied(template, 'me', [0]);
    const [whole] = template.files.values();
    const ages = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(ages, fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), async (days, listed) => {
        const there = memoryPlace();
        const [sample] = await readCopies(template, 'me');
        const all = days.map((age, at) => ({
          ...(sample as BackupInfo),
          id: String(at),
          name: `WealthWise_Backup_${at}.json.gz`,
          createdAt: new Date(now.getTime() - age * 86_400_000).toISOString()
        }));
        for (const { name } of all) there.files.set(name, whole as Uint8Array<ArrayBuffer>);
        const ours = all.filter((_, at) => listed[at]);
        there.files.set('manifest-me.json', new TextEncoder().encode(JSON.stringify({ version: 1, backups: ours })));
        const { removed } = await pruneCopies(there, 'me', [], context);
        const newest = Math.max(...ours.map(({ createdAt }) => Date.parse(createdAt)));
        for (const backup of removed) {
          expect(ours.map(({ id }) => id)).toContain(backup.id);
          expect(Date.parse(backup.createdAt)).toBeLessThan(newest);
        }
        const left = all.filter(({ id }) => !removed.some((backup) => backup.id === id));
        for (const { name } of left) expect(there.files.has(name)).toBe(true);
      }),
      seed()
    );
  });
});

test('names that are taken get the first free number before their ending', () => {
  const taken = new Set(['a.json.gz.age', 'a-2.json.gz.age', 'b.json']);
  expect(freeName('a.json.gz.age', taken)).toBe('a-3.json.gz.age');
  expect(freeName('b.json', taken)).toBe('b-2.json');
  expect(freeName('c.json', taken)).toBe('c.json');
});

test('backups are known by name, plain, compressed and encrypted', () => {
  for (const ending of ['.json', '.json.gz', '.json.gz.age', '.json.age'])
    expect(isBackupName('WealthWise', `WealthWise_Backup_2026-01-02_03-04-05${ending}`), ending).toBe(true);
  for (const ending of ['.age', '.gz', '.json.zip', '.json.gz.age.part'])
    expect(isBackupName('WealthWise', `WealthWise_Backup_2026-01-02_03-04-05${ending}`), ending).toBe(false);
});
