/** Notes at fields while a form is checked: what stands in the way, and what is only worth a second look. */
import type { Checked, FieldNote } from './drafts';
import { readNumber, type NumberStyle } from './numbers';
import { cleanLine, cleanText } from './text';
import type { Decimal } from '../decimal';
import { isDay } from '../days';

type Words = Readonly<Record<string, string>>;

export function noteAt(field: string, template: string, values?: Words): FieldNote {
  if (values === undefined) return { field, message: template };
  const message = template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  return { field, message, template, values };
}

export interface Read {
  readonly value: Decimal;
  readonly text: string;
}

/** One check of one form: reads its fields and gathers what there is to say. */
export class Notes {
  readonly problems: FieldNote[] = [];
  readonly warnings: FieldNote[] = [];
  readonly filled: Record<string, string> = {};
  readonly #style: NumberStyle;
  readonly #today: string;

  constructor({ style, today }: { readonly style: NumberStyle; readonly today: string }) {
    this.#style = style;
    this.#today = today;
  }

  problem(field: string, template: string, values?: Words): void {
    this.problems.push(noteAt(field, template, values));
  }

  warn(field: string, template: string, values?: Words): void {
    this.warnings.push(noteAt(field, template, values));
  }

  /** Null where nothing was typed, or what was typed is no number: that is noted. */
  number(field: string, typed: string): Read | null {
    if (typed.trim() === '') return null;
    const read = readNumber(typed, this.#style);
    if ('problem' in read) {
      this.problems.push({ field, ...read.problem });
      return null;
    }
    return read;
  }

  /** A day that exists. Empty is null, and noted where a day is needed. */
  day(field: string, typed: string, needed: string | null = null): string | null {
    const text = typed.trim();
    if (text === '') {
      if (needed !== null) this.problem(field, needed);
      return null;
    }
    if (!isDay(text)) {
      this.problem(field, ...missingDay(text));
      return null;
    }
    if (text > this.#today) this.warn(field, 'This day is still to come.');
    else if (text < '1900-01-01') this.warn(field, 'This is a long time ago. Is the year right?');
    return text;
  }

  /** One line, without what cannot be seen; that something was taken out is said. */
  line(field: string, typed: string): string {
    return this.#cleaned(field, typed, cleanLine(typed));
  }

  /** Several lines. */
  text(field: string, typed: string): string {
    return this.#cleaned(field, typed, cleanText(typed));
  }

  result<T>(record: () => T): Checked<T> {
    const { problems, warnings, filled } = this;
    return { record: problems.length > 0 ? null : record(), problems, warnings, filled };
  }

  #cleaned(field: string, typed: string, { text, removed }: { text: string; removed: boolean }): string {
    if (removed && typed !== text) this.warn(field, 'Characters that cannot be seen were taken out.');
    return text;
  }
}

/** Why a day does not exist, as a note's template and words. */
function missingDay(text: string): [template: string, values?: Words] {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const [, year = '', month = '', day = ''] = parts ?? [];
  if (parts === null || Number(month) < 1 || Number(month) > 12 || Number(day) < 1)
    return ['Write a day that exists, as year, month and day: 2024-02-29.'];
  const last = new Date(Date.UTC(2000 + (Number(year) % 400), Number(month), 0)).getUTCDate();
  const name = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2000, Number(month) - 1, 1))
  );
  return ['There is no such day: {month} {year} has {days} days.', { month: name, year, days: String(last) }];
}
