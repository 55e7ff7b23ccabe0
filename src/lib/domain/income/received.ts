/** Dividends and interest as they were paid, by month and asset. */
import { type Decimal, ratio, zero } from '../decimal';
import type { RateTable } from '../fx';
import type { Booking } from '../lots/booking';
import { convert, rateFor } from '../lots/worth';

/** One payment, in base currency. */
export interface Payment {
  /** The transaction's. */
  readonly id: string;
  readonly date: string;
  readonly assetId: string | null;
  readonly type: string;
  /** Before fees and taxes; null where no rate is known. A payment that was taken back is below zero. */
  readonly gross: Decimal | null;
  readonly fees: Decimal | null;
  readonly taxes: Decimal | null;
}

export function isIncome(type: string): boolean {
  return type === 'dividend' || type === 'interest';
}

/** The payments among transactions, by date. The booked rate beats the table's of the day. */
export function paymentsOf(bookings: Iterable<Booking>, baseCurrency: string, rates: RateTable): readonly Payment[] {
  const payments: Payment[] = [];
  for (const booking of bookings) {
    if (!isIncome(booking.type)) continue;
    const rate = rateFor(booking, baseCurrency, rates);
    const { id, date, assetId, type, gross, fees, taxes } = booking;
    const [inGross, inFees, inTaxes] = [gross, fees, taxes].map((amount) => convert(amount, rate));
    payments.push({
      id,
      date,
      assetId,
      type,
      gross: inGross ?? null,
      fees: inFees ?? null,
      taxes: inTaxes ?? null
    });
  }
  return payments.sort((a, b) => (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? -1 : 1));
}

export interface IncomeSums {
  readonly gross: Decimal;
  readonly fees: Decimal;
  readonly taxes: Decimal;
}

export interface AssetIncome extends IncomeSums {
  readonly assetId: string | null;
  /** Gross of the twelve months; null for a month without a payment. */
  readonly months: readonly (Decimal | null)[];
}

export interface YearIncome extends IncomeSums {
  readonly year: number;
  readonly months: readonly IncomeSums[];
  /** Largest first. */
  readonly byAsset: readonly AssetIncome[];
  /** Payments without a rate, which no sum contains. */
  readonly unknown: readonly string[];
}

/** A calendar year of payments. */
export function incomeOfYear(payments: readonly Payment[], year: number): YearIncome {
  const months = Array.from({ length: 12 }, () => noIncome);
  const byAsset = new Map<string | null, { sums: IncomeSums; months: (Decimal | null)[] }>();
  const unknown: string[] = [];
  let total = noIncome;
  for (const payment of payments) {
    if (Number(payment.date.slice(0, 4)) !== year) continue;
    const { gross, fees, taxes } = payment;
    if (gross === null || fees === null || taxes === null) {
      unknown.push(payment.id);
      continue;
    }
    const month = Number(payment.date.slice(5, 7)) - 1;
    const sums = { gross, fees, taxes };
    total = plus(total, sums);
    months[month] = plus(months[month] ?? noIncome, sums);
    let asset = byAsset.get(payment.assetId);
    if (asset === undefined)
      byAsset.set(payment.assetId, (asset = { sums: noIncome, months: Array<Decimal | null>(12).fill(null) }));
    asset.sums = plus(asset.sums, sums);
    asset.months[month] = (asset.months[month] ?? zero).plus(gross);
  }
  const lines = [...byAsset].map(([assetId, asset]): AssetIncome => ({ assetId, ...asset.sums, months: asset.months }));
  lines.sort((a, b) => b.gross.cmp(a.gross) || ((a.assetId ?? '') < (b.assetId ?? '') ? -1 : 1));
  return { year, ...total, months, byAsset: lines, unknown };
}

/** Income of a year in proportion to what pays it: `0.03` is three per cent. Null where there is no value. */
export function incomeYield(gross: Decimal, value: Decimal): number | null {
  return value.gt(zero) ? ratio(gross, value) : null;
}

const noIncome: IncomeSums = { gross: zero, fees: zero, taxes: zero };

function plus(a: IncomeSums, b: IncomeSums): IncomeSums {
  return { gross: a.gross.plus(b.gross), fees: a.fees.plus(b.fees), taxes: a.taxes.plus(b.taxes) };
}
