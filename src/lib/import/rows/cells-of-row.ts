/** The cells of one row by what they mean, and numbers and amounts read from them. */
import { Decimal, decimal } from '../../domain';
import { readCurrency } from '../cells/currencies';
import { readNumber } from '../cells/numbers';
import { cleanText } from '../cells/text';
import type { Field, Mapping } from '../mapping/mapping';
import type { TableRow } from '../reading/table';

export type Facts = Partial<Record<Field, string>>;

/** An amount and the currency that the file gives it; null where it gives none. Sub-units are converted already. */
export interface Money {
  readonly value: Decimal;
  readonly currency: string | null;
}

const hundredth = decimal('0.01');

/** Cleaned texts; fields without a column, and empty cells, are absent. */
export function factsOf(row: TableRow, columns: Mapping['columns']): Facts {
  const facts: Facts = {};
  for (const field of Object.keys(columns) as Field[]) {
    const text = cleanText(row.cells[columns[field] ?? -1] ?? '');
    if (text !== '') facts[field] = text;
  }
  return facts;
}

/** Reads numbers as one file writes them, and remembers what could not be read. */
export class NumberReading {
  readonly problems: string[] = [];
  readonly doubts: string[] = [];
  readonly #mapping: Pick<Mapping, 'decimalMark'>;
  readonly #markSure: boolean;

  constructor(mapping: Pick<Mapping, 'decimalMark'>, markSure: boolean) {
    this.#mapping = mapping;
    this.#markSure = markSure;
  }

  number(text: string | undefined, label: string): Decimal | null {
    return this.#read(text, label)?.value ?? null;
  }

  /** `currency`: the cell that names it; a currency inside the amount's own cell comes first. */
  money(text: string | undefined, currency: string | undefined, label: string): Money | null {
    const read = this.#read(text, label);
    if (read === null) return null;
    const beside = currency === undefined ? null : readCurrency(currency);
    if (currency !== undefined && beside === null) this.problems.push(`‘${currency}’ is not a currency that is known.`);
    // A sign such as `$` stands for several currencies; the code beside it says which.
    const own = read.currency;
    const code = own !== null && (beside === null || own.per === 100) ? own : (beside ?? own);
    return { value: code?.per === 100 ? read.value.times(hundredth) : read.value, currency: code?.code ?? null };
  }

  #read(text: string | undefined, label: string): { value: Decimal; currency: ReturnType<typeof readCurrency> } | null {
    if (text === undefined || nothing.test(text)) return null;
    const read = readNumber(text, this.#mapping.decimalMark);
    if (read === null) {
      this.problems.push(`The ${label} ‘${shortened(text)}’ is not a number.`);
      return null;
    }
    if (read.ambiguous && !this.#markSure) {
      this.doubts.push(`The ${label} ‘${text}’ reads two ways; it is taken for ${read.value}.`);
    }
    return { value: Decimal(read.value), currency: read.currency };
  }
}

/** How files write that there is no figure. */
const nothing = /^(?:[-–—]+|n\/?a|null|none|not available|nan|nicht verfügbar|#n\/a)$/i;

export function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
