import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { ImportFailure, planImport, readTable, type PortfolioFacts } from '../../../src/lib/import';
import { seed } from '../../support/seed';
import { bookingProblems } from './booking-problems';
import * as files from './files';
import { fileOf } from './files';
import { readingOf } from './reading-of';

const facts: PortfolioFacts = { homeCountry: 'DE', baseCurrency: 'EUR', accounts: [], assets: [], bookings: [] };
const texts = Object.values(files).filter((text): text is string => typeof text === 'string' && !text.startsWith('{'));
const nasty =
  '|  |-|0|-0|1e99|1e-99|10²⁰|NaN|__proto__|constructor|toString|=1+1|🚀|\u0007|2024-13-45|99:99|null|(5|1,2,3|EUR|$|"|9999999999999999999999999999999999999999|0.00000000000000000000000000001'.split(
    '|'
  );
const changes = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom(...nasty)), { maxLength: 12 });

/** The file with some of its cells replaced. */
async function changed(text: string, by: readonly (readonly [number, number, string])[]): Promise<string> {
  const { header, rows, delimiter } = await readTable(fileOf(text));
  const grid = rows.map(({ cells }) => [...cells]);
  for (const [row, column, cell] of by) {
    const cells = grid[row % grid.length];
    if (cells) cells[column % cells.length] = cell;
  }
  const quoted = (cells: readonly string[]): string =>
    cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter);
  return [header, ...grid].map(quoted).join('\n');
}

it('any cell of any known file may hold anything: rows become sound bookings, or say what is wrong', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...texts), changes, async (text, by) => {
      const reading = await readingOf(await changed(text, by)).catch((cause: unknown) => {
        if (cause instanceof ImportFailure) return null;
        throw cause;
      });
      if (reading === null) return;
      const plan = planImport(reading.items, { accounts: {}, assets: {} }, facts, { format: '', fileName: 'f.csv' });
      for (const { status, reasons, bookings } of plan.items) {
        if (status === 'wrong' || status === 'leftOut') expect(reasons.length).toBeGreaterThan(0);
        else for (const booking of bookings) expect(bookingProblems(booking)).toEqual([]);
      }
    }),
    seed(120)
  );
});
