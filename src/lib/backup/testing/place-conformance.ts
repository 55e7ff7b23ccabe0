/**
 * What every place for files must do, as checks that need no test runner, so that they run in a page, in a worker and
 * under vitest alike:
 *
 *     for (const { name, check } of placeConformance) test(name, () => check(memoryPlace()));
 */
import type { FilePlace } from '../places';

export interface PlaceCheck {
  readonly name: string;
  /** Throws when the place, which must be empty, does not conform. Leaves it empty. */
  check(place: FilePlace): Promise<void>;
}

export const placeConformance: readonly PlaceCheck[] = [
  {
    name: 'nothing is there at first',
    async check(place) {
      await expectFiles(place, []);
      same(await place.read('a.json'), null, 'what is not there is read as null');
      await place.remove('a.json');
      await place.sweep(() => true);
    }
  },
  {
    name: 'a file is there, whole, once it is closed, and not before',
    async check(place) {
      const sink = await place.write('a.json');
      await expectFiles(place, []);
      await sink.write(bytes('one '));
      await sink.write(bytes('two'));
      await expectFiles(place, []);
      same(await place.read('a.json'), null, 'an open file is not read');
      await sink.close();
      await expectFiles(place, ['a.json']);
      same(await textOf(place, 'a.json'), 'one two', 'the text of the file');
      await place.remove('a.json');
      await expectFiles(place, []);
    }
  },
  {
    name: 'an aborted file leaves nothing, and aborting again, or after closing, does no harm',
    async check(place) {
      const sink = await place.write('a.json');
      await sink.write(bytes('lost'));
      await sink.abort();
      await sink.abort();
      await expectFiles(place, []);
      const kept = await place.write('a.json');
      await kept.write(bytes('kept'));
      await kept.close();
      await kept.abort();
      same(await textOf(place, 'a.json'), 'kept', 'the text of the file');
      await place.remove('a.json');
    }
  },
  {
    name: 'a file is replaced in one step, and an aborted replacement leaves the old one',
    async check(place) {
      await put(place, 'a.json', 'old');
      const lost = await place.write('a.json');
      await lost.write(bytes('lost'));
      same(await textOf(place, 'a.json'), 'old', 'the text while another is written');
      await lost.abort();
      same(await textOf(place, 'a.json'), 'old', 'the text after the abort');
      await put(place, 'a.json', 'new, and longer');
      same(await textOf(place, 'a.json'), 'new, and longer', 'the text after the replacement');
      await put(place, 'a.json', '');
      same(await textOf(place, 'a.json'), '', 'the text of an empty file');
      await expectFiles(place, ['a.json']);
      await place.remove('a.json');
      await expectFiles(place, []);
    }
  },
  {
    name: 'two files can be written at once, also under one name: the last one closed stays',
    async check(place) {
      const first = await place.write('a.json');
      const second = await place.write('a.json');
      const other = await place.write('b.json');
      await second.write(bytes('second'));
      await first.write(bytes('first'));
      await other.write(bytes('other'));
      await second.close();
      await other.close();
      await first.close();
      same(await textOf(place, 'a.json'), 'first', 'the text of the last one closed');
      same(await textOf(place, 'b.json'), 'other', 'the text of the other');
      await expectFiles(place, ['a.json', 'b.json']);
      await place.remove('a.json');
      await place.remove('b.json');
    }
  },
  {
    name: 'a large file comes back byte by byte, and can be streamed',
    async check(place) {
      const piece = new Uint8Array(2 ** 20).map((_, at) => (at * 7) % 253);
      const sink = await place.write('large.bin');
      for (let written = 0; written < 5; written++) await sink.write(piece.slice());
      await sink.write(piece.slice(0, 11));
      await sink.close();
      const file = await place.read('large.bin');
      same(file?.size, 5 * 2 ** 20 + 11, 'its size');
      let at = 0;
      for await (const chunk of (file as Blob).stream()) {
        for (const byte of chunk) if (byte !== piece[at++ % 2 ** 20]) throw new Error(`Byte ${at - 1} differs.`);
      }
      same(at, 5 * 2 ** 20 + 11, 'the bytes that were streamed');
      await place.remove('large.bin');
      await expectFiles(place, []);
    }
  },
  {
    name: 'names with spaces, dots, umlauts and per cent signs are kept',
    async check(place) {
      const names = [
        'WealthWise_Backup_2026-02-28_09-05-00-2.json.gz',
        'a b.json',
        'Übersicht 日本.json',
        '100%25.json'
      ];
      for (const name of names) await put(place, name, name);
      await expectFiles(place, names);
      for (const name of names) {
        same(await textOf(place, name), name, 'the text of the file');
        await place.remove(name);
      }
      await expectFiles(place, []);
    }
  },
  {
    name: 'sweeping leaves whole files, and files of others that are being written',
    async check(place) {
      await put(place, 'a.json', 'whole');
      const sink = await place.write('b.json');
      await sink.write(bytes('being '));
      await place.sweep((name) => name === 'c.json');
      await sink.write(bytes('written'));
      await sink.close();
      await place.sweep(() => true);
      await expectFiles(place, ['a.json', 'b.json']);
      same(await textOf(place, 'a.json'), 'whole', 'the text of the whole file');
      same(await textOf(place, 'b.json'), 'being written', 'the text of the other');
      await place.remove('a.json');
      await place.remove('b.json');
    }
  }
];

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

async function put(place: FilePlace, name: string, text: string): Promise<void> {
  const sink = await place.write(name);
  if (text !== '') await sink.write(bytes(text));
  await sink.close();
}

async function textOf(place: FilePlace, name: string): Promise<string | null> {
  const file = await place.read(name);
  return file ? file.text() : null;
}

async function expectFiles(place: FilePlace, names: readonly string[]): Promise<void> {
  same([...(await place.list())].sort().join('\n'), [...names].sort().join('\n'), 'the files that are listed');
}

function same(found: unknown, expected: unknown, what: string): void {
  if (Object.is(found, expected)) return;
  throw new Error(`${what}: ${JSON.stringify(expected)} was expected, and ${JSON.stringify(found)} found.`);
}
