/** Payments to come: as they were stated, or as they came in the last twelve months. Expectations, not promises. */
import { type Decimal, decimal, divide, zero } from '../decimal';
import { addDays, addMonths } from '../returns/day-numbers';

/** Payments a year by frequency; `irregular` says nothing about days. */
const timesAYear: Readonly<Record<string, number>> = { monthly: 12, quarterly: 4, halfYearly: 2, yearly: 1 };

/** What of an asset tells its payments. */
export interface IncomeSource {
  readonly assetId: string;
  /** The currency of `expectedAnnualIncome`. */
  readonly currency: string;
  readonly expectedAnnualIncome: Decimal | null;
  readonly incomeFrequency: string | null;
  /** Units held now; null where none are counted. */
  readonly held: Decimal | null;
  /** Its payments of any time, in any order. */
  readonly paid: readonly PaidIncome[];
}

export interface PaidIncome {
  readonly date: string;
  readonly gross: Decimal;
  readonly currency: string;
  /** Units held on that day, in units of today: times the ratio of every split since. Null where that is not known. */
  readonly units: Decimal | null;
}

export interface ExpectedPayment {
  readonly assetId: string;
  readonly date: string;
  /** Before taxes. */
  readonly amount: Decimal;
  readonly currency: string;
  readonly basis: 'stated' | 'paid a year before';
}

/**
 * The payments of one asset after `today`, up to and including `until`, by date.
 *
 * - Where an income a year is stated it is spread over its frequency (once a year without one), counted on from the
 *   last payment; without any, at the ends of its stretches of the year (quarterly: the last days of March, June,
 *   September and December). An irregular income has no days: it is told once, at the end of the year.
 * - Else each payment of the last twelve months is expected again a year later, for the units held now. A payment that
 *   was taken back is none.
 * - Nothing is expected of what is no longer held.
 */
export function expectedPayments(source: IncomeSource, today: string, until: string): readonly ExpectedPayment[] {
  if (source.held?.eq(zero)) return [];
  const yearly = source.expectedAnnualIncome;
  return yearly === null ? asPaid(source, today, until) : asStated(source, yearly, today, until);
}

function asPaid({ assetId, held, paid }: IncomeSource, today: string, until: string): readonly ExpectedPayment[] {
  const since = addMonths(today, -12);
  const found: ExpectedPayment[] = [];
  for (const { date, gross, currency, units } of withoutReversals(paid)) {
    if (date <= since || date > today) continue;
    const scaled = held !== null && units?.gt(zero) ? divide(gross.times(held), units) : gross;
    for (let years = 1; addMonths(date, 12 * years) <= until; years++) {
      const expected = addMonths(date, 12 * years);
      if (expected > today)
        found.push({ assetId, date: expected, amount: scaled, currency, basis: 'paid a year before' });
    }
  }
  return found.sort(byDate);
}

/** What was taken back cancels the latest payment before it of the same amount. */
function withoutReversals(paid: readonly PaidIncome[]): readonly PaidIncome[] {
  const kept: PaidIncome[] = [];
  for (const payment of [...paid].sort(byDate)) {
    if (payment.gross.gt(zero)) kept.push(payment);
    else {
      const taken = zero.minus(payment.gross);
      const at = kept.findLastIndex(({ gross, currency }) => currency === payment.currency && gross.eq(taken));
      if (at >= 0) kept.splice(at, 1);
    }
  }
  return kept;
}

function asStated(
  { assetId, currency, incomeFrequency, paid }: IncomeSource,
  yearly: Decimal,
  today: string,
  until: string
): readonly ExpectedPayment[] {
  if (!yearly.gt(zero)) return [];
  const times = timesAYear[incomeFrequency ?? 'yearly'] ?? 1;
  const amount = divide(yearly, decimal(String(times)));
  const step = 12 / times;
  const last = paid.reduce((latest, { date }) => (date <= today && date > latest ? date : latest), '');
  const dates: string[] = [];
  if (last !== '' && incomeFrequency !== 'irregular') {
    // Counted from the last payment itself, so that the 31st does not become the 28th for good.
    for (let at = 1; addMonths(last, at * step) <= until; at++) dates.push(addMonths(last, at * step));
  } else {
    for (let year = Number(today.slice(0, 4)); `${year}-01-01` <= until; year++) {
      for (let at = 1; at <= times; at++) dates.push(addDays(addMonths(`${year}-01-01`, at * step), -1));
    }
  }
  return dates
    .filter((date) => date > today && date <= until)
    .map((date) => ({ assetId, date, amount, currency, basis: 'stated' as const }));
}

function byDate(a: { readonly date: string }, b: { readonly date: string }): number {
  return a.date < b.date ? -1 : a.date > b.date ? 1 : 0;
}
