/**
 * Calendar days as whole numbers, for loops over thousands of them: a `Date` per day would cost more than the
 * arithmetic. Day 0 is 1970-01-01. Proleptic Gregorian calendar, no clock, no time zone.
 */

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** The number of a day `YYYY-MM-DD`. Throws a `RangeError` that shows the text when it is no day. */
export function dayNumber(day: string): number {
  const year = digits(day, 0, 4);
  const month = digits(day, 5, 7);
  const date = digits(day, 8, 10);
  // `>=` in this sense also refuses NaN.
  const shaped = day.length === 10 && day[4] === '-' && day[7] === '-';
  if (!shaped || !(month >= 1 && month <= 12) || !(date >= 1 && date <= monthLength(year, month))) {
    throw new RangeError(`Not a day: '${day}'`);
  }
  return numberOf(year, month, date);
}

/** `YYYY-MM-DD` of a day's number. */
export function dayText(number: number): string {
  return new Date(number * 86_400_000).toISOString().slice(0, 10);
}

/**
 * The same day of another month, or that month's last day where it is shorter: one month before 2024-03-31 is
 * 2024-02-29, one year after 2024-02-29 is 2025-02-28.
 */
export function addMonths(day: string, months: number): string {
  const at = digits(day, 0, 4) * 12 + digits(day, 5, 7) - 1 + months;
  const year = Math.floor(at / 12);
  const month = at - year * 12 + 1;
  return dayText(numberOf(year, month, Math.min(digits(day, 8, 10), monthLength(year, month))));
}

/** So many days later; earlier where `days` is below zero. */
export function addDays(day: string, days: number): string {
  return dayText(dayNumber(day) + days);
}

/** True on Saturdays and Sundays. */
export function isWeekend(number: number): boolean {
  const weekday = (((number + 4) % 7) + 7) % 7;
  return weekday === 0 || weekday === 6;
}

function monthLength(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : (monthLengths[month - 1] ?? 0);
}

/** Counts from 1 March, so that the leap day is the last of its year. */
function numberOf(year: number, month: number, date: number): number {
  const y = month > 2 ? year : year - 1;
  const fromMarch = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1;
  return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + fromMarch - 719_468;
}

/** The number that a run of digits stands for; NaN where there is anything else. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}
