import { describe, expect, test } from 'vitest';
import { ballastProbe, fileWitness } from '../../../src/lib/backup';
import { backupName, isBackupName } from '../../../src/lib/backup/names';
import { choosePlace, findPlace } from '../../../src/lib/backup/places';
import { memoryPlace, placeConformance } from '../../../src/lib/backup/testing';

describe('files in memory', () => {
  test.each(placeConformance)('$name', ({ check }) => check(memoryPlace()));

  test('the conformance suite finds a place that shows a file before it is closed', async () => {
    const place = memoryPlace();
    const { write } = place;
    place.write = async (name) => {
      place.files.set(name, new Uint8Array());
      return write(name);
    };
    const results = await Promise.allSettled(placeConformance.map(({ check }) => check(place)));
    expect(results.some(({ status }) => status === 'rejected')).toBe(true);
  });
});

test('without a place the sentence names what is missing, and the next attempt looks again', async () => {
  await expect(choosePlace('backups')).rejects.toThrow('navigator.storage.getDirectory');
  let looked = 0;
  const find = findPlace(async () => {
    if (++looked === 1) throw new Error('not yet');
    return memoryPlace();
  });
  await expect(find()).rejects.toThrow('not yet');
  expect(await find()).toBe(await find());
  expect(looked).toBe(2);
});

describe('the ballast', () => {
  const MB = 2 ** 20;

  test('says that there is enough, and leaves nothing', async () => {
    const place = memoryPlace(50 * MB);
    expect(await ballastProbe(place).probe(20 * MB + 1)).toEqual({ enough: true, available: 20 * MB + 1 });
    expect([place.files.size, place.unfinished.size]).toEqual([0, 0]);
    expect(await ballastProbe(place).probe(0)).toEqual({ enough: true, available: 0 });
  });

  test('says how much could be written before the first refusal, and leaves what was there', async () => {
    const place = memoryPlace(20 * MB);
    place.files.set('kept', new Uint8Array(MB));
    const probe = ballastProbe(place);
    expect(await probe.probe(64 * MB)).toEqual({ enough: false, available: 16 * MB });
    expect([...place.files.keys(), place.unfinished.size]).toEqual(['kept', 0]);
    expect(await probe.probe(16 * MB)).toEqual({ enough: true, available: 16 * MB });
  });

  test('writes what no file system can compress', async () => {
    const place = memoryPlace();
    const { write } = place;
    const written: number[] = [];
    place.write = async (name) => {
      const sink = await write(name);
      return {
        ...sink,
        async write(bytes) {
          const zipped = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'));
          written.push((await new Response(zipped).arrayBuffer()).byteLength / bytes.length);
          await sink.write(bytes);
        }
      };
    };
    await ballastProbe(place).probe(10 * MB);
    expect(written).toHaveLength(2);
    expect(Math.min(...written)).toBeGreaterThan(0.99);
  });

  test('takes a place that fails for no reason of space as a failure, not as a full disk', async () => {
    const place = memoryPlace();
    place.write = async () => {
      throw new DOMException('No access.', 'NotAllowedError');
    };
    await expect(ballastProbe(place).probe(MB)).rejects.toThrow('No access.');
    place.write = async () => {
      throw new DOMException('Full.', 'QuotaExceededError');
    };
    expect(await ballastProbe(place).probe(MB)).toEqual({ enough: false, available: 0 });
  });
});

describe('the witness', () => {
  const seen = { version: '1.0.0', sequence: 4, counts: { assets: 3 }, at: '2026-02-28T09:05:00.000Z' };

  test('is none at first, then the last one written', async () => {
    const place = memoryPlace();
    const witness = fileWitness(place);
    expect(await witness.read()).toBeNull();
    await witness.write({ ...seen, sequence: 3 });
    await witness.write(seen);
    expect(await fileWitness(place).read()).toEqual(seen);
    expect([...place.files.keys()]).toEqual(['witness.json']);
  });

  test('a write that fails leaves the last one', async () => {
    const place = memoryPlace();
    const witness = fileWitness(place);
    await witness.write(seen);
    place.capacity = 0;
    await expect(witness.write({ ...seen, sequence: 5 })).rejects.toThrow();
    expect(await witness.read()).toEqual(seen);
    expect(place.unfinished.size).toBe(0);
  });

  test.each(['', 'null', '{', '[]', '{"version":"1.0.0"}'])('"%s" is no witness', async (text) => {
    const place = memoryPlace();
    place.files.set('witness.json', new TextEncoder().encode(text));
    expect(await fileWitness(place).read()).toBeNull();
  });
});

test('names carry the local time, two digits each', () => {
  const taken = new Set<string>();
  expect(backupName('WealthWise', new Date(2026, 0, 2, 3, 4, 5), taken)).toBe(
    'WealthWise_Backup_2026-01-02_03-04-05.json.gz'
  );
  expect(isBackupName('WealthWise', 'WealthWise_Backup_2026-01-02_03-04-05-2.json.gz')).toBe(true);
  expect(isBackupName('WealthWise', 'WealthWise_Backup_2026-01-02_03-04-05.json')).toBe(true);
  for (const name of ['manifest.json', 'witness.json', 'WealthWise_Backup_x.json.gz.part', 'Other_Backup_x.json']) {
    expect(isBackupName('WealthWise', name)).toBe(false);
  }
});
