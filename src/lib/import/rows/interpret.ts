/** All rows of a table, as what happened. */
import type { Format } from '../formats/format';
import { inChunks, type Pace } from '../pace';
import type { Table } from '../reading/table';
import type { ImportedItem } from './booking';
import { withExchangesTogether } from './exchanges';
import { RowReading, type ReadingOptions } from './row-reading';

export async function interpretTable(
  table: Table,
  options: ReadingOptions,
  pace: Pace = {}
): Promise<readonly ImportedItem[]> {
  const reading = new RowReading(options);
  const format: Format | null = options.format;
  if (format?.interpret) {
    pace.signal?.throwIfAborted();
    const items = format.interpret(table, reading);
    pace.onProgress?.(table.rows.length, table.rows.length);
    return items;
  }
  const items: ImportedItem[] = [];
  await inChunks(table.rows.length, pace, (at) => {
    const row = table.rows[at];
    if (row) items.push(reading.item(row));
  });
  return withExchangesTogether(items);
}
