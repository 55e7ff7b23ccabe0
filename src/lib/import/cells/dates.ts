/** Dates as files write them, into `YYYY-MM-DD`; a time of day is kept beside it, since it orders what happened. */
import { isDay } from '../../domain';
import { monthOf } from './months';

/** What `03/04/2024` means; a file decides it for all of its dates. */
export type DayOrder = 'dayFirst' | 'monthFirst';

export interface DateRead {
  readonly day: string;
  /** `HH:MM:SS`, as written, in whatever zone the file writes. */
  readonly time: string | null;
  /** True where the file's order had to decide between day and month. */
  readonly ambiguous: boolean;
  /** The day of posting, where the cell also says as of which day it counts. */
  readonly posted: string | null;
}

const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?.*)?$/;
const yearFirst = /^(\d{4})[-/. ]?(\d{1,2})[-/. ]?(\d{1,2})(?!\d)/;
const numeric = /^(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?!\d)/;
const dayMonthName =
  /^(?:[^\W\d]+[.,]?\s+)?(\d{1,2})(?:st|nd|rd|th|\.|er)?[-\s/]*(?:de\s+)?(\p{L}{3,})\.?,?[-\s/]*(?:de\s+)?(\d{4}|\d{2})(?!\d)/u;
const monthNameDay = /^(\p{L}{3,})\.?[-\s]+(\d{1,2})(?:st|nd|rd|th)?,?[-\s]+(\d{4})(?!\d)/u;
const clock = /(?:^|[T\s,])(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*([AaPp])?\.?[Mm]?/;
const asOf = /^(.+?)\s+as of\s+(.+)$/i;

/** The date in a cell, or null where it holds none that exists. */
export function readDate(cell: string, order: DayOrder): DateRead | null {
  const quick = iso.exec(cell);
  if (quick) {
    const day = cell.slice(0, 10);
    if (!isDay(day)) return null;
    const time = quick[4] === undefined ? null : timeText(quick[4], quick[5] ?? '00', quick[6]);
    return { day, time, ambiguous: false, posted: null };
  }
  const text = cell.trim();
  if (text.length < 6 || text.length > 60) return null;
  const both = asOf.exec(text);
  if (both) {
    const [, first = '', second = ''] = both;
    const proven = orderProvenBy(first) ?? orderProvenBy(second) ?? order;
    const posted = readDate(first, proven);
    const counts = readDate(second, proven);
    return posted && counts ? { ...counts, posted: posted.day } : null;
  }
  const found = readDay(text, order);
  if (!found || !isDay(found.day)) return null;
  return { ...found, time: readTime(text.slice(found.length)), posted: null };
}

/** Which order a cell proves: null where it proves none, or is no date of that kind. */
export function orderProvenBy(cell: string): DayOrder | null {
  const match = numeric.exec(cell.trim());
  if (!match) return null;
  const first = Number(match[1]);
  const second = Number(match[3]);
  if (first > 12 && first <= 31 && second <= 12) return 'dayFirst';
  return second > 12 && second <= 31 && first <= 12 ? 'monthFirst' : null;
}

/** The time of day in a text, as `HH:MM:SS`; null where it tells none. */
export function readTime(text: string): string | null {
  const match = clock.exec(text);
  if (!match) return null;
  const [, hour = '', minute = '', second, half] = match;
  let hours = Number(hour);
  if (half) hours = (hours % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return timeText(String(hours), minute, second);
}

function timeText(hour: string, minute: string, second: string | undefined): string | null {
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return null;
  return `${hour.padStart(2, '0')}:${minute}:${second ?? '00'}`;
}

interface Found {
  readonly day: string;
  readonly ambiguous: boolean;
  readonly length: number;
}

function readDay(text: string, order: DayOrder): Found | null {
  let match = yearFirst.exec(text);
  if (match) return found(match, match[1], Number(match[2]), Number(match[3]));
  match = numeric.exec(text);
  if (match) {
    const [first, second] = [Number(match[1]), Number(match[3])];
    // Nobody writes a month first with points between.
    const proven = match[2] === '.' ? 'dayFirst' : orderProvenBy(text);
    const dayFirst = (proven ?? order) === 'dayFirst';
    const ambiguous = proven === null && first !== second;
    return found(match, match[4], dayFirst ? second : first, dayFirst ? first : second, ambiguous);
  }
  match = monthNameDay.exec(text);
  if (match) return found(match, match[3], monthOf(match[1] ?? ''), Number(match[2]));
  match = dayMonthName.exec(text);
  return match && found(match, match[3], monthOf(match[2] ?? ''), Number(match[1]));
}

function found(match: RegExpExecArray, year = '', month: number, day: number, ambiguous = false): Found {
  const century = year.length === 2 ? (Number(year) < 70 ? '20' : '19') : '';
  const text = `${century}${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return { day: text, ambiguous, length: match[0].length };
}
