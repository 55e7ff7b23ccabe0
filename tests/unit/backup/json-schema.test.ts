/** What FORMAT.md says in words, a schema says for programs: our own files satisfy it, and broken ones do not. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import schema from '../../../src/lib/backup/backup.schema.json';
import { FORMAT_VERSION } from '../../../src/lib/backup/format/header';
import { canonicalLine } from '../../../src/lib/backup/format/canonical';
import { supportedVersions } from '../../../src/lib/schema';
import { backupFolder } from '../../support/backup-writer';
import { seed } from '../../support/seed';
import { backupsIn, entry, fakeSource, months, textOf } from './sources';

interface Document {
  header: Record<string, unknown>;
  stores: Record<string, unknown[]>;
  footer: Record<string, unknown>;
  [more: string]: unknown;
}

const validate = new Ajv2020({ allowUnionTypes: true, strictTypes: false }).compile(schema);
const files = readdirSync(backupFolder).sort();
const golden = (): Document =>
  JSON.parse(gunzipSync(readFileSync(join(backupFolder, files.at(-1) ?? ''))).toString('utf8')) as Document;

function expectValid(document: unknown): void {
  validate(document);
  expect(validate.errors ?? []).toEqual([]);
}

it('there are files to judge, of every format and version', () => {
  expect(files).toHaveLength(FORMAT_VERSION * supportedVersions.length);
});

it.each(files)('%s conforms', (file) => {
  expectValid(JSON.parse(gunzipSync(readFileSync(join(backupFolder, file))).toString('utf8')));
});

it('a backup written now conforms, with packed rows that are more than their entries and values JSON cannot hold', async () => {
  const items = [entry('e1'), entry('e2')];
  const { backups } = backupsIn();
  const { info } = await backups.create(
    fakeSource({
      things: [
        {
          id: 'a',
          name: 'A',
          at: new Date(0),
          none: new Date(NaN),
          bytes: Uint8Array.of(1),
          more: new Map([[-0, 1n]])
        },
        { id: 'b', name: 'B', blob: new Blob(['x'], { type: 'text/plain' }), looks: { $date: 1 }, not: undefined }
      ],
      entries: [
        { ...months.pack(items), unknown: 1 },
        { account: 'b', month: '2026-01', items: 'none' }
      ]
    }),
    { reason: 'A test', occasion: 'manual' }
  );
  const document = JSON.parse(await textOf(await backups.open(info.id))) as Document;
  expect(JSON.stringify(document)).toContain('"$packed"');
  expect(JSON.stringify(document)).toContain('"$object"');
  expectValid(document);
});

it('whatever a record can hold conforms', () => {
  const document = golden();
  const anything = fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withTypedArray: true,
    withSparseArray: true,
    key: fc.oneof(fc.string(), fc.constantFrom('$date', '$', '$packed', '__proto__', 'constructor'))
  });
  fc.assert(
    fc.property(anything, (value) => {
      document.stores['things'] = [JSON.parse(canonicalLine({ id: 'a', value }))];
      return validate(document);
    }),
    seed(300)
  );
});

describe('what is broken does not conform:', () => {
  const broken: Record<string, (document: Document) => void> = {
    'another format': ({ header }) => (header['format'] = 'other'),
    'no data version': ({ header }) => delete header['dataVersion'],
    'a data version that is none': ({ header }) => (header['dataVersion'] = '1.3'),
    'a reader that does not exist yet': ({ header }) => (header['minReaderVersion'] = FORMAT_VERSION + 1),
    'a local time': ({ header }) => (header['createdAt'] = '2026-11-02T08:00:00'),
    'an unknown occasion': ({ header }) => (header['occasion'] = 'whim'),
    'a negative count': ({ header }) => ((header['counts'] as Record<string, number>)['assets'] = -1),
    'no footer': (document) => Reflect.deleteProperty(document, 'footer'),
    'no stores': (document) => Reflect.deleteProperty(document, 'stores'),
    'a store that is no list': ({ stores }) => ((stores as Record<string, unknown>)['assets'] = {}),
    'a forbidden key': ({ stores }) => stores['assets']?.push({ id: 'a', constructor: 1 }),
    'a forbidden key deep down': ({ stores }) => stores['assets']?.push({ id: 'a', in: [{ prototype: 1 }] }),
    'an unknown tag': ({ stores }) => stores['assets']?.push({ id: 'a', at: { $when: 1 } }),
    'a tag with the wrong content': ({ stores }) => stores['assets']?.push({ id: 'a', at: { $bigint: '1.5' } }),
    'a wrong tag deep in another': ({ stores }) => stores['assets']?.push({ a: { $set: [{ $map: [[1]] }] } }),
    'a packed row without its number': ({ stores }) => stores['transactions']?.push({ $packed: [{}] }),
    'a digest in capitals': ({ footer }) => (footer['digest'] = 'A'.repeat(64)),
    'no digests': ({ footer }) => delete footer['digests'],
    'something more': (document) => (document['more'] = 1)
  };

  it.each(Object.keys(broken))('%s', (how) => {
    const document = golden();
    expectValid(document);
    broken[how]?.(document);
    expect(validate(document)).toBe(false);
  });
});
