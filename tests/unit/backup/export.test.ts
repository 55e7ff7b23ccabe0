import { unzipSync } from 'fflate';
import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { exportCsv } from '../../../src/lib/backup/export';
import { history } from '../../../src/lib/schema';
import { goldenSource } from '../../support/backup-writer';
import { golden } from '../../support/golden';
import { seed } from '../../support/seed';
import { entry, fakeSource, months } from './sources';

async function tablesOf(zip: Blob): Promise<Record<string, Record<string, string>[]>> {
  const files = unzipSync(new Uint8Array(await zip.arrayBuffer()));
  return Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => {
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
      expect(text.startsWith('\uFEFF'), name).toBe(true);
      const { data, errors } = Papa.parse<Record<string, string>>(text.slice(1), {
        header: true,
        skipEmptyLines: true
      });
      expect(errors, name).toEqual([]);
      return [name, data];
    })
  );
}

it('every record of every store is one line of its own table', async () => {
  const { stores } = golden('1.3.0');
  const tables = await tablesOf(await exportCsv(goldenSource(history, '1.3.0')));
  const assets = stores['assets'] ?? [];
  expect(tables['assets.csv']?.map(({ id }) => id)).toEqual(assets.map(({ id }) => id));
  const booked = (stores['transactions'] ?? []).flatMap((row) => row['entries'] as { id: string }[]);
  expect(tables['transactions.csv']?.map(({ id }) => id)).toEqual(booked.map(({ id }) => id));
  expect(Object.keys(tables)).not.toContain('_meta.csv');
});

it('nothing in it is a formula, and numbers stay numbers', async () => {
  const things = [
    { id: 'a', name: '=HYPERLINK("http://example.org")', amount: '-12.50', note: '+1', more: { deep: [1] } },
    { id: 'b', name: '@SUM(A1)', amount: '7', note: '-2+3', 'unknown "field"': 'line\r\nbreak' }
  ];
  const source = fakeSource({ things, entries: [months.pack([entry('e1'), entry('e2')])] });
  const tables = await tablesOf(await exportCsv(source));
  expect(tables['things.csv']).toEqual([
    {
      id: 'a',
      name: '\'=HYPERLINK("http://example.org")',
      amount: '-12.50',
      more: '{"deep":[1]}',
      note: "'+1",
      'unknown "field"': ''
    },
    { id: 'b', name: "'@SUM(A1)", amount: '7', more: '', note: "'-2+3", 'unknown "field"': 'line\r\nbreak' }
  ]);
  expect(tables['entries.csv']?.map(({ id }) => id)).toEqual(['e1', 'e2']);
});

it('whatever texts and numbers a record holds come back, and none as a formula', async () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1 }),
    fc.string({
      unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', ',', ';', '1', 'e', '.', 'A'),
      minLength: 1
    }),
    fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Object.is(number, -0)),
    fc.integer()
  );
  await fc.assert(
    fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 20 }), async (cells) => {
      const things = cells.map((name, at) => ({ id: `t${at}`, name }));
      const tables = await tablesOf(await exportCsv(fakeSource({ things })));
      const found = (tables['things.csv'] ?? []).map(({ name = '' }) => name);
      expect(found).toHaveLength(cells.length);
      cells.forEach((value, at) => expect([`${value}`, `'${value}`]).toContain(found[at]));
      cells.forEach((value, at) => typeof value === 'number' && expect(Number(found[at])).toBe(value));
      const formulas = found.filter((text) => /^[=+@\t\r\n-]/.test(text) && !Number.isFinite(Number(text)));
      expect(formulas).toEqual([]);
    }),
    seed()
  );
});
