import { strToU8, zipSync } from 'fflate';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ImportFailure, readTable } from '../../../src/lib/import';
import { limits } from '../../../src/lib/import/limits';
import { seed } from '../../support/seed';
import { fileOf, lines, swissquote } from './files';

const small = ['Datum;Typ;Betrag', '01.02.2024;Einlage;5,00', '02.02.2024;Gebühr;1,00'];

async function refusal(content: string | Uint8Array<ArrayBuffer>): Promise<ImportFailure> {
  const error: unknown = await readTable(new Blob([content])).catch((cause: unknown) => cause);
  if (!(error instanceof ImportFailure)) throw new Error(`It was read: ${JSON.stringify(error)}`);
  return error;
}

function windows1252(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function utf16(text: string, little: boolean, mark: boolean): Uint8Array<ArrayBuffer> {
  const bytes: number[] = mark ? (little ? [0xff, 0xfe] : [0xfe, 0xff]) : [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    bytes.push(...(little ? [code & 255, code >> 8] : [code >> 8, code & 255]));
  }
  return Uint8Array.from(bytes);
}

describe('encodings', () => {
  const text = small.join('\r\n');
  it.each([
    ['UTF-8', new TextEncoder().encode(text), 'utf-8'],
    ['UTF-8 with a byte order mark', new TextEncoder().encode(`\ufeff${text}`), 'utf-8'],
    ['UTF-16, little end first', utf16(text, true, true), 'utf-16le'],
    ['UTF-16, big end first', utf16(text, false, true), 'utf-16be'],
    ['UTF-16 without a mark', utf16(text, true, false), 'utf-16le'],
    ['Windows-1252', windows1252(text), 'windows-1252']
  ] as const)('%s', async (_, bytes, encoding) => {
    const table = await readTable(new Blob([bytes as Uint8Array<ArrayBuffer>]));
    expect(table.encoding).toBe(encoding);
    expect(table.header).toEqual(['Datum', 'Typ', 'Betrag']);
    expect(table.rows.map(({ cells }) => cells[1])).toEqual(['Einlage', 'Gebühr']);
  });

  it('a letter whose bytes lie in two pieces of the stream', async () => {
    const filler = `${'x'.repeat(70_000)}ü`;
    const table = await readTable(
      fileOf(lines(...small, `03.02.2024;${filler.slice(0, 32_000)};1,00`, `04.02.2024;ü;1,00`))
    );
    expect(table.rows.at(-1)?.cells[1]).toBe('ü');
  });
});

describe('tables', () => {
  it.each([',', ';', '\t', '|'])('finds the delimiter %j', async (delimiter) => {
    const table = await readTable(
      fileOf(lines(...small.map((line) => line.replaceAll(';', delimiter).replaceAll(',00', '.00'))))
    );
    expect(table.delimiter).toBe(delimiter);
    expect(table.header).toEqual(['Datum', 'Typ', 'Betrag']);
  });

  it('Excel’s own line about the delimiter', async () => {
    const table = await readTable(fileOf(lines('sep=;', ...small)));
    expect([table.delimiter, table.headerLine, table.rows[0]?.line]).toEqual([';', 2, 3]);
  });

  it('a title, a preamble and empty lines above the header; lines are counted as the file has them', async () => {
    const table = await readTable(fileOf(lines('My account', 'Period: 2024', '', ...small)));
    expect(table.headerLine).toBe(4);
    expect(table.preamble).toHaveLength(2);
    expect(table.blankLines).toBe(1);
    expect(table.rows.map(({ line }) => line)).toEqual([5, 6]);
  });

  it('names of columns with spaces around them, and empty ones at the end', async () => {
    const table = await readTable(fileOf(lines('"Date" ; Type;Amount ;;', '2024-01-01;Deposit;5;;')));
    expect(table.header).toEqual(['Date', 'Type', 'Amount']);
  });

  it('quotes around delimiters, quotes and line ends, with lines counted through', async () => {
    const table = await readTable(
      fileOf(lines('Date,Type,Note', '2024-01-01,Deposit,"a ""b"", c', 'd"', '2024-01-02,Deposit,e'))
    );
    expect(table.rows.map(({ line, cells }) => [line, cells[2]])).toEqual([
      [2, 'a "b", c\nd'],
      [4, 'e']
    ]);
  });

  it('line ends of old Macs', async () => {
    expect((await readTable(fileOf(small.join('\r')))).rows).toHaveLength(2);
  });

  it('a table without a header', async () => {
    const table = await readTable(fileOf(lines('2024-01-01;5,00;EUR', '2024-01-02;6,00;EUR')));
    expect(table.headerLine).toBeNull();
    expect(table.header).toEqual(['Column 1', 'Column 2', 'Column 3']);
    expect(table.rows).toHaveLength(2);
  });

  it('the one table in a zip', async () => {
    const zip = zipSync({ 'readme.md': strToU8('hello'), 'rates.csv': strToU8(swissquote) });
    expect((await readTable(new Blob([zip as Uint8Array<ArrayBuffer>]))).rows).toHaveLength(7);
  });
});

describe('what is no table is refused with a reason', () => {
  it.each([
    ['an empty file', '', 'empty'],
    ['nothing but empty lines', '\n\n  \n', 'empty'],
    ['a PDF', '%PDF-1.7 and more', 'binary'],
    ['bytes', Uint8Array.from({ length: 400 }, (_, at) => (at * 7) % 256), 'binary'],
    ['a web page', '<!DOCTYPE html><html></html>', 'notATable'],
    ['a letter', 'Dear Sir\nplease find attached', 'notATable'],
    ['JSON without bookings', '{"a": 1}', 'unknownJson'],
    ['JSON that is cut off', '{"activities": [{"a": 1}', 'unknownJson'],
    ['a zip without a table', zipSync({ 'a.png': strToU8('x') }) as Uint8Array<ArrayBuffer>, 'unknownZip'],
    [
      'a zip of two tables',
      zipSync({ 'a.csv': strToU8('a,b'), 'b.csv': strToU8('a,b') }) as Uint8Array<ArrayBuffer>,
      'unknownZip'
    ],
    ['a damaged zip', Uint8Array.from([0x50, 0x4b, 3, 4, 1, 2, 3, 4, 5]), 'unknownZip'],
    ['a workbook', zipSync({ '[Content_Types].xml': strToU8('x') }) as Uint8Array<ArrayBuffer>, 'unknownZip'],
    ['a cell of a book’s length', `Date,Type\n2024-01-01,${'x'.repeat(40_000)}\n`, 'cellTooLong'],
    ['a thousand and more columns', `${'a,'.repeat(1_200)}a\n${'1,'.repeat(1_200)}1\n`, 'tooManyColumns'],
    ['a quote that is never closed', `Date,Type\n2024-01-01,"${'open, '.repeat(200_000)}`, 'unclosedQuote']
  ] as const)('%s', async (_, content, code) => {
    const failure = await refusal(content);
    expect(failure.code).toBe(code);
    expect(failure.message).toMatch(/^[A-Z].*\.$/);
  });

  it('a file of 200 MB, without reading it', async () => {
    const file = new Blob(['a,b']);
    Object.defineProperty(file, 'size', { value: 200 * 1024 * 1024 });
    file.slice = () => {
      throw new Error('It was read.');
    };
    await expect(readTable(file)).rejects.toMatchObject({
      code: 'tooLarge',
      message:
        'This file has 200 MB, and at most 64 MB are read at once. Export one year at a time, or a shorter period, and import the files one after the other.'
    });
  });

  it('a zip that unpacks to more than it may', async () => {
    const bomb = zipSync({ 'a.csv': new Uint8Array(limits.bytes + 1) }, { level: 1 });
    expect(bomb.length).toBeLessThan(1_000_000);
    expect(await refusal(bomb as Uint8Array<ArrayBuffer>)).toMatchObject({
      code: 'tooLarge',
      message: expect.stringMatching(/^What is packed in this archive has more than 64 MB\. Export one year/) as string
    });
  });
});

describe('properties', () => {
  const cell = fc.string({
    unit: fc.constantFrom('a', 'B', '7', 'ü', '漢', ' ', '"', ';', ',', '\t', '|', '\n', "'", '🚀'),
    maxLength: 12
  });

  it('any table reads back the same, whatever its delimiter, quotes and line ends', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 20 }),
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n'),
        async (rows, delimiter, lineEnd) => {
          const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
          // A first column of days gives every row the same width and keeps it from being empty.
          const written = [['Date', 'Type', 'Name', 'Note'], ...rows.map((cells) => ['2024-01-01', ...cells])];
          const text = written.map((cells) => cells.map(quoted).join(delimiter)).join(lineEnd);
          const table = await readTable(fileOf(text));
          expect(table.delimiter).toBe(delimiter);
          expect(table.rows.map(({ cells }) => cells)).toEqual(written.slice(1));
        }
      ),
      seed(100)
    );
  });

  it('any JSON is read or refused, never anything else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        await readTable(new Blob([JSON.stringify({ activities: value })])).catch((cause: unknown) => {
          if (!(cause instanceof ImportFailure)) throw cause;
        });
      }),
      seed(200)
    );
  });

  it('random bytes are read or refused, never anything else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        await readTable(new Blob([bytes as Uint8Array<ArrayBuffer>])).catch((cause: unknown) => {
          if (!(cause instanceof ImportFailure)) throw cause;
        });
      }),
      seed(300)
    );
  });
});

describe('progress and cancel', () => {
  it('tells bytes, and stops at the next piece', async () => {
    const file = fileOf(lines(...small, ...Array.from({ length: 20_000 }, (_, at) => `01.02.2024;Einlage;${at},00`)));
    const seen: number[] = [];
    await readTable(file, { onProgress: (done) => seen.push(done) });
    expect(seen.at(-1)).toBe(file.size);
    const abort = new AbortController();
    const reason = new Error('cancelled');
    await expect(readTable(file, { signal: abort.signal, onProgress: () => abort.abort(reason) })).rejects.toBe(reason);
  });
});
