/** Where the marks of a time axis stand: at the beginnings of days, months or years, as many as there is room for. */
import { shortDayText, shortMonthText } from '../format';

const msOfDay = 86_400_000;

/** Days since 1970, so that a calendar day is one place on the axis in every time zone. */
export const dayNumber = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / msOfDay);

export const dayOfNumber = (number: number): string => new Date(number * msOfDay).toISOString().slice(0, 10);

type Step = { readonly unit: 'day' | 'month' | 'year'; readonly size: number; readonly days: number };

const steps: readonly Step[] = [
  { unit: 'day', size: 1, days: 1 },
  { unit: 'day', size: 2, days: 2 },
  { unit: 'day', size: 7, days: 7 },
  { unit: 'month', size: 1, days: 30 },
  { unit: 'month', size: 3, days: 91 },
  { unit: 'month', size: 6, days: 182 },
  { unit: 'year', size: 1, days: 365 },
  { unit: 'year', size: 2, days: 730 },
  { unit: 'year', size: 5, days: 1826 },
  { unit: 'year', size: 10, days: 3652 },
  { unit: 'year', size: 25, days: 9131 }
];

/** Marks between two day numbers, at most `most` of them. */
export function dayMarks(from: number, to: number, most: number): readonly number[] {
  const step = steps.find(({ days }) => (to - from) / days <= Math.max(1, most)) ?? steps.at(-1);
  if (step === undefined || !(to >= from)) return [];
  const marks: number[] = [];
  if (step.unit === 'day') {
    for (let day = Math.ceil(from / step.size) * step.size; day <= to; day += step.size) marks.push(day);
    return marks;
  }
  const first = new Date(from * msOfDay);
  const months = step.unit === 'year' ? 12 * step.size : step.size;
  const start = Math.floor((first.getUTCFullYear() * 12 + first.getUTCMonth()) / months) * months;
  for (let month = start; ; month += months) {
    const day = Date.UTC(Math.floor(month / 12), month % 12, 1) / msOfDay;
    if (day > to) return marks;
    if (day >= from) marks.push(day);
  }
}

/** What stands at a mark: the year where one begins, else the month, else the day. */
export function markTexts(marks: readonly number[]): readonly string[] {
  const days = marks.map(dayOfNumber);
  const byMonth = days.length > 0 && days.every((day) => day.endsWith('-01'));
  return days.map((day) => {
    if (!byMonth) return shortDayText(day);
    return day.slice(5, 7) === '01' ? day.slice(0, 4) : shortMonthText(day);
  });
}
