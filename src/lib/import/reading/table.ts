/** A file read as a table, before anybody says what its columns mean. */
import type { Encoding } from './encoding';

export interface TableRow {
  /** Line of the file, counted from 1, on which the row begins. */
  readonly line: number;
  /** As many as the file has on that line: fewer or more than the header are both usual. */
  readonly cells: readonly string[];
}

export interface Table {
  /** Names of the columns, cleaned; empty ones stay empty. */
  readonly header: readonly string[];
  /** Null where the file has no header; names are then `Column 1`, `Column 2`, … */
  readonly headerLine: number | null;
  readonly rows: readonly TableRow[];
  /** What stands above the header: an account's name, a period, a title. */
  readonly preamble: readonly TableRow[];
  readonly blankLines: number;
  readonly delimiter: string;
  readonly encoding: Encoding;
}
