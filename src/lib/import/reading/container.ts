/** What a file is by its first bytes, and the table inside a zip. */
import { Unzip, UnzipInflate } from 'fflate';
import { ImportFailure } from '../failure';
import { limits } from '../limits';

export type FileKind = 'text' | 'zip' | 'json' | 'other';

const known: readonly (readonly [string, readonly number[]])[] = [
  ['a PDF document', [0x25, 0x50, 0x44, 0x46]],
  ['a picture', [0x89, 0x50, 0x4e, 0x47]],
  ['a picture', [0xff, 0xd8, 0xff]],
  ['a picture', [0x47, 0x49, 0x46, 0x38]],
  ['an old Excel workbook', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a gzip archive', [0x1f, 0x8b]],
  ['a 7-Zip archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['a database', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65]]
];

export function startsWith(head: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, at) => head[at] === byte);
}

/** What a file that is no table is, in words; null where the first bytes do not tell. */
export function kindInWords(head: Uint8Array): string | null {
  return known.find(([, bytes]) => startsWith(head, bytes))?.[0] ?? null;
}

export function isZip(head: Uint8Array): boolean {
  return startsWith(head, [0x50, 0x4b, 0x03, 0x04]) || startsWith(head, [0x50, 0x4b, 0x05, 0x06]);
}

/** The one table (`.csv`, `.tsv`, `.txt`, `.json`) that a zip holds. Sizes are counted, since a zip may lie about them. */
export function unpackTable(zip: Uint8Array): Uint8Array<ArrayBuffer> {
  const tables: { name: string; parts: Uint8Array[] }[] = [];
  const names: string[] = [];
  let size = 0;
  const unzip = new Unzip((entry) => {
    names.push(entry.name);
    if (!/\.(csv|tsv|txt|json)$/i.test(entry.name) || /(^|\/)(\.|__MACOSX)/.test(entry.name)) return;
    const table = { name: entry.name, parts: [] as Uint8Array[] };
    tables.push(table);
    entry.ondata = (error, part) => {
      if (error) throw error;
      size += part.length;
      if (size > limits.bytes) throw tooLargeWithin();
      table.parts.push(part);
    };
    entry.start();
  });
  unzip.register(UnzipInflate);
  try {
    // In pieces, so that a bomb is stopped after a few of them and not after all of it is in memory.
    for (let at = 0; at < zip.length || at === 0; at += 65_536) {
      unzip.push(zip.subarray(at, at + 65_536), at + 65_536 >= zip.length);
    }
  } catch (cause) {
    if (cause instanceof ImportFailure) throw cause;
    throw new ImportFailure('unknownZip', 'This zip archive is damaged and cannot be opened.', { cause });
  }
  if (names.includes('[Content_Types].xml')) {
    throw new ImportFailure('unknownZip', 'This is a workbook of a spreadsheet. Save it there as CSV and choose that.');
  }
  const [table, second] = tables;
  if (!table) throw new ImportFailure('unknownZip', `This zip archive holds no CSV file${namesIn(names)}.`);
  if (second) {
    const found = tables.map(({ name }) => name);
    throw new ImportFailure(
      'unknownZip',
      `This zip archive holds several tables${namesIn(found)}. Unpack it and choose one.`
    );
  }
  return joined(table.parts);
}

const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024);

export function tooLarge(bytes: number): ImportFailure {
  return new ImportFailure(
    'tooLarge',
    `This file has ${megabytes(bytes)} MB, and at most ${megabytes(limits.bytes)} MB are read at once. Export one year at a time, or a shorter period, and import the files one after the other.`
  );
}

function tooLargeWithin(): ImportFailure {
  return new ImportFailure(
    'tooLarge',
    `What is packed in this archive has more than ${megabytes(limits.bytes)} MB. Export one year at a time, or a shorter period, and import the files one after the other.`
  );
}

function namesIn(names: readonly string[]): string {
  if (names.length === 0) return '';
  return ` (${names.slice(0, 3).join(', ')}${names.length > 3 ? ', …' : ''})`;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
