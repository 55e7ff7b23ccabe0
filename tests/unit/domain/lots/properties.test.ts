import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decimal,
  decimalText,
  holdingAfter,
  RateTable,
  zero,
  type Booking,
  type CostMethod,
  type Decimal,
  type Position
} from '../../../../src/lib/domain';
import { seed } from '../../../support/seed';
import { booking, fold, worth } from './bookings';

const dollars = new RateTable([
  { base: 'EUR', quote: 'USD', days: ['2019-12-31', '2020-01-04', '2020-01-08'], rates: ['1.1', '1.25', '0.97'] }
]);
const methods: readonly CostMethod[] = ['fifo', 'average'];

const types = [
  'openingBalance',
  'deliveryIn',
  'buy',
  'buy',
  'split',
  'sell',
  'sell',
  'sell',
  'deliveryOut',
  'transferOut'
];

/** A few days with many bookings each, more sold than held among them; splits of terminating ratios. */
const bookings: fc.Arbitrary<Booking[]> = fc.array(
  fc
    .record({
      type: fc.constantFrom(...types),
      day: fc.integer({ min: 1, max: 9 }),
      thousandths: fc.integer({ min: 1, max: 20_000 }),
      cents: fc.integer({ min: 0, max: 1_000_000 }),
      fees: fc.integer({ min: 0, max: 999 }),
      ratio: fc.constantFrom('2', '1.5', '0.1', '0.25', '3'),
      accountId: fc.constantFrom('a', 'b'),
      booked: fc.option(fc.integer({ min: 5000, max: 15_000 }), { nil: null })
    })
    .map(({ type, day, thousandths, cents, fees, ratio, accountId, booked }) =>
      booking(
        `2020-01-0${day}`,
        type,
        type === 'split' ? ratio : `${thousandths}e-3`,
        type === 'split' ? '0' : `${cents}e-2`,
        {
          fees: `${fees}e-2`,
          accountId,
          currency: 'USD',
          ...(booked === null ? {} : { accountCurrency: 'EUR', fxRate: `${booked}e-4` })
        }
      )
    ),
  { minLength: 1, maxLength: 40 }
);

function sum(values: readonly Decimal[]): Decimal {
  return values.reduce((total, value) => total.plus(value), zero);
}

function known(value: Decimal | null): Decimal {
  if (value === null) throw new Error('no rate');
  return value;
}

/** What of a position must not depend on the order in which its bookings were entered. */
function totals({ accountId, quantity, cost, realisedGain, fees }: Position): unknown[] {
  const { price, fx, base } = realisedGain;
  return [
    accountId,
    quantity,
    known(cost.own),
    known(cost.base),
    known(price),
    known(fx),
    known(base),
    known(fees.base)
  ].map((value) => (typeof value === 'string' ? value : decimalText(value)));
}

describe.each(methods)('lots, always (%s)', (method) => {
  const options = { method, rates: dollars };

  it('add up to the holding of each account, and name the same transactions as oversold', () => {
    fc.assert(
      fc.property(bookings, (entries) => {
        const { positions, issues } = fold(entries, options);
        for (const { accountId, quantity, lots } of positions) {
          const own = entries.filter((entry) => entry.accountId === accountId);
          const holding = holdingAfter(own.map((entry) => ({ ...entry, assetId: 'share' })));
          expect(decimalText(quantity)).toBe(decimalText(holding.quantity));
          expect(decimalText(sum(lots.map((lot) => lot.quantity)))).toBe(decimalText(holding.quantity));
          const oversold = issues.filter((issue) => issue.code === 'oversold' && issue.accountId === accountId);
          expect(oversold.map(({ id }) => id)).toEqual(holding.oversold);
        }
      }),
      seed()
    );
  });

  it('lose no cost: what came in is in open lots, in sales and in what left', () => {
    fc.assert(
      fc.property(bookings, (entries) => {
        const incoming = ['openingBalance', 'deliveryIn', 'buy'];
        for (const { accountId, cost, realised, removed } of fold(entries, options).positions) {
          const laidOut = sum(
            entries
              .filter((entry) => entry.accountId === accountId && incoming.includes(entry.type))
              .map((entry) => entry.gross.plus(entry.fees))
          );
          const found = sum(
            [cost, ...realised.map((sale) => sale.cost), ...removed.map((left) => left.cost)].map(({ own }) =>
              known(own)
            )
          );
          expect(decimalText(found)).toBe(decimalText(laidOut));
        }
      }),
      seed()
    );
  });

  it('price gain and currency gain are the gain, of each lot and each sale', () => {
    fc.assert(
      fc.property(bookings, (entries) => {
        for (const { realised, realisedGain } of fold(entries, options).positions) {
          const gains = realised.flatMap((sale) => [sale.gain, ...sale.lots.map((lot) => lot.gain)]);
          for (const { base, price, fx } of [realisedGain, ...gains]) {
            expect(decimalText(known(price).plus(known(fx)))).toBe(decimalText(known(base)));
          }
          for (const sale of realised) {
            expect(decimalText(known(sale.gain.base))).toBe(
              decimalText(known(sale.proceeds.base).minus(known(sale.cost.base)))
            );
          }
        }
      }),
      seed()
    );
  });

  it('do not depend on the order of entry', () => {
    fc.assert(
      fc.property(
        bookings.chain((entries) =>
          fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length }))
        ),
        ([entries, shuffled]) => {
          const byAccount = (positions: readonly Position[]): unknown[] => positions.map(totals).sort();
          expect(byAccount(fold(shuffled, options).positions)).toEqual(byAccount(fold(entries, options).positions));
        }
      ),
      seed()
    );
  });

  it('leave exactly zero when all is sold', () => {
    fc.assert(
      fc.property(bookings, (entries) => {
        const closing = fold(entries, options).positions.map(({ accountId, quantity }) =>
          booking('2020-02-01', 'sell', decimalText(quantity), '77.77', { accountId, currency: 'USD' })
        );
        for (const { quantity, cost, lots } of fold([...entries, ...closing], options).positions) {
          expect([decimalText(quantity), ...worth(cost), lots.length]).toEqual(['0', '0', '0', 0]);
        }
      }),
      seed()
    );
  });

  it('keep all cost through a transfer there and back', () => {
    fc.assert(
      fc.property(bookings, (entries) => {
        const before = fold(entries, options).positions.find(({ accountId }) => accountId === 'a');
        if (before === undefined || before.quantity.eq(zero)) return;
        const units = decimalText(before.quantity);
        const moved = fold(
          [
            ...entries,
            booking('2020-03-01', 'transferOut', units, '0', { accountId: 'a' }),
            booking('2020-03-02', 'transferIn', units, '0', { accountId: 'c' }),
            booking('2020-03-03', 'transferOut', units, '0', { accountId: 'c' }),
            booking('2020-03-03', 'transferIn', units, '0', { accountId: 'a' })
          ],
          options
        );
        const after = moved.positions.find(({ accountId }) => accountId === 'a');
        expect(after && [totals(after), after.lots.map(({ acquired }) => acquired)]).toEqual([
          totals(before),
          before.lots.map(({ acquired }) => acquired)
        ]);
      }),
      seed()
    );
  });
});

describe('the base currency, there and back', () => {
  it('changes nothing: an asset of the base currency has the same gains in both, and no currency gain', () => {
    fc.assert(
      fc.property(bookings, (entries) => {
        const { positions } = fold(entries, { rates: new RateTable([]), baseCurrency: 'USD' });
        for (const { realisedGain, cost } of positions) {
          expect(decimalText(known(realisedGain.fx))).toBe('0');
          expect(decimalText(known(realisedGain.base))).toBe(decimalText(known(realisedGain.own)));
          expect(decimalText(known(cost.base))).toBe(decimalText(known(cost.own)));
        }
      }),
      seed()
    );
  });

  it("leaves cost as it was when a purchase at a booked rate is told in the account's currency and back", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 ** 9 }), fc.integer({ min: 1, max: 10 ** 6 }), (cents, rate) => {
        const rates = new RateTable([
          { base: 'USD', quote: 'EUR', days: ['2020-01-01'], rates: [decimalText(decimal(`${rate}e-4`))] }
        ]);
        const bought = booking('2020-01-01', 'buy', '3', `${cents}e-2`, { currency: 'EUR' });
        const there = fold([bought], { rates, baseCurrency: 'EUR', currencyOf: () => 'USD' }).positions[0];
        const inDollars = known(there?.cost.own ?? null);
        const back = rates.rate('USD', 'EUR', '2020-01-01');
        expect(back && inDollars.times(back.times).minus(bought.gross).abs().lt(decimal('1e-9'))).toBe(true);
        expect(decimalText(known(there?.cost.base ?? null))).toBe(decimalText(bought.gross));
      }),
      seed()
    );
  });
});
