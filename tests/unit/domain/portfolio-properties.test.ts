/** What must hold of any portfolio: values, flows, cash and lots together. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cashBalances,
  cashEffect,
  cashKeeping,
  collectFlows,
  compareBookings,
  contributions,
  decimal,
  decimalText,
  flowsWithin,
  foldLots,
  gainWithin,
  holdingAfter,
  internalRate,
  moneyWeightedReturn,
  investmentFlows,
  RateTable,
  unrealisedGain,
  zero,
  type Booking,
  type Decimal,
  type Flows,
  type Perimeter,
  type SpanAmounts
} from '../../../src/lib/domain';
import { seed } from '../../support/seed';
import { booking } from './lots/bookings';

const accounts = ['bank', 'broker', 'second'];
const assets = ['alpha', 'beta'];
const span = { from: '2020-02-01', to: '2020-02-28' };
const rates = new RateTable([]);

/** Two months of one currency: `bank` keeps its cash by a first deposit; the others as their bookings happen to say. */
const histories: fc.Arbitrary<Booking[]> = fc
  .array(
    fc.record({
      month: fc.constantFrom('01', '02'),
      day: fc.integer({ min: 1, max: 28 }),
      type: fc.constantFrom(
        'buy',
        'buy',
        'sell',
        'dividend',
        'fee',
        'tax',
        'interest',
        'deposit',
        'withdrawal',
        'deliveryIn',
        'deliveryOut',
        'openingBalance',
        'transferIn',
        'transferOut'
      ),
      account: fc.constantFrom(...accounts),
      asset: fc.option(fc.constantFrom(...assets), { nil: null, freq: 4 }),
      units: fc.integer({ min: 1, max: 50 }),
      cents: fc.integer({ min: 0, max: 100_000 }),
      fees: fc.integer({ min: 0, max: 300 }),
      taxes: fc.integer({ min: 0, max: 300 })
    }),
    { maxLength: 30 }
  )
  .map((parts) => [
    booking('2020-01-01', 'deposit', '0', '1000', { accountId: 'bank', assetId: null }),
    ...parts
      .filter(({ type, asset }) => asset !== null || !['buy', 'sell', 'deliveryIn', 'deliveryOut'].includes(type))
      .map(({ month, day, type, account, asset, units, cents, fees, taxes }) =>
        booking(
          `2020-${month}-${String(day).padStart(2, '0')}`,
          type,
          ['dividend', 'fee', 'tax', 'interest', 'deposit', 'withdrawal'].includes(type) || asset === null
            ? '0'
            : `${units}`,
          `${cents}e-2`,
          { accountId: account, assetId: asset, fees: `${fees}e-2`, taxes: `${taxes}e-2` }
        )
      )
  ]);

/** A price for each asset and day. */
function price(assetId: string, day: string): Decimal {
  return decimal(`${(assetId === 'alpha' ? 7 : 31) + (Number(day.slice(8)) % 9)}.25`);
}

/** Without those that cannot be booked as they are: nobody would count a sale of what is not there. */
function bookable(bookings: readonly Booking[]): Booking[] {
  const wrong = new Set(
    accounts.flatMap((account) => assets.flatMap((asset) => holdingAfter(moves(bookings, asset, account)).oversold))
  );
  return bookings.filter(({ id }) => !wrong.has(id));
}

function moves(bookings: readonly Booking[], asset: string, account?: string) {
  return bookings
    .filter(({ assetId, accountId }) => assetId === asset && (account === undefined || accountId === account))
    .map((entry) => ({ ...entry, assetId: asset }));
}

function sum(values: Iterable<Decimal>): Decimal {
  return [...values].reduce((total, value) => total.plus(value), zero);
}

function assetValue(bookings: readonly Booking[], asset: string, day: string): Decimal {
  const held = bookings.filter(({ date }) => date <= day);
  return sum(accounts.map((account) => holdingAfter(moves(held, asset, account)).quantity.times(price(asset, day))));
}

function keptCash(bookings: readonly Booking[], day: string): Decimal {
  const keeping = cashKeeping(bookings, []);
  const balances = cashBalances(bookings, day);
  return sum(
    [...balances].flatMap(([id, moves]) => (keeping.get(id) === 'kept' ? moves.map((move) => move.amount) : []))
  );
}

function flows(bookings: readonly Booking[], perimeter: Perimeter): Flows {
  return collectFlows(bookings, {
    perimeter,
    baseCurrency: 'EUR',
    rates,
    keeping: cashKeeping(bookings, []),
    unitValue: price
  });
}

function amounts(value: (day: string) => Decimal, found: Flows): SpanAmounts {
  return { start: value('2020-01-31'), end: value(span.to), ...flowsWithin(found, span) };
}

function portfolioAmounts(bookings: readonly Booking[]): SpanAmounts {
  const value = (day: string): Decimal =>
    sum([...assets.map((asset) => assetValue(bookings, asset, day)), keptCash(bookings, day)]);
  return amounts(value, flows(bookings, 'portfolio'));
}

function assetAmounts(bookings: readonly Booking[]): (SpanAmounts & { id: string })[] {
  return assets.map((id) => ({
    id,
    ...amounts(
      (day) => assetValue(bookings, id, day),
      flows(
        bookings.filter(({ assetId }) => assetId === id),
        'asset'
      )
    )
  }));
}

describe('a portfolio, always', () => {
  it('gains what its assets gain, and besides only what was earned and spent on no asset', () => {
    fc.assert(
      fc.property(histories, (drawn) => {
        // Transfers of money that do not arrive are another matter: exchange may cost a little of those that do.
        const bookings = bookable(drawn).filter(
          ({ type, assetId }) => assetId !== null || !type.startsWith('transfer')
        );
        const lines = contributions(assetAmounts(bookings), portfolioAmounts(bookings));
        const rest = lines.find(({ id }) => id === null)?.gain ?? zero;
        const keeping = cashKeeping(bookings, []);
        const besides = bookings
          .filter(({ assetId, date, accountId, type }) => {
            const inside = keeping.get(accountId) === 'kept' || ['dividend', 'interest', 'fee', 'tax'].includes(type);
            return assetId === null && inside && date >= span.from && date <= span.to;
          })
          .map((entry) => {
            const sign = { deposit: 1, openingBalance: 1, withdrawal: -1 }[entry.type] ?? 0;
            return cashEffect(entry).minus(entry.gross.times(decimal(String(sign))));
          });
        expect(decimalText(rest)).toBe(decimalText(sum(besides)));
        expect(decimalText(sum(lines.map(({ gain }) => gain)))).toBe(
          decimalText(gainWithin(portfolioAmounts(bookings)))
        );
      }),
      seed(300)
    );
  });

  it('is the same in whatever order its bookings are entered, on one day or at all', () => {
    const shuffled = histories.chain((entries) =>
      fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length }))
    );
    fc.assert(
      fc.property(shuffled, ([entries, mixed]) => {
        const told = (bookings: readonly Booking[]): unknown => [
          Object.values(portfolioAmounts(bookings)).map((amount: Decimal) => decimalText(amount)),
          [...cashBalances(bookings)]
            .flatMap(([id, list]) => list.map(({ amount, currency }) => `${id} ${decimalText(amount)} ${currency}`))
            .sort(),
          flows(bookings, 'portfolio').days.map(({ day, inflow, outflow }) => [day, decimalText(inflow.minus(outflow))])
        ];
        expect(told(mixed)).toEqual(told(entries));
      }),
      seed()
    );
  });

  it('gains the same in all if same-day entries were created in another order, though other lots were sold', () => {
    fc.assert(
      fc.property(histories, fc.infiniteStream(fc.integer({ min: 0, max: 999 })), (drawn, order) => {
        const bookings = bookable(drawn).filter(({ type }) => !type.startsWith('transfer'));
        const recreated = bookings.map((entry) => ({
          ...entry,
          createdAt: `2024-01-01T00:00:00.${String(order.next().value).padStart(3, '0')}Z`
        }));
        const total = (entries: readonly Booking[]): string | null => {
          const { positions, issues } = foldLots(entries, { method: 'fifo', baseCurrency: 'EUR', rates });
          if (issues.some(({ code }) => code === 'oversold')) return null;
          const euros = rates.rate('EUR', 'EUR', span.to);
          return decimalText(
            sum(
              positions.flatMap((position) => [
                position.realisedGain.base ?? zero,
                unrealisedGain(position, price(position.assetId, span.to), euros).gain.base ?? zero,
                ...position.removed.map(({ cost }) => zero.minus(cost.base ?? zero))
              ])
            ).round(12)
          );
        };
        expect(total(recreated)).toBe(total(bookings));
      }),
      seed()
    );
  });

  it('tells the same lots in one base currency after it was told in another', () => {
    const dollars = new RateTable([
      { base: 'EUR', quote: 'USD', days: ['2020-01-01', '2020-02-01'], rates: ['1.3', '0.7'] }
    ]);
    fc.assert(
      fc.property(histories, (bookings) => {
        const fold = (baseCurrency: string): unknown =>
          JSON.stringify(foldLots(bookings, { method: 'average', baseCurrency, rates: dollars }));
        const before = fold('EUR');
        fold('USD');
        expect(fold('EUR')).toBe(before);
      }),
      seed(50)
    );
  });

  it('has the same money-weighted return whether asked at exact amounts or as plain numbers', () => {
    fc.assert(
      fc.property(histories, (drawn) => {
        const bookings = bookable(drawn);
        const { start, end } = portfolioAmounts(bookings);
        const list = investmentFlows(
          flows(bookings, 'portfolio'),
          { day: '2020-01-31', value: start },
          { day: span.to, value: end }
        );
        const exact = moneyWeightedReturn(list);
        const days = new Map<number, number>();
        for (const { day, amount } of list) {
          const number = Date.parse(day) / 86_400_000;
          days.set(number, (days.get(number) ?? 0) + Number(amount.toString()));
        }
        const sorted = [...days].sort(([a], [b]) => a - b);
        const plain = internalRate(
          Float64Array.from(sorted, ([day]) => day),
          Float64Array.from(sorted, ([, amount]) => Math.round(amount * 1e4) / 1e4)
        );
        expect(plain.kind).toBe(exact.kind);
        if (plain.kind === 'rate' && exact.kind === 'rate')
          expect(Math.log1p(plain.rate)).toBeCloseTo(Math.log1p(exact.rate), 6);
      }),
      seed()
    );
  });

  it('orders bookings the same way however often they are sorted', () => {
    fc.assert(
      fc.property(histories, (bookings) => {
        const sorted = [...bookings].sort(compareBookings);
        expect([...sorted].reverse().sort(compareBookings)).toEqual(sorted);
      }),
      seed(50)
    );
  });
});
