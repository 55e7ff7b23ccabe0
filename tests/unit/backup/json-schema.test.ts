/** What FORMAT.md says in words, a schema says for programs: our own files satisfy it, and broken ones do not. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import schema from '../../../src/lib/backup/backup.schema.json';
import { backupFolder } from '../../support/backup-writer';

const valid = new Ajv2020({ allowUnionTypes: true, ownProperties: true }).compile(schema);
const documentOf = (file: string): Record<string, Record<string, unknown>> =>
  JSON.parse(gunzipSync(readFileSync(join(backupFolder, file))).toString()) as never;
const [first = ''] = readdirSync(backupFolder);

it.each(readdirSync(backupFolder))('%s satisfies the schema', (file) => {
  valid(documentOf(file));
  expect(valid.errors).toBeNull();
});

it.each<[string, (document: ReturnType<typeof documentOf>) => void]>([
  ['another format', (document) => Object.assign(document['header'] ?? {}, { format: 'other' })],
  ['no footer', (document) => delete document['footer']],
  ['a negative count', (document) => Object.assign(document['header'] ?? {}, { counts: { assets: -1 } })],
  ['a digest that is none', (document) => Object.assign(document['footer'] ?? {}, { digest: 'abc' })],
  ['a store that is no list', (document) => Object.assign(document['stores'] ?? {}, { assets: {} })],
  ['a forbidden key', (document) => Object.assign(document['stores'] ?? {}, { assets: [{ constructor: 1 }] })]
])('%s does not', (_what, spoil) => {
  const document = documentOf(first);
  expect(valid(document)).toBe(true);
  spoil(document);
  expect(valid(document)).toBe(false);
});
