import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { beforeEach, expect, test } from 'vitest';
import { MigrationError, type LockPort, type Row } from '../../../src/lib/migration';
import { Repacker, SnapshotReader, type FileSink } from '../../../src/lib/backup';
import { memoryPlace, type MemoryPlace } from '../../../src/lib/backup/places';
import {
  backupsIn,
  clock,
  entry,
  fakeSource,
  months,
  someEntries,
  someThings,
  stores,
  textOf,
  type FakeSource
} from './sources';

const reason = 'Before the upgrade';

beforeEach(() => {
  clock.now = new Date(2026, 1, 28, 9, 5, 0);
});

/** What a place holds, to be compared: names and sizes, and that nothing is half written. */
function standing(place: MemoryPlace) {
  return { files: [...place.files].map(([name, bytes]) => [name, bytes.length]), unfinished: place.unfinished.size };
}

async function failureOf(promise: Promise<unknown>): Promise<MigrationError> {
  const error = await promise.then(
    () => new Error('It did not fail.'),
    (reason: unknown) => reason
  );
  expect(error).toBeInstanceOf(MigrationError);
  return error as MigrationError;
}

test('a backup is one JSON document under its name, listed with what it holds', async () => {
  const { backups, place } = backupsIn();
  const source = fakeSource({ things: someThings(20), entries: someEntries(9) });
  expect(await backups.list()).toEqual([]);

  const { info, digests } = await backups.create(source, { reason });

  expect(info).toMatchObject({
    name: 'WealthWise_Backup_2026-02-28_09-05-00.json.gz',
    createdAt: clock.now.toISOString(),
    dataVersion: '1.0.0',
    reason,
    place: 'opfs',
    counts: { things: 20, entries: 9 },
    verifiedAt: clock.now.toISOString(),
    pinned: false,
    encrypted: false
  });
  expect(await backups.list()).toEqual([info]);
  const file = await backups.open(info.id);
  expect(file.size).toBe(info.bytes);
  expect([...place.files.keys()].sort()).toEqual(['WealthWise_Backup_2026-02-28_09-05-00.json.gz', 'manifest.json']);

  const text = await textOf(file);
  const document = JSON.parse(text) as { header: Row; stores: Record<string, Row[]>; footer: Row };
  expect(document.header).toMatchObject({ format: 'wealthwise-backup', formatVersion: 2, minReaderVersion: 1 });
  expect(document.header).toMatchObject({ appVersion: '0.1.0', dataVersion: '1.0.0', counts: info.counts });
  expect(document.stores['things']).toEqual(source.rows['things']);
  expect(document.stores['entries']).toEqual(source.rows['entries']?.flatMap((row) => row['items']));
  expect(document.footer).toEqual({ counts: info.counts, invalid: {}, digests, digest: info.digest });

  // Every record has a line of its own, and the digest of a store is taken over just these lines, as they lie.
  const section = /"things":\[\n([\s\S]*?)\]/.exec(text)?.[1] ?? '';
  expect(section.split('\n')).toHaveLength(21);
  const inner = createHash('sha256').update(section).digest();
  expect(digests['things']).toBe(createHash('sha256').update(inner).digest('hex'));
});

test('every kind of value comes back from the file', async () => {
  const { backups } = backupsIn();
  const odd = {
    id: 'o',
    name: 'odd',
    at: new Date(5),
    no: undefined,
    n: [NaN, -0, Infinity],
    big: 7n,
    bytes: new Uint8Array(300).fill(1),
    map: new Map([[1, new Set(['x'])]]),
    tag: { $date: 'x' }
  };
  const scan = new File(['scan'], 'scan.pdf', { type: 'application/pdf' });
  const source = fakeSource({ things: [{ id: 'f', name: 'file', scan }, odd, ...someThings(3)] });
  const { info } = await backups.create(source, { reason });

  const reader = await SnapshotReader.open(await backups.open(info.id));
  const read: Row[] = [];
  for await (const batch of reader.batches()) if (batch.store === 'things') read.push(...(batch.records as Row[]));
  expect(isDeepStrictEqual(read[1], odd)).toBe(true);
  const file = read[0]?.['scan'] as File;
  expect([file.name, file.type, await file.text()]).toEqual(['scan.pdf', 'application/pdf', 'scan']);
  expect(read).toHaveLength(5);
});

test('packed rows with unknown fields, and rows that are corrupt, are in the backup whole, and counted', async () => {
  const { backups } = backupsIn();
  const rows = [
    ...someEntries(6),
    { ...months.pack([entry('x', 'b'), entry('y', 'b')]), seen: true },
    { account: 'c', month: '2026-01', days: [], items: 'gone' },
    { account: 'd', month: '2026-01', days: [], items: [{ id: 7 }, null] }
  ];
  const source = fakeSource({ things: [{ id: 'a' }, { id: 'b', name: 'b' }], entries: rows });
  const { info } = await backups.create(source, { reason });
  expect(info.counts).toEqual({ things: 2, entries: 10 });

  const reader = await SnapshotReader.open(await backups.open(info.id));
  const repacker = new Repacker(months);
  const again: Row[] = [];
  for await (const { store, records, containers } of reader.batches()) {
    if (store !== 'entries') continue;
    let next = 0;
    records.forEach((record, at) => {
      for (; containers[next]?.before === at; next++) again.push(...repacker.container(containers[next]!.container));
      again.push(...repacker.entry(record));
    });
  }
  again.push(...repacker.end());
  expect(isDeepStrictEqual(again, rows)).toBe(true);
  expect(reader.footer.invalid).toEqual({ things: 1, entries: 3 });
  expect(await backups.verify(info.id)).toMatchObject({ ok: true, problems: [], rows: 12, depth: 'full' });
});

test('an empty database has a backup too, and a large one passes in many pieces', async () => {
  const { backups } = backupsIn();
  const empty = await backups.create(fakeSource(), { reason });
  expect(empty.info.counts).toEqual({ things: 0, entries: 0 });
  expect(empty.digests['things']).toBe(createHash('sha256').digest('hex'));
  const large = await backups.create(
    fakeSource({ things: someThings(40_000), entries: someEntries(5) }, '1.0.0', 900),
    {
      reason
    }
  );
  expect(large.info.counts).toEqual({ things: 40_000, entries: 5 });
  expect(await backups.verify(large.info.id)).toMatchObject({ ok: true, rows: 40_005 });
});

test('a second backup in the same second has a name of its own, and the newest is listed first', async () => {
  const { backups } = backupsIn();
  const names = [];
  for (let made = 0; made < 3; made++) names.push((await backups.create(fakeSource(), { reason })).info.name);
  clock.now = new Date(2026, 1, 28, 9, 5, 1);
  names.push((await backups.create(fakeSource(), { reason })).info.name);
  const base = 'WealthWise_Backup_2026-02-28_09-05-00';
  expect(names.slice(0, 3)).toEqual([`${base}.json.gz`, `${base}-2.json.gz`, `${base}-3.json.gz`]);
  expect((await backups.list())[0]?.name).toBe(names[3]);
  expect(await backups.list()).toHaveLength(4);
});

test('removing takes the file and its entry, and nothing else', async () => {
  const { backups, place } = backupsIn();
  const kept = await backups.create(fakeSource({ things: someThings(2) }), { reason });
  const gone = await backups.create(fakeSource(), { reason });
  await backups.remove(gone.info.id);
  expect(await backups.list()).toEqual([kept.info]);
  expect(place.files.has(gone.info.name)).toBe(false);
  expect((await failureOf(backups.open(gone.info.id))).message).toBe('Backup failed: Backup file not found');
  expect((await failureOf(backups.remove(gone.info.id))).message).toBe('Backup failed: Backup file not found');
  expect(await backups.verify(kept.info.id)).toMatchObject({ ok: true });
});

test('progress runs from 0 to 1 by records and never backwards, also when the data changed once', async () => {
  const { backups } = backupsIn();
  const source = fakeSource({ things: someThings(50), entries: someEntries(9) });
  const told: number[] = [];
  let reads = 0;
  source.onRead = () => {
    if (++reads === 5) source.changes++;
  };
  await backups.create(source, { reason, onProgress: (fraction) => told.push(fraction) });
  expect(reads).toBeGreaterThan(10);
  expect(told[0]).toBe(0);
  expect(told.at(-1)).toBe(1);
  expect(told).toEqual([...told].sort((a, b) => a - b));
  expect(new Set(told).size).toBeGreaterThan(8);
});

test('the digests of a source are those of its snapshot, and change with one character', async () => {
  const { backups, place } = backupsIn();
  const source = fakeSource({ things: someThings(30), entries: someEntries(9) });
  const digests = await backups.digests(source, ['things', 'entries']);
  expect(place.files.size).toBe(0);
  expect((await backups.create(source, { reason })).digests).toEqual(digests);
  const other = fakeSource({ things: someThings(30), entries: someEntries(9) });
  (other.rows['things']?.[29] as Row)['name'] = 'Another';
  expect(await backups.digests(other, ['things'])).not.toEqual({ things: digests['things'] });
  expect(await backups.digests(other, ['entries'])).toEqual({ entries: digests['entries'] });
  await expect(backups.digests(source, ['nothing'])).rejects.toThrow('no store nothing');
});

test('a backup of data that changes meanwhile is taken again, and given up after three times', async () => {
  const { backups, place } = backupsIn();
  const before = await backups.create(fakeSource(), { reason: 'the one before' });
  const stood = standing(place);
  const source = fakeSource({ things: someThings(10) });
  let reads = 0;
  source.onRead = () => {
    reads++;
    source.changes++;
  };
  const error = await failureOf(backups.create(source, { reason }));
  expect(error.code).toBe('backupFailed');
  expect(error.message).toContain('was changed while it was copied, 3 times in a row');
  expect(reads).toBe(3 * 2);
  expect(standing(place)).toEqual(stood);
  expect(await backups.list()).toEqual([before.info]);

  source.onRead = () => {
    if (reads++ < 7) source.changes++;
  };
  expect((await backups.create(source, { reason })).info.counts['things']).toBe(10);
});

test('a database that counts more records than it gives has no backup', async () => {
  const { backups, place } = backupsIn();
  const source: FakeSource = fakeSource({ things: someThings(10) });
  source.quickCounts = async () => ({ things: { count: 11, exact: true }, entries: { count: 0, exact: true } });
  const error = await failureOf(backups.create(source, { reason }));
  expect(error.message).toBe('Backup failed: things: the database counts 11 records, and 10 could be read.');
  expect(standing(place)).toEqual({ files: [], unfinished: 0 });
});

/** Places where a backup can be interrupted, in the order in which it comes by. */
const stages = ['sequence', 'read', 'write', 'close', 'verify', 'manifest'] as const;

/** Runs `at` when a backup reaches a stage. */
function interrupted(stage: (typeof stages)[number], at: () => void) {
  const place = memoryPlace();
  const source = fakeSource({ things: someThings(5000), entries: someEntries(5) }, '1.0.0', 500);
  const { write, read } = place;
  place.write = async (name) => {
    if (name === 'manifest.json' && stage === 'manifest') at();
    const sink: FileSink = await write(name);
    const through = (when: typeof stage, work: () => Promise<void>) => {
      if (stage === when) at();
      return work();
    };
    return {
      write: (bytes) => through('write', () => sink.write(bytes)),
      close: () => through('close', () => sink.close()),
      abort: () => sink.abort()
    };
  };
  place.read = async (name) => {
    if (stage === 'verify' && name !== 'manifest.json') at();
    return read(name);
  };
  if (stage === 'sequence') source.sequence = async () => (at(), 0);
  if (stage === 'read') source.onRead = (store) => (store === 'entries' ? at() : undefined);
  return { place, source };
}

test.each(stages)('an exception at the stage "%s" leaves nothing, and names its cause', async (stage) => {
  const cause = new Error('the cable was pulled');
  let armed = false;
  const { place, source } = interrupted(stage, () => {
    if (armed) throw cause;
  });
  const { backups } = backupsIn(place);
  const before = await backups.create(source, { reason: 'the one before' });
  const stood = standing(place);
  armed = true;
  const error = await failureOf(backups.create(source, { reason }));
  armed = false;
  expect(error.code).toBe('backupFailed');
  expect(error.message).toBe('Backup failed: the cable was pulled');
  expect(error.cause).toBe(cause);
  expect(standing(place)).toEqual(stood);
  expect(await backups.list()).toEqual([before.info]);
});

test.each(stages.filter((stage) => stage !== 'manifest'))(
  'cancelling at the stage "%s" leaves nothing',
  async (stage) => {
    const controller = new AbortController();
    const { place, source } = interrupted(stage, () => controller.abort());
    const { backups } = backupsIn(place);
    const error = await failureOf(backups.create(source, { reason, signal: controller.signal }));
    expect([error.code, error.message]).toEqual(['migrationCancelled', 'Migration was cancelled by user']);
    expect(standing(place)).toEqual({ files: [], unfinished: 0 });
  }
);

test('cancelled before it begins, it touches nothing', async () => {
  const { backups, place } = backupsIn();
  const error = await failureOf(backups.create(fakeSource(), { reason, signal: AbortSignal.abort() }));
  expect(error.code).toBe('migrationCancelled');
  expect(standing(place)).toEqual({ files: [], unfinished: 0 });
});

test('a full disk in the middle says how much is needed, and leaves what was there', async () => {
  const noise = (id: number) => Array.from({ length: 40 }, () => Math.random().toString(36).slice(2)).join('') + id;
  const things = Array.from({ length: 9000 }, (_, id) => ({ id: `${id}`, name: noise(id) }));
  const { backups, place } = backupsIn();
  const before = await backups.create(fakeSource(), { reason: 'the one before' });
  const stood = standing(place);
  place.capacity = 1_500_000;
  const error = await failureOf(backups.create(fakeSource({ things }, '1.0.0', 300), { reason }));
  expect([error.code, error.message]).toEqual(['insufficientStorage', 'Insufficient storage space for migration']);
  const [space] = error.details as [{ needed: number; available: number }];
  expect(space.available).toBeGreaterThan(1_000_000);
  expect(space.available).toBeLessThan(1_500_000);
  expect(space.needed).toBeGreaterThan(space.available);
  expect(standing(place)).toEqual(stood);
  expect(await backups.list()).toEqual([before.info]);
});

test('what is read back must be what was written: a place that alters it is found out', async () => {
  const place = memoryPlace();
  const { write } = place;
  place.write = async (name) => {
    const sink = await write(name);
    return {
      ...sink,
      async close() {
        await sink.close();
        const file = place.files.get(name);
        if (file && name !== 'manifest.json') file[file.length >> 1] = (file[file.length >> 1] ?? 0) ^ 4;
      }
    };
  };
  const { backups } = backupsIn(place);
  const error = await failureOf(backups.create(fakeSource({ things: someThings(500) }), { reason }));
  expect(error.code).toBe('backupFailed');
  expect(standing(place)).toEqual({ files: [], unfinished: 0 });
});

test('another whole backup in its place is found out', async () => {
  const { backups: others, place: elsewhere } = backupsIn();
  const { info: other } = await others.create(fakeSource({ things: someThings(3) }), { reason });
  const place = memoryPlace();
  const { write } = place;
  place.write = async (name) => {
    const sink = await write(name);
    return {
      ...sink,
      async close() {
        await sink.close();
        if (name !== 'manifest.json') place.files.set(name, elsewhere.files.get(other.name) ?? new Uint8Array());
      }
    };
  };
  const { backups } = backupsIn(place);
  const error = await failureOf(backups.create(fakeSource({ things: someThings(4) }), { reason }));
  expect(error.message).toBe('Backup failed: What was read back is not what was written.');
  expect(standing(place)).toEqual({ files: [], unfinished: 0 });
});

test('records that are sound in the database and not when they are read back are no backup', async () => {
  const strict = { ...stores, things: { ...stores['things'], row: stores['entries']?.row } } as typeof stores;
  const { backups, place } = backupsIn(undefined, { schemaOf: () => strict });
  const error = await failureOf(backups.create(fakeSource({ things: someThings(4) }), { reason }));
  expect(error.message).toBe('Backup failed: things: 4 records do not satisfy the schema of 1.0.0, 0 are stated.');
  expect(standing(place)).toEqual({ files: [], unfinished: 0 });
});

test('once it is cancelled, nothing more is read', async () => {
  const controller = new AbortController();
  const { backups } = backupsIn();
  const source = fakeSource({ things: someThings(70) });
  let reads = 0;
  source.onRead = () => (++reads === 3 ? controller.abort() : undefined);
  expect((await failureOf(backups.create(source, { reason, signal: controller.signal }))).code).toBe(
    'migrationCancelled'
  );
  expect(reads).toBe(3);
});

test('the backup lock is held exclusively from before the first byte until the list is written', async () => {
  const events: string[] = [];
  const locks: LockPort = {
    async request(name, { mode }, callback) {
      events.push(`${mode} ${name}`);
      const result = await callback({ name });
      events.push('released');
      return result;
    },
    query: async () => ({})
  };
  const place = memoryPlace();
  const { write, remove } = place;
  place.write = (name) => (events.push(`write ${name.slice(0, 8)}`), write(name));
  place.remove = (name) => (events.push(`remove ${name.slice(0, 8)}`), remove(name));
  const { backups } = backupsIn(place, { locks });
  const { info } = await backups.create(fakeSource(), { reason });
  await backups.remove(info.id);
  expect(events).toEqual([
    'exclusive ww:backup',
    'write WealthWi',
    'write manifest',
    'released',
    'exclusive ww:backup',
    'remove WealthWi',
    'write manifest',
    'released'
  ]);
});
