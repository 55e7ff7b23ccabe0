import { crc32 as standardCrc32 } from 'node:zlib';
import { unzipSync } from 'fflate';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBundle, writeBundle, type BundledAttachment } from '../../../src/lib/backup/bundle';
import { crc32 } from '../../../src/lib/backup/format/crc32';
import { attachment, backupFile, bytesOf, made } from '../../support/bundles';
import { seed } from '../../support/seed';

test('a backup and its attachments come out of one file as they went in', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 5_000 }),
      fc.array(fc.tuple(fc.uint8Array({ maxLength: 3_000 }), fc.constantFrom('a.pdf', 'Ü 2.PDF', 'ohne', '😀.x y')), {
        maxLength: 8
      }),
      async (content, files) => {
        const attachments = await Promise.all(files.map(([bytes, name], at) => attachment(at, name, bytes)));
        const missing = [{ id: '00000000-0000-4000-8000-0000000000ff', name: 'gone.pdf' }];
        const zip = await writeBundle(backupFile(content), attachments, missing, made);
        const read = await readBundle(zip);
        expect(read?.backup.name).toBe('WealthWise_Backup_2024-06-28_12-00-00.json.gz');
        expect(await bytesOf(read?.backup)).toEqual(new Uint8Array(content));
        expect(read?.missing).toEqual(missing);
        const facts = (all: readonly BundledAttachment[] = []) =>
          Promise.all(all.map(async ({ content: blob, ...named }) => ({ ...named, bytes: await bytesOf(blob) })));
        expect(await facts(read?.attachments)).toEqual(await facts(attachments));
      }
    ),
    seed(200)
  );
});

test('another reader of zip files opens it, with names that say what is what', async () => {
  const scan = await attachment(1, 'Depot 2023.pdf', new TextEncoder().encode('scan'));
  const again = await attachment(2, 'copy of it.pdf', new TextEncoder().encode('scan'));
  const zip = await writeBundle(backupFile(new Uint8Array([1, 2, 3])), [scan, again], [], made);
  const entries = unzipSync(await bytesOf(zip));
  // The same content is there once.
  expect(Object.keys(entries)).toEqual([
    'WealthWise_Backup_2024-06-28_12-00-00.json.gz',
    'manifest.json',
    `attachments/${scan.digest}.pdf`
  ]);
  expect(new TextDecoder().decode(entries[`attachments/${scan.digest}.pdf`])).toBe('scan');
  expect(JSON.parse(new TextDecoder().decode(entries['manifest.json']))).toMatchObject({
    format: 'wealthwise-backup-with-attachments',
    formatVersion: 1,
    attachments: [
      { name: 'Depot 2023.pdf', digest: scan.digest, bytes: 4 },
      { name: 'copy of it.pdf', digest: scan.digest, bytes: 4 }
    ],
    missing: []
  });
});

test('check sums are those of everybody, also taken in pieces', () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.uint8Array(), (one, two) => {
      expect(crc32(two, crc32(one))).toBe(standardCrc32(new Uint8Array([...one, ...two])));
    }),
    seed()
  );
});

test('what is no zip is left to others', async () => {
  for (const text of ['', 'PK', '{"header":{}}', '\u001f\u008b']) expect(await readBundle(new Blob([text]))).toBeNull();
});

test('more than one zip takes is refused before anything is read', async () => {
  const huge = { name: 'a.bin', bytes: 2 ** 32 - 50, crc: 0, content: new Blob([]) };
  const { writeZip } = await import('../../../src/lib/backup/bundle/write-zip');
  expect(() => writeZip([huge], made)).toThrow(/more than one zip file takes/);
  const many = Array.from({ length: 2 ** 16 }, (_, at) => ({ name: `${at}`, bytes: 0, crc: 0, content: new Blob([]) }));
  expect(() => writeZip(many, made)).toThrow(/more than one zip file takes/);
});

test('ends when it is cancelled', async () => {
  const signal = AbortSignal.abort();
  const scan = await attachment(1, 'a.pdf', new Uint8Array([1]));
  await expect(writeBundle(backupFile(new Uint8Array([1])), [scan], [], made, { signal })).rejects.toThrow();
  const zip = await writeBundle(backupFile(new Uint8Array([1])), [scan], [], made);
  await expect(readBundle(zip, { signal })).rejects.toThrow();
});
