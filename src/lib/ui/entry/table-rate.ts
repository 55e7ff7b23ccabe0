/** The rate that the table of exchange rates has for a booking, as a suggestion beside what was typed. */
import { readNumber } from '../../app/entry';

/** What one `base` costs in `quote` on exactly that day; null where the table says nothing. */
export type ReadRate = (base: string, quote: string, day: string) => Promise<string | null>;

export interface TableRate {
  /** Plain notation. */
  readonly rate: string;
  /** The day it is of: the booking's, or one before. */
  readonly day: string;
}

/** Days that are gone back: an older rate would be stale. */
const BACK = 7;
/** Digits that a worked-out rate is shown with. */
const DIGITS = 10;
/** What most tables are kept against. */
const BETWEEN = 'EUR';

const point = { decimalMark: '.' } as const;
const millisecondsPerDay = 86_400_000;

/** What one `from` costs in `to` on the day or the last one before, never after: as kept, turned round, or crossed. */
export async function tableRate(from: string, to: string, day: string, read: ReadRate): Promise<TableRate | null> {
  for (let back = 0; back <= BACK; back++) {
    const on = dayBefore(day, back);
    const [direct, turned, fromBetween, toBetween] = await Promise.all([
      read(from, to, on),
      read(to, from, on),
      read(BETWEEN, from, on),
      read(BETWEEN, to, on)
    ]);
    const rate = direct ?? quotient('1', turned) ?? quotient(toBetween, fromBetween);
    if (rate !== null) return { rate, day: on };
  }
  return null;
}

function quotient(dividend: string | null, divisor: string | null): string | null {
  if (dividend === null || divisor === null || !/[1-9]/.test(divisor)) return null;
  const [above, below] = [readNumber(dividend, point), readNumber(divisor, point)];
  return 'problem' in above || 'problem' in below ? null : above.value.div(below.value).prec(DIGITS).toFixed();
}

function dayBefore(day: string, back: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - back * millisecondsPerDay).toISOString().slice(0, 10);
}
