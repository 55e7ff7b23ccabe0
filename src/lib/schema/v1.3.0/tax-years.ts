/** The tax year of a country that a day lies in, and days that follow from it. */

export interface TaxYear {
  /** `2026` where it is the calendar year, else `2026-27`. */
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

/** First and last day of the tax year, `MM-DD`, where it is not the calendar year. */
const years: Readonly<Record<string, readonly [first: string, last: string]>> = {
  IN: ['04-01', '03-31'],
  GB: ['04-06', '04-05'],
  AU: ['07-01', '06-30']
};

export function taxYearOf(country: string, day: string): TaxYear {
  const year = Number(day.slice(0, 4));
  const own = years[country];
  if (!own) return { label: yearText(year), from: `${yearText(year)}-01-01`, to: `${yearText(year)}-12-31` };
  const [first, last] = own;
  const begins = day.slice(5) >= first ? year : year - 1;
  return {
    label: `${yearText(begins)}-${yearText(begins + 1).slice(2)}`,
    from: `${yearText(begins)}-${first}`,
    to: `${yearText(begins + 1)}-${last}`
  };
}

/** The same day of the next year; 28 February for the 29th. */
export function aYearAfter(day: string): string {
  const next = yearText(Number(day.slice(0, 4)) + 1);
  return day.slice(5) === '02-29' ? `${next}-02-28` : `${next}${day.slice(4)}`;
}

/** Whole days from one day to a later one. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

export function yearText(year: number): string {
  return String(year).padStart(4, '0');
}
