/** Lines of DEGIRO's account statement that belong together, as what they were. */
import { type Decimal, decimal, decimalText, divide, zero } from '../../domain';
import { readCurrency } from '../cells/currencies';
import { readNumber } from '../cells/numbers';
import type { TableRow } from '../reading/table';
import { mismatch } from '../rows/amounts';
import { wrong, type ImportedBooking, type ImportedItem } from '../rows/booking';
import type { NumberReading } from '../rows/cells-of-row';
import type { RowReading } from '../rows/row-reading';
import { otherSideMissing } from '../rows/exchanges';
import { securityOf } from '../rows/security';
import type { Line } from './degiro-lines';

/** A purchase or sale, or several fills of one order, with their costs and the money that was exchanged for them. */
export function orderItem(group: readonly Line[], rows: readonly TableRow[], reading: RowReading): ImportedItem {
  const trades = group.filter(({ kind }) => kind === 'trade');
  const [first] = trades as [Line, ...Line[]];
  const when = reading.when(first.facts);
  if (typeof when === 'string') return wrong(rows, when);
  const numbers = reading.numbers(rows);
  const doubts = [...when.doubts];
  const problems: string[] = [];
  const costs = group.filter(({ kind }) => kind === 'fee').map((line) => moneyOf(line, numbers));
  const bookings = trades.flatMap((line, at): readonly ImportedBooking[] => {
    const money = moneyOf(line, numbers);
    const terms = money && termsOf(line, money.value.abs());
    if (money === null || terms === null) {
      problems.push('Units, price or amount of the order are missing.');
      return [];
    }
    const { units, price } = terms;
    const gross = money.value.abs();
    doubts.push(...mismatch(units.times(price), gross, money.currency));
    const rate = exchangedAt(group, money.currency, numbers);
    const booking = bookingOf(line, when, { type: line.sells ? 'sell' : 'buy', gross, currency: money.currency });
    return withCosts(
      { ...booking, quantity: decimalText(units), price: decimalText(price), settled: rate },
      at === 0 ? costs : []
    );
  });
  for (const line of group)
    if (!['trade', 'fee', 'exchange'].includes(line.kind))
      doubts.push(`‘${line.facts.type ?? ''}’ stands in the same order.`);
  return finished(rows, bookings, [...problems, ...numbers.problems], [...doubts, ...numbers.doubts]);
}

/**
 * Units and price out of a description, `Koop 1 @ 5,416 EUR`, whose decimal mark may be another than that of the amounts:
 * the reading that comes nearest to what was booked.
 */
function termsOf({ units, price, priceCurrency }: Line, gross: Decimal): { units: Decimal; price: Decimal } | null {
  const per = readCurrency(priceCurrency)?.per === 100 ? decimal('0.01') : decimal('1');
  const readings = (text: string): readonly Decimal[] =>
    ([',', '.'] as const).flatMap((mark) => {
      const read = readNumber(text, mark);
      return read === null ? [] : [decimal(read.value)];
    });
  let best: { units: Decimal; price: Decimal; off: Decimal } | null = null;
  for (const count of readings(units)) {
    for (const each of readings(price)) {
      const own = each.times(per);
      const off = count.times(own).minus(gross).abs();
      if (!count.eq(zero) && (best === null || off.lt(best.off))) best = { units: count, price: own, off };
    }
  }
  return best;
}

/** What one unit of the traded currency was in the account's, by the amounts that were exchanged for the order. */
function exchangedAt(group: readonly Line[], currency: string, numbers: NumberReading): ImportedBooking['settled'] {
  let own = zero;
  let other = zero;
  let otherCurrency = '';
  for (const line of group) {
    const money = line.kind === 'exchange' ? moneyOf(line, numbers) : null;
    if (money === null) continue;
    if (money.currency === currency) own = own.plus(money.value.abs());
    else {
      other = other.plus(money.value.abs());
      otherCurrency = money.currency;
    }
  }
  if (own.eq(zero) || other.eq(zero)) return null;
  return { currency: otherCurrency, rate: decimalText(divide(other, own)) };
}

type Costs = readonly ({ readonly value: Decimal; readonly currency: string } | null)[];

function withCosts(booking: ImportedBooking, costs: Costs): readonly ImportedBooking[] {
  let fees = zero;
  const apart: ImportedBooking[] = [];
  for (const cost of costs) {
    if (cost === null) continue;
    const paid = cost.value.neg();
    if (cost.currency === booking.currency) fees = fees.plus(paid);
    else if (cost.currency === booking.settled?.currency) fees = fees.plus(divide(paid, decimal(booking.settled.rate)));
    else {
      apart.push({
        ...booking,
        type: 'fee',
        quantity: null,
        price: null,
        gross: decimalText(paid),
        currency: cost.currency,
        settled: null
      });
    }
  }
  return [{ ...booking, fees: fees.eq(zero) ? null : decimalText(fees) }, ...apart];
}

/** A dividend with its tax; taken back where it is negative. */
export function dividendItem(group: readonly Line[], rows: readonly TableRow[], reading: RowReading): ImportedItem {
  const line = group.find(({ kind }) => kind === 'dividend') as Line;
  const when = reading.when(line.facts);
  if (typeof when === 'string') return wrong(rows, when);
  const numbers = reading.numbers(rows);
  const money = moneyOf(line, numbers);
  if (money === null) return wrong(rows, ...numbers.problems, 'The amount of the dividend is missing.');
  const taxLine = group.find(({ kind }) => kind === 'dividendTax');
  const tax = taxLine ? moneyOf(taxLine, numbers)?.value.neg() : undefined;
  const booking = bookingOf(line, when, { type: 'dividend', gross: money.value, currency: money.currency });
  const bookings = [{ ...booking, taxes: tax === undefined || tax.eq(zero) ? null : decimalText(tax) }];
  return finished(rows, bookings, numbers.problems, [...when.doubts, ...numbers.doubts]);
}

/** Money exchanged within the account: out of one currency, into another. */
export function exchangeItem(group: readonly Line[], rows: readonly TableRow[], reading: RowReading): ImportedItem {
  const numbers = reading.numbers(rows);
  const doubts: string[] = [];
  const problems: string[] = [];
  const bookings = group.flatMap((line): readonly ImportedBooking[] => {
    const when = reading.when(line.facts);
    const money = moneyOf(line, numbers);
    if (typeof when === 'string' || money === null) {
      problems.push(typeof when === 'string' ? when : 'The amount is missing.');
      return [];
    }
    doubts.push(...when.doubts);
    const type = money.value.lt(zero) ? 'transferOut' : 'transferIn';
    return [{ ...bookingOf(line, when, { type, gross: money.value.abs(), currency: money.currency }), security: null }];
  });
  if (group.length === 1) doubts.push(otherSideMissing);
  return finished(rows, bookings, [...problems, ...numbers.problems], [...doubts, ...numbers.doubts]);
}

function moneyOf(line: Line, numbers: NumberReading): { readonly value: Decimal; readonly currency: string } | null {
  const read = numbers.money(line.facts.net, line.facts.currency, 'amount');
  const currency = read?.currency ?? readCurrency(line.currency)?.code;
  return read === null || currency === undefined ? null : { value: read.value, currency };
}

function bookingOf(
  line: Line,
  { date, time }: { readonly date: string; readonly time: string | null },
  {
    type,
    gross,
    currency
  }: { readonly type: ImportedBooking['type']; readonly gross: Decimal; readonly currency: string }
): ImportedBooking {
  const security = securityOf({ ...line.facts, priceCurrency: currency });
  return {
    type,
    date,
    time,
    account: '',
    security,
    quantity: null,
    price: null,
    gross: decimalText(gross),
    fees: null,
    taxes: null,
    currency,
    settled: null,
    note: line.facts.note ?? ''
  };
}

function finished(
  rows: readonly TableRow[],
  bookings: readonly ImportedBooking[],
  problems: readonly string[],
  doubts: readonly string[]
): ImportedItem {
  return { rows, bookings: problems.length > 0 ? [] : bookings, problems, doubts, leftOut: null };
}
