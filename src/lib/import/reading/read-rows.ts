/** Text in pieces, into rows with their line numbers. */
import Papa from 'papaparse';
import { ImportFailure } from '../failure';
import { limits } from '../limits';
import type { TableRow } from './table';

interface PieceParser {
  parse(input: string, baseIndex: number, ignoreLastRow: boolean): { data: string[][]; meta: { cursor: number } };
}
// Papa's own core; its wrapper knows no text that arrives piece by piece under our own control of progress and cancel.
const Parser = Papa.Parser as unknown as new (config: object) => PieceParser;

/** Give it pieces of text in order; it keeps what is not yet a whole row. */
export class RowReader {
  readonly rows: TableRow[] = [];
  blankLines = 0;
  readonly #delimiter: string;
  #rest = '';
  #line: number;
  #carriage = false;

  constructor(delimiter: string, firstLine: number) {
    this.#delimiter = delimiter;
    this.#line = firstLine;
  }

  push(piece: string, last: boolean): void {
    const text = this.#rest + this.#withLineFeeds(piece);
    const parser = new Parser({ delimiter: this.#delimiter, newline: '\n', quoteChar: '"', escapeChar: '"' });
    const { data, meta } = parser.parse(text, 0, !last);
    for (const cells of data) this.#add(cells);
    this.#rest = last ? '' : text.slice(meta.cursor);
    if (this.#rest.length > limits.record) {
      const where = `the record that begins on line ${this.#line}`;
      throw new ImportFailure('unclosedQuote', `In ${where} a quotation mark is opened and never closed.`);
    }
  }

  /** Line ends of Windows and of old Macs, also one whose two characters lie in two pieces. */
  #withLineFeeds(piece: string): string {
    const joined = this.#carriage && piece.startsWith('\n') ? piece.slice(1) : piece;
    if (piece !== '') this.#carriage = piece.endsWith('\r');
    return joined.includes('\r') ? joined.replace(/\r\n?/g, '\n') : joined;
  }

  #add(cells: string[]): void {
    const line = this.#line++;
    let blank = true;
    for (const cell of cells) {
      if (cell === '') continue;
      if (blank && cell.trim() !== '') blank = false;
      if (cell.length > limits.cell) {
        throw new ImportFailure('cellTooLong', `On line ${line} a cell is longer than ${limits.cell} characters.`);
      }
      for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) this.#line++;
    }
    if (cells.length > limits.columns) {
      throw new ImportFailure('tooManyColumns', `Line ${line} has more than ${limits.columns} columns.`);
    }
    if (blank) {
      this.blankLines++;
      return;
    }
    if (this.rows.length >= limits.rows) {
      throw new ImportFailure('tooManyRows', `This file has more than ${limits.rows} rows. Import it in parts.`);
    }
    this.rows.push({ line, cells });
  }
}
