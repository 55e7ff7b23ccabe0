/** A format that is known by its headers, and what is known of it beyond what its columns are called. */
import type { DayOrder } from '../cells/dates';
import type { Field, Mapping, Meaning } from '../mapping/mapping';
import type { Table, TableRow } from '../reading/table';
import type { ImportedItem } from '../rows/booking';
import type { Facts } from '../rows/cells-of-row';
import type { RowReading } from '../rows/row-reading';

export interface Refined {
  readonly facts: Facts;
  /** Overrides what the row's word means. */
  readonly meaning?: Meaning;
  readonly doubts?: readonly string[];
  /** The row is understood already. */
  readonly item?: ImportedItem;
}

export interface Format {
  readonly id: string;
  /** For people: `Trading 212`. */
  readonly name: string;
  /** @param header names in comparable form (`wordKey`), in the file's order. */
  recognises(header: readonly string[]): boolean;
  /** Columns by their names (`first, or else second`), where those mean something else than usual; null: not used. */
  readonly columns?: Readonly<Partial<Record<Field, string | null>>>;
  /** Columns that no name tells. */
  columnsOf?(table: Table): Mapping['columns'];
  /** Words of the type column, in any form. */
  readonly words?: Readonly<Record<string, Meaning>>;
  readonly typeByDefault?: Meaning;
  readonly currency?: string;
  readonly dayOrder?: DayOrder;
  readonly signed?: boolean;
  /** Looks at one row before it is understood. */
  refine?(facts: Facts, row: TableRow): Refined;
  /** Whether a word of the type column needs nobody to say what it means, beyond what is usual. */
  understands?(word: string): boolean;
  /** Understands all rows itself. */
  interpret?(table: Table, reading: RowReading): readonly ImportedItem[];
}

/** True where all of these names are among the columns. */
export function hasAll(header: readonly string[], names: readonly string[]): boolean {
  return names.every((name) => header.includes(name));
}
