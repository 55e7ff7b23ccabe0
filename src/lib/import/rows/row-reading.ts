/** From one row to what it becomes, by the mapping of its file. */
import { readDate, readTime } from '../cells/dates';
import { markProvenBy, readNumber, type DecimalMark } from '../cells/numbers';
import { wordKey } from '../cells/text';
import type { Format } from '../formats/format';
import type { Mapping, Meaning } from '../mapping/mapping';
import { meaningOfWord } from '../mapping/type-words';
import type { TableRow } from '../reading/table';
import { bookingsOf } from './bookings-of';
import { leftOut, wrong, type ImportedItem } from './booking';
import { factsOf, NumberReading, shortened, type Facts } from './cells-of-row';

export interface ReadingOptions {
  readonly mapping: Mapping;
  readonly format: Format | null;
  /** False where no cell of the file proves its decimal mark, or its order of day and month. */
  readonly markSure: boolean;
  readonly orderSure: boolean;
  /** `YYYY-MM-DD`: what is later is doubtful. */
  readonly today: string;
}

export interface WhenRead {
  readonly date: string;
  readonly time: string | null;
  readonly doubts: readonly string[];
}

const totals =
  /^(?:transactions? )?(?:grand )?(?:total|totals|summe|gesamt|gesamtsumme|endsaldo|totaal|somme|totale|suma|subtotal|योग|कुल)\b/i;

export class RowReading {
  readonly options: ReadingOptions;

  constructor(options: ReadingOptions) {
    this.options = options;
  }

  /** Texts of a row by the columns of the mapping. */
  facts(row: TableRow): Facts {
    return factsOf(row, this.options.mapping.columns);
  }

  /** Numbers as these rows write them: where a row proves its own decimal mark, that one counts. */
  numbers(rows: readonly TableRow[]): NumberReading {
    const { mapping, markSure } = this.options;
    if (markSure) return new NumberReading(mapping, true);
    const proven = markOfRows(rows);
    return new NumberReading({ decimalMark: proven ?? mapping.decimalMark }, proven !== null);
  }

  /** A sentence where the row tells no day. */
  when(facts: Facts): WhenRead | string {
    const { mapping, orderSure, today } = this.options;
    if (facts.date === undefined) return 'The date is missing.';
    const read = readDate(facts.date, mapping.dayOrder);
    if (read === null) return `‘${shortened(facts.date)}’ is not a date of the calendar.`;
    const doubts: string[] = [];
    if (read.ambiguous && !orderSure) doubts.push(`‘${facts.date}’ reads two ways; it is taken for ${read.day}.`);
    if (read.day > today) doubts.push(`The date ${read.day} is in the future.`);
    if (read.day < '1900-01-01') doubts.push(`The date ${read.day} is more than a hundred years ago.`);
    const time = facts.time === undefined ? read.time : (readTime(facts.time) ?? read.time);
    return { date: read.day, time, doubts };
  }

  /** What the row's word means; null where it is not known. */
  meaningOf(facts: Facts): Meaning | null {
    const { mapping, format } = this.options;
    if (facts.type === undefined) return mapping.typeByDefault;
    return meaningIn(facts.type, mapping, format) ?? null;
  }

  item(row: TableRow): ImportedItem {
    const plain = this.facts(row);
    const { facts, meaning, doubts = [], item } = this.options.format?.refine?.(plain, row) ?? { facts: plain };
    return item ?? this.itemOf([row], facts, meaning ?? null, doubts);
  }

  /** `known`: what it means, where that is understood already. */
  itemOf(rows: readonly TableRow[], facts: Facts, known: Meaning | null, doubts: readonly string[] = []): ImportedItem {
    const aside = this.#notABooking(rows, facts);
    if (aside !== null) return leftOut(rows, aside);
    const meaning = known ?? this.meaningOf(facts);
    if (meaning === 'leaveOut')
      return leftOut(rows, `‘${shortened(facts.type ?? '')}’ is nothing that belongs into the portfolio.`);
    const when = this.when(facts);
    const problems = typeof when === 'string' ? [when] : [];
    if (meaning === null) {
      problems.push(
        facts.type === undefined
          ? 'Nothing tells what kind of transaction it is.'
          : `It is not known what ‘${shortened(facts.type)}’ means. Say so among the columns.`
      );
    }
    if (meaning === null || typeof when === 'string') return wrong(rows, ...problems);
    const numbers = this.numbers(rows);
    const made = bookingsOf({ facts, meaning, when, numbers, mapping: this.options.mapping });
    // What cannot be read is not missing as well.
    const missing = numbers.problems.length > 0 ? /^Nothing tells/ : /^$/;
    const all = [...numbers.problems, ...made.problems.filter((problem) => !missing.test(problem))];
    return {
      rows,
      bookings: all.length > 0 ? [] : made.bookings,
      problems: all,
      doubts: [...doubts, ...when.doubts, ...numbers.doubts, ...made.doubts],
      leftOut: null,
      ...(meaning === 'conversion' && { exchange: facts.reference ?? '' })
    };
  }

  /** Totals and lines of text below or between the bookings; null for a row that could be one. */
  #notABooking([row]: readonly TableRow[], facts: Facts): string | null {
    const filled = (row?.cells ?? []).filter((cell) => cell.trim() !== '');
    const first = filled[0]?.trim() ?? '';
    if (facts.date !== undefined && readDate(facts.date, this.options.mapping.dayOrder) !== null) return null;
    if (totals.test(first)) return 'A line of totals.';
    return filled.length === 1 ? `A line of text: ‘${shortened(first)}’.` : null;
  }
}

function markOfRows(rows: readonly TableRow[]): DecimalMark | null {
  const marks = new Set<DecimalMark>();
  for (const { cells } of rows) {
    for (const cell of cells) {
      const mark = readNumber(cell, '.') === null ? null : markProvenBy(cell);
      if (mark !== null) marks.add(mark);
    }
  }
  const [only, another] = marks;
  return another === undefined ? (only ?? null) : null;
}

/** By what the person said, what the format knows, and what words usually mean, in this order. */
export function meaningIn(word: string, mapping: Pick<Mapping, 'types'>, format: Format | null): Meaning | null {
  const key = wordKey(word);
  const said = Object.hasOwn(mapping.types, key) ? mapping.types[key] : undefined;
  if (said !== undefined) return said;
  for (const [known, meaning] of Object.entries(format?.words ?? {})) if (wordKey(known) === key) return meaning;
  return meaningOfWord(word);
}
