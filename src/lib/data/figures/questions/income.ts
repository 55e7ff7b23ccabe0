/** What came in as dividends and interest, and what is expected. */
import {
  decimal,
  decimalText,
  expectedPayments,
  incomeOfYear,
  incomeYield,
  isIncome,
  paymentsOf,
  zero,
  type Booking,
  type Decimal,
  type IncomeFigures,
  type Payment
} from '../../../domain';
import { bookingAt } from '../bookings';
import { textOf } from '../run';
import { splitRatio, unitsOf, unitsOn } from '../units';
import type { Valuation } from '../valuation';

interface Expected {
  readonly asset: number;
  readonly date: string;
  readonly amount: Decimal | null;
}

export function income(valuation: Valuation, year: number): IncomeFigures {
  const { ledger, baseCurrency } = valuation;
  const payments = allPayments(valuation);
  const own = incomeOfYear(payments, year);
  const expected = expectedIn(valuation, year);
  const nameOf = (id: string | null): string =>
    id === null ? 'Interest on accounts' : (ledger.assets[ledger.assetNumber(id) ?? 0]?.name ?? '');
  const today = valuation.dayText.slice(0, 7);
  return {
    baseCurrency,
    year,
    years: [...new Set(payments.map(({ date }) => Number(date.slice(0, 4))))].sort((a, b) => b - a),
    months: own.months.map(({ gross, taxes }, at) => {
      const month = `${String(year).padStart(4, '0')}-${String(at + 1).padStart(2, '0')}`;
      const coming = expected.filter(({ date }) => date.startsWith(month));
      return {
        month,
        received: decimalText(gross),
        taxes: decimalText(taxes),
        expected: month < today ? null : textOf(sumOf(coming.map(({ amount }) => amount)))
      };
    }),
    byAsset: own.byAsset.map(({ assetId, months, gross }) => {
      const asset = assetId === null ? null : ledger.assetNumber(assetId);
      const base = asset === null ? null : valuation.worth(asset).base;
      return {
        id: assetId,
        name: nameOf(assetId),
        months: months.map((amount) => textOf(amount)),
        total: decimalText(gross),
        yield: base === null ? null : incomeYield(gross, base)
      };
    }),
    total: decimalText(own.gross),
    before: decimalText(incomeOfYear(payments, year - 1).gross),
    payments: [
      ...payments
        .filter(({ date }) => Number(date.slice(0, 4)) === year)
        .map(({ id, date, assetId, type, gross }) => ({
          id,
          date,
          assetId,
          name: nameOf(assetId),
          type,
          amount: textOf(gross),
          expected: false
        })),
      ...expected.map(({ asset, date, amount }) => ({
        id: `${valuation.facts(asset).id} ${date}`,
        date,
        assetId: valuation.facts(asset).id,
        name: valuation.facts(asset).name,
        type: 'dividend',
        amount: textOf(amount),
        expected: true
      }))
    ].sort((a, b) => (a.date === b.date ? 0 : a.date < b.date ? -1 : 1))
  };
}

/** Up to the day. */
function allPayments(valuation: Valuation): readonly Payment[] {
  const { ledger, day, baseCurrency } = valuation;
  return ledger.once(`payments ${day} ${baseCurrency}`, () => {
    const { days, types, count } = ledger.transactions;
    const pays = ledger.names.types.all.map(isIncome);
    const bookings: Booking[] = [];
    for (let row = 0; row < count; row++) {
      if (pays[types[row] as number] === true && (days[row] as number) <= day) bookings.push(bookingAt(ledger, row));
    }
    return paymentsOf(bookings, baseCurrency, ledger.rateTable);
  });
}

/** Payments of the year that are still to come; none of a year that is over. */
function expectedIn(valuation: Valuation, year: number): readonly Expected[] {
  const { ledger, dayText, day, conversion } = valuation;
  const { types, days } = ledger.transactions;
  const end = `${String(year).padStart(4, '0')}-12-31`;
  if (end <= dayText) return [];
  const pays = ledger.names.types.all.map(isIncome);
  const expected: Expected[] = [];
  for (const asset of ledger.assetNumbers()) {
    const facts = valuation.facts(asset);
    if (!facts.isActive) continue;
    const units = unitsOf(ledger, asset);
    const [from, to] = ledger.rowsOf(asset);
    const paid: Parameters<typeof expectedPayments>[0]['paid'][number][] = [];
    for (let row = from; row < to; row++) {
      if (pays[types[row] as number] !== true || (days[row] as number) > day) continue;
      const { date, gross: amount, currency } = bookingAt(ledger, row);
      const held = unitsOn(units, days[row] as number);
      // A split is no purchase: today's units are compared with the same ones.
      const inTodays = held && held.times(splitRatio(ledger, asset, days[row] as number, day));
      paid.push({ date, gross: amount, currency, units: inTodays });
    }
    const source = {
      assetId: facts.id,
      currency: facts.currency,
      expectedAnnualIncome: facts.expectedIncome === null ? null : decimal(facts.expectedIncome),
      incomeFrequency: facts.incomeFrequency,
      held: valuation.worth(asset).units,
      paid
    };
    for (const { date, amount, currency } of expectedPayments(source, dayText, end)) {
      if (Number(date.slice(0, 4)) !== year) continue;
      expected.push({ asset, date, amount: conversion.exact(amount, ledger.names.currencies.number(currency), day) });
    }
  }
  return expected;
}

/** Of what can be told; null for nothing at all. */
function sumOf(amounts: readonly (Decimal | null)[]): Decimal | null {
  const known = amounts.filter((amount) => amount !== null);
  return known.length === 0 ? null : known.reduce((sum, amount) => sum.plus(amount), zero);
}
