import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { snapshotLimits, verifySnapshot, type SnapshotLimits } from '../../../src/lib/backup';
import { checkFile } from '../../../src/lib/backup/check';
import { seed } from '../../support/seed';
import { backupsIn, fakeSource, gzipped, someEntries, someThings, stores, textOf } from './sources';

let file: Uint8Array<ArrayBuffer>;
let text: string;

beforeAll(async () => {
  const { backups } = backupsIn();
  const source = fakeSource({ things: [{ id: 'broken' }, ...someThings(40)], entries: someEntries(9) });
  const { info } = await backups.create(source, { reason: 'Before the upgrade' });
  const blob = await backups.open(info.id);
  file = new Uint8Array(await blob.arrayBuffer());
  text = await textOf(blob);
});

const verify = async (bytes: Uint8Array<ArrayBuffer> | string, limits: Partial<SnapshotLimits> = {}) =>
  (
    await verifySnapshot(new Blob([bytes]), {
      schemaOf: (version) => (version === '1.0.0' ? stores : null),
      elapsed: () => performance.now(),
      limits: { ...snapshotLimits, ...limits }
    })
  ).verification;

const problemOf = async (bytes: Uint8Array<ArrayBuffer> | string, limits: Partial<SnapshotLimits> = {}) => {
  const { ok, problems } = await verify(bytes, limits);
  expect(ok).toBe(false);
  expect(problems).toHaveLength(1);
  return problems[0];
};

describe('a whole file', () => {
  test('is fine, compressed or not, with or without its last line end', async () => {
    expect(await verify(file)).toMatchObject({ ok: true, problems: [], rows: 50, depth: 'full' });
    expect(await verify(text)).toMatchObject({ ok: true, rows: 50 });
    expect(await verify(text.trimEnd())).toMatchObject({ ok: true, rows: 50 });
    expect(await verify(await gzipped(text))).toMatchObject({ ok: true, rows: 50 });
  });

  test('gives the same rows, kept since it was checked or read from the file once more', async () => {
    const rowsOf = async (keeps: number): Promise<readonly [string, unknown][]> => {
      const { backups } = backupsIn();
      const source = fakeSource({ things: someThings(40), entries: someEntries(9) });
      const { info } = await backups.create(source, { reason: '' });
      const blob = await backups.open(info.id);
      let reads = 0;
      const file = new Proxy(blob, {
        get(target, name) {
          if (name === 'stream' || name === 'slice') reads++;
          const value: unknown = Reflect.get(target, name, target);
          return typeof value === 'function' ? (value.bind(target) as unknown) : value;
        }
      });
      const snapshot = await checkFile(file, {
        schemaOf: () => stores,
        elapsed: () => performance.now(),
        decrypt: (plain) => Promise.resolve(plain),
        infoOf: () => info,
        now: () => new Date(),
        keeps
      });
      const before = reads;
      const found: [string, unknown][] = [];
      await snapshot.rows((store, rows) => void found.push(...rows.map((row): [string, unknown] => [store, row])));
      expect(reads > before).toBe(keeps === 0);
      return found;
    };
    const kept = await rowsOf(1_000);
    expect(kept.length).toBeGreaterThan(40);
    expect(await rowsOf(0)).toEqual(kept);
  });

  test('of a data version newer than this app is verified in its structure only', async () => {
    const { backups } = backupsIn();
    const { info } = await backups.create(fakeSource({ things: [{ id: 7 }] }, '9.0.0'), { reason: '' });
    expect(await backups.verify(info.id)).toMatchObject({ ok: true, rows: 1, depth: 'structural' });
    expect(info.dataVersion).toBe('9.0.0');
  });
});

describe('a wrong file is a clear problem, and never an exception', () => {
  test('empty, cut, foreign', async () => {
    expect(await problemOf('')).toBe('Backup file is empty');
    expect(await problemOf(file.slice(0, file.length >> 1))).toMatch(/cut off or damaged/);
    expect(await problemOf(file.slice(0, -1))).toMatch(/cut off or damaged/);
    expect(await problemOf(text.slice(0, text.length >> 1))).toMatch(/not JSON|cut off/);
    expect(await problemOf('{"hello":1}')).toBe('This file is not a backup of this app.');
    expect(await problemOf('{\n"header":{"format":"something else"},\n')).toBe(
      'This file is not a backup of this app.'
    );
    expect(await problemOf(Uint8Array.of(0x1f, 0x8b, 1, 2, 3))).toMatch(/cut off or damaged/);
    expect(await problemOf(`${text}{}`)).toMatch(/follows after the end/);
  });

  test('newer: it says what to do', async () => {
    const newer = text
      .replace('"minReaderVersion":1', '"minReaderVersion":3')
      .replace('"appVersion":"0.1.0"', '"appVersion":"3.0.0"');
    expect(await problemOf(newer)).toBe(
      'The backup was written by a newer app (3.0.0): it needs a reader of format 3, and this app reads format 2. ' +
        'Update the app to read it.'
    );
    // A newer format that this reader still understands is read.
    expect(await problemOf(text.replace('"formatVersion":2', '"formatVersion":3'))).toMatch(/digest of the whole/);
  });

  test.each<[string, (text: string) => string, RegExp]>([
    ['a changed value', (was) => was.replace('Thing 7 ', 'Thing 8 '), /things: the digest/],
    [
      'a changed data version',
      (was) => was.replace('"dataVersion":"1.0.0"', '"dataVersion":"1.0.1"'),
      /digest of the whole/
    ],
    ['a changed reason', (was) => was.replace('Before the', 'After the'), /digest of the whole/],
    ['a changed count', (was) => was.replaceAll('"things":41', '"things":40'), /things: 41 records were read/],
    [
      'a changed count of invalid records',
      (was) => was.replace('"invalid":{"things":1}', '"invalid":{}'),
      /digest of the whole/
    ],
    [
      'a changed digest',
      (was) => was.replace(/"digest":"./, '"digest":"0').replace(/"digest":"0/, '"digest":"f'),
      /digest of the whole/
    ],
    ['a missing line', (was) => was.replace(/\{"id":"t000007",.*\n/, ''), /things: 40 records were read/],
    ['a line twice', (was) => was.replace(/(\{"id":"t000007",.*\n)/, '$1$1'), /things: a record comes twice/],
    [
      'two lines changed over',
      (was) => was.replace(/(\{"id":"t000007",.*\n)(.*\n)/, '$2$1'),
      /things: a record comes twice, or not in the order of its key/
    ],
    ['a lost comma', (was) => was.replace(/(\{"id":"t000007",.*),\n/, '$1\n'), /A record of things is not JSON/],
    ['a forbidden key', (was) => was.replace('"name":"Thing 7', '"__proto__":"Thing 7'), /forbidden key "__proto__"/],
    [
      'a forbidden key in the header',
      (was) => was.replace('"reason":', '"constructor":1,"reason":'),
      /forbidden key "constructor"/
    ],
    [
      'an unknown tag',
      (was) => was.replace('{"id":"t000007"', '{"x":{"$never":1},"id":"t000007"'),
      /"\$never" in a form that is not known/
    ],
    [
      'a store that the version does not have',
      (was) => was.replaceAll('"things":', '"others":'),
      /has no store others/
    ],
    ['stores in another order', (was) => was.replace('"things":[', '"entries":['), /not in order/],
    [
      'no valid data version',
      (was) => was.replace('"dataVersion":"1.0.0"', '"dataVersion":"one"'),
      /no valid data version/
    ],
    ['no counts', (was) => was.replace('"counts":{', '"counts":{"x":-1,'), /wrong counts/],
    ['no footer', (was) => was.replace('"footer":', '"foot":'), /no footer/],
    [
      'a packed row that lacks entries',
      (was) => was.replace('{"id":"e0"', '{"$packed":[{"account":"a","month":"2025-12"},99]},\n{"id":"e0"'),
      /entries a packed row lacks 90/
    ],
    [
      'a malformed packed row',
      (was) => was.replace('{"id":"e0"', '{"$packed":[1]},\n{"id":"e0"'),
      /packed row is malformed/
    ]
  ])('with %s', async (_, change, problem) => {
    const changed = change(text);
    expect(changed).not.toBe(text);
    expect(await problemOf(changed)).toMatch(problem);
    expect(await problemOf(await gzipped(changed))).toMatch(problem);
  });

  test('records that became invalid are found even when every digest agrees', async () => {
    // The same database, the footer claiming that all of it had been valid.
    const { backups } = backupsIn(undefined, { schemaOf: () => null });
    const { info } = await backups.create(fakeSource({ things: someThings(3) }), { reason: '' });
    const blob = await backups.open(info.id);
    const strict = { things: { ...stores['things']!, row: stores['entries']!.row }, entries: stores['entries']! };
    const { verification } = await verifySnapshot(blob, { schemaOf: () => strict, elapsed: () => 0 });
    expect(verification.problems).toEqual(['things: 3 records do not satisfy the schema of 1.0.0, 0 are stated.']);
  });

  test('beyond the limits: file, inflated size, line, depth, records', async () => {
    expect(await problemOf(file, { fileBytes: file.length - 1 })).toMatch(/larger than this app reads/);
    expect(await problemOf(file, { inflatedBytes: text.length >> 1 })).toMatch(/larger than this app reads/);
    const bomb = await gzipped(`{\n"header":${' '.repeat(30_000_000)}`);
    expect(bomb.length).toBeLessThan(40_000);
    expect(await problemOf(bomb, { lineBytes: 2 ** 20 })).toMatch(/line of the backup is too long/);
    expect(
      await problemOf(text.replace('{"id":"t000007"', `{"x":${'['.repeat(500)}1${']'.repeat(500)},"id":"t000007"`))
    ).toMatch(/nested too deeply/);
    expect(await problemOf(text, { records: 49 })).toMatch(/more records/);
    expect(await verify(text, { records: 50, fileBytes: text.length * 2 })).toMatchObject({ ok: true });
  });

  test('with bytes that are not text', async () => {
    const bytes = new TextEncoder().encode(text);
    bytes[bytes.indexOf(0xc3)] = 0xff;
    expect(await problemOf(bytes)).toMatch(/bytes that are not text/);
  });

  test('any flipped bit, any cut, and any piece of noise', async () => {
    const flip = fc.tuple(fc.nat(file.length * 8 - 1), fc.constantFrom('file', 'text'));
    await fc.assert(
      fc.asyncProperty(flip, async ([drawn, of]) => {
        const bytes = of === 'file' ? file.slice() : new TextEncoder().encode(text);
        const bit = drawn % (bytes.length * 8);
        const at = bit >> 3;
        bytes[at] = (bytes[at] ?? 0) ^ (1 << (bit & 7));
        const { ok, problems } = await verify(bytes);
        // The gzip header holds a time, flags and a system, and the first block, which is stored, and the last one fill
        // bits, that mean nothing.
        const filling = (at === 10 && (bit & 7) >= 3) || at === file.length - 9;
        if (of === 'file' && ((at >= 3 && at < 10) || filling)) return;
        expect([at, ok, problems.length]).toEqual([at, false, 1]);
      }),
      seed(300)
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(file.length - 1), fc.nat(text.length - 2), async (inFile, inText) => {
        expect((await verify(file.slice(0, inFile))).ok).toBe(false);
        expect((await verify(text.slice(0, inText))).ok).toBe(false);
      }),
      seed(150)
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        expect((await verify(new Uint8Array(bytes))).ok).toBe(false);
      }),
      seed(100)
    );
  });
});

describe('a file in its place', () => {
  test('gone, replaced by another, or damaged after it was verified', async () => {
    const { backups, place } = backupsIn();
    const { info } = await backups.create(fakeSource({ things: someThings(9) }), { reason: '' });
    const bytes = place.files.get(info.name)!;
    expect((await backups.verify(info.id)).ok).toBe(true);

    const damaged = bytes.slice();
    damaged[damaged.length >> 1]! ^= 1;
    place.files.set(info.name, damaged);
    expect((await backups.verify(info.id)).ok).toBe(false);
    expect((await backups.list())[0]?.verifiedAt).toBeNull();

    place.files.set(info.name, bytes);
    expect((await backups.verify(info.id)).ok).toBe(true);
    expect((await backups.list())[0]?.verifiedAt).not.toBeNull();

    place.files.set(info.name, file);
    expect(await backups.verify(info.id)).toMatchObject({
      ok: false,
      problems: ['The file is whole, but it is another one than was listed.']
    });

    place.files.delete(info.name);
    expect(await backups.verify(info.id)).toMatchObject({ ok: false, problems: ['Backup file not found'] });
    expect(await backups.list()).toEqual([]);
    expect(await backups.verify('nobody')).toMatchObject({ ok: false, problems: ['Backup file not found'] });
  });

  test.each<[string, (files: Map<string, Uint8Array<ArrayBuffer>>) => void]>([
    ['lost', (files) => files.delete('manifest.json')],
    ['cut', (files) => files.set('manifest.json', files.get('manifest.json')!.slice(0, 40))],
    ['empty', (files) => files.set('manifest.json', new Uint8Array())],
    [
      'of another version',
      (files) => files.set('manifest.json', new TextEncoder().encode('{"version":9,"backups":[]}'))
    ],
    [
      'full of nonsense',
      (files) => files.set('manifest.json', new TextEncoder().encode('{"version":1,"backups":[1,{}]}'))
    ]
  ])('the list is rebuilt from the files when it is %s', async (_, harm) => {
    const { backups, place } = backupsIn();
    const first = await backups.create(fakeSource({ things: someThings(3) }), { reason: 'first' });
    const second = await backups.create(fakeSource(), { reason: 'second' });
    harm(place.files);
    place.files.set('WealthWise_Backup_2020-01-01_00-00-00.json.gz', file.slice(0, 30));
    const listed = await backups.list();
    expect(listed).toHaveLength(3);
    // What is known from the header alone: nobody has read the file whole since.
    for (const { info } of [first, second]) expect(listed).toContainEqual({ ...info, digest: '', verifiedAt: null });
    const unreadable = listed.find(({ dataVersion }) => dataVersion === 'unknown');
    expect(unreadable).toMatchObject({ name: 'WealthWise_Backup_2020-01-01_00-00-00.json.gz', verifiedAt: null });
    expect((await backups.verify(unreadable?.id ?? '')).ok).toBe(false);
    expect(place.files.has('WealthWise_Backup_2020-01-01_00-00-00.json.gz')).toBe(true);

    expect((await backups.verify(first.info.id)).ok).toBe(true);
    const [again] = (await backups.list()).filter(({ id }) => id === first.info.id);
    expect(again).toEqual(first.info);
    const third = await backups.create(fakeSource(), { reason: 'third' });
    expect((await backups.list()).map(({ id }) => id)).toContain(third.info.id);
    expect(await backups.list()).toHaveLength(4);
  });
});
