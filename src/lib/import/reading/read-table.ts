/** From a file to a table: bytes, characters, rows, header. */
import { cleanText } from '../cells/text';
import { ImportFailure } from '../failure';
import { isColumnName } from '../mapping/column-names';
import { tableOfJson } from '../formats/json';
import { limits } from '../limits';
import type { Pace } from '../pace';
import { isZip, kindInWords, tooLarge, unpackTable } from './container';
import { findDelimiter } from './delimiter';
import { decoderFor, looksBinary, sniffEncoding, type Encoding } from './encoding';
import { findHeader } from './find-header';
import { RowReader } from './read-rows';
import type { Table, TableRow } from './table';

const headBytes = 65_536;

/**
 * Reads a file that a person chose. Throws an {@link ImportFailure} with a sentence for a file that is no table, and
 * the signal's reason once it is aborted. Progress counts bytes.
 */
export async function readTable(file: Blob, pace: Pace = {}): Promise<Table> {
  pace.signal?.throwIfAborted();
  if (file.size === 0) throw new ImportFailure('empty', 'This file is empty.');
  if (file.size > limits.bytes) throw tooLarge(file.size);
  const head = new Uint8Array(await file.slice(0, headBytes).arrayBuffer());
  if (isZip(head)) return readTable(new Blob([unpackTable(new Uint8Array(await file.arrayBuffer()))]), pace);
  const kind = kindInWords(head);
  const encoding = sniffEncoding(head);
  if (kind !== null || looksBinary(head, encoding)) {
    throw new ImportFailure('binary', `This is ${kind ?? 'a binary file'} and no table. Choose a CSV export.`);
  }
  const beginning = new TextDecoder(encoding).decode(head).trimStart();
  if (/^(\{|\[\s*[{[\]])/.test(beginning)) return tableOfJson(await textOf(file, encoding));
  if (/^<(!doctype|html|\?xml)/i.test(beginning)) {
    throw new ImportFailure('notATable', 'This is a web page or XML and no table. Choose a CSV export.');
  }
  try {
    return await readRows(file, encoding, pace);
  } catch (cause) {
    // The decoder refuses bytes that are no UTF-8: the file is from a program that writes Western European text.
    if (encoding !== 'utf-8' || !(cause instanceof TypeError)) throw cause;
    return readRows(file, 'windows-1252', pace);
  }
}

async function readRows(file: Blob, encoding: Encoding, { signal, onProgress }: Pace): Promise<Table> {
  const decoder = decoderFor(encoding);
  const stream = file.stream().getReader();
  let reader: RowReader | null = null;
  let delimiter = ',';
  let pending = '';
  let done = 0;
  try {
    for (;;) {
      signal?.throwIfAborted();
      const { value, done: last } = await stream.read();
      pending += last ? decoder.decode() : decoder.decode(value, { stream: true });
      done += value?.length ?? 0;
      if (!reader && (last || pending.length >= headBytes)) {
        const found = findDelimiter(pending.slice(0, headBytes));
        delimiter = found.delimiter;
        pending = pending.slice(found.skip);
        reader = new RowReader(delimiter, found.skip > 0 ? 2 : 1);
      }
      if (reader) {
        reader.push(pending, last);
        pending = '';
      }
      onProgress?.(Math.min(done, file.size), file.size);
      if (last) break;
    }
  } finally {
    await stream.cancel();
  }
  return asTable(reader?.rows ?? [], reader?.blankLines ?? 0, delimiter, encoding);
}

function asTable(rows: readonly TableRow[], blankLines: number, delimiter: string, encoding: Encoding): Table {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  if (rows.length === 0) throw new ImportFailure('empty', 'This file holds no rows.');
  if (width < 2) {
    throw new ImportFailure(
      'notATable',
      'No columns were found in this file. Choose a CSV export of transactions or prices.'
    );
  }
  const at = findHeader(rows, isColumnName);
  const header = at < 0 ? Array.from({ length: width }, (_, column) => `Column ${column + 1}`) : namesOf(rows[at]);
  return {
    header,
    headerLine: rows[at]?.line ?? null,
    rows: rows.slice(at + 1),
    preamble: rows.slice(0, Math.max(0, at)),
    blankLines,
    delimiter,
    encoding
  };
}

/** Without the empty names that trailing delimiters leave behind. */
function namesOf(row: TableRow | undefined): readonly string[] {
  const names = (row?.cells ?? []).map(cleanText);
  while (names.at(-1) === '') names.pop();
  return names;
}

async function textOf(file: Blob, encoding: Encoding): Promise<string> {
  return new TextDecoder(encoding).decode(await file.arrayBuffer());
}
