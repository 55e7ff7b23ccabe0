/** Days as numbers since 1970-01-01, so that they can be counted. */

const millisecondsPerDay = 86_400_000;
const dayTexts = new Map<number, string>();

export function dayNumber(day: string): number {
  return Math.floor(Date.parse(`${day}T00:00:00Z`) / millisecondsPerDay);
}

export function dayText(number: number): string {
  let text = dayTexts.get(number);
  if (text === undefined)
    dayTexts.set(number, (text = new Date(number * millisecondsPerDay).toISOString().slice(0, 10)));
  return text;
}

/** 0 is Sunday. */
export function weekday(number: number): number {
  return (((number + 4) % 7) + 7) % 7;
}

export function isWeekend(number: number): boolean {
  return weekday(number) % 6 === 0;
}

/** The day itself, or the Friday before a week-end. */
export function tradingDay(number: number): number {
  const day = weekday(number);
  return day === 6 ? number - 1 : day === 0 ? number - 2 : number;
}

/** Milliseconds since 1970 of a second of that day. */
export function momentOf(number: number, second: number): number {
  return number * millisecondsPerDay + (second % 86_400) * 1000;
}

export function instantText(milliseconds: number): string {
  const second = Math.floor(milliseconds / 1000) % 86_400;
  const hours = String(Math.floor(second / 3600)).padStart(2, '0');
  const minutes = String(Math.floor(second / 60) % 60).padStart(2, '0');
  const seconds = String(second % 60).padStart(2, '0');
  const rest = String(milliseconds % 1000).padStart(3, '0');
  return `${dayText(Math.floor(milliseconds / millisecondsPerDay))}T${hours}:${minutes}:${seconds}.${rest}Z`;
}
