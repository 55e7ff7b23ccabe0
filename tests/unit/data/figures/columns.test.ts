import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cashBalances,
  cashKeeping,
  collectFlows,
  decimal,
  decimalText,
  foldLots,
  parseDecimal,
  zero,
  type Booking
} from '../../../../src/lib/domain';
import { cashLeft } from '../../../../src/lib/data/figures/account-cash';
import { bookingAt, bookingsOf } from '../../../../src/lib/data/figures/bookings';
import { keptAccounts } from '../../../../src/lib/data/figures/cash-events';
import { decimalAt, DecimalsBuilder, ExactSum, scaled } from '../../../../src/lib/data/figures/decimals';
import { flowsOf } from '../../../../src/lib/data/figures/flows';
import { partOf } from '../../../../src/lib/data/figures/part';
import { unitsOf, unitsOn } from '../../../../src/lib/data/figures/units';
import { Valuation } from '../../../../src/lib/data/figures/valuation';
import type { Ledger } from '../../../../src/lib/data/figures/ledger';
import { seed } from '../../../support/seed';
import { account, asset, booking, day, ids, idOf, ledgerOf, prices, rates } from './portfolios';

const types = [
  'openingBalance',
  'deliveryIn',
  'transferIn',
  'deposit',
  'buy',
  'split',
  'dividend',
  'interest',
  'sell',
  'fee',
  'tax',
  'withdrawal',
  'transferOut',
  'deliveryOut',
  'barter'
];
const amounts = fc.constantFrom('0', '1', '12.5', '-3', '0.000001', '99999999.99', '123456789012345678901.5');
const rows = fc.array(
  fc.record({
    asset: fc.constantFrom(11, 12, null),
    account: fc.constantFrom(ids.depot, ids.bank),
    date: fc.constantFrom('2024-01-10', '2024-02-10', '2024-02-11', '2024-06-28', '2024-07-01'),
    type: fc.constantFrom(...types),
    quantity: fc.constantFrom('0', '1', '2', '2.5', '0.1', '99999999999999999999'),
    gross: amounts,
    fees: fc.option(amounts),
    taxes: fc.option(amounts),
    currency: fc.constantFrom('EUR', 'USD', 'KWD'),
    fxRate: fc.option(fc.constantFrom('0.9', '1.23456789', '0'))
  }),
  { maxLength: 14 }
);

type Rows = typeof rows extends fc.Arbitrary<infer R> ? R : never;

function ledgerFrom(some: Rows): Ledger {
  return ledgerOf({
    accounts: [account(ids.depot, 'Depot'), account(ids.bank, 'Bank', { currency: 'USD' })],
    assets: [asset(11, 'One'), asset(12, 'Two', { primaryCurrency: 'USD' })],
    transactions: some.map(({ asset: number, account: accountId, date, type, fees, taxes, fxRate, ...more }) =>
      booking(number, date, type, {
        accountId,
        ...more,
        ...(fees === null ? {} : { fees }),
        ...(taxes === null ? {} : { taxes }),
        ...(fxRate === null ? {} : { fxRate })
      })
    ),
    prices: [prices(11, { '2024-01-10': '10', '2024-02-11': '12.34' }), prices(12, { '2024-01-10': '7' })],
    fxRates: [rates('USD', { '2024-01-10': '1.25', '2024-02-10': '1.1' })]
  });
}

function all(ledger: Ledger): readonly Booking[] {
  return Array.from({ length: ledger.transactions.count }, (_, row) => bookingAt(ledger, row));
}

const today = 19_902;

describe('columns say what the domain says of bookings', () => {
  it('of units held', () => {
    fc.assert(
      fc.property(rows, (some) => {
        const ledger = ledgerFrom(some);
        for (const id of [11, 12]) {
          const number = ledger.assetNumber(idOf(id)) ?? 0;
          const { positions, issues } = foldLots(bookingsOf(ledger, number, today), {
            method: 'fifo',
            baseCurrency: 'EUR',
            rates: ledger.rateTable
          });
          const held = positions.reduce((sum, { quantity }) => sum.plus(quantity), zero);
          const found = unitsOf(ledger, number);
          expect(decimalText(unitsOn(found, today) ?? zero)).toBe(decimalText(held));
          const until = found.oversold.filter((row) => {
            const [from] = ledger.rowsOf(number);
            return (ledger.transactions.days[from + row] as number) <= today;
          });
          expect(until).toHaveLength(issues.filter(({ code }) => code === 'oversold').length);
        }
      }),
      seed(300)
    );
  });

  it('of cash in accounts that keep it', () => {
    fc.assert(
      fc.property(rows, (some) => {
        const ledger = ledgerFrom(some);
        const keeping = cashKeeping(all(ledger), []);
        const balances = cashBalances(all(ledger), day);
        const kept = [...keeping].filter(([, how]) => how === 'kept').map(([id]) => id);
        expect([...keptAccounts(ledger)].map((number) => ledger.names.accounts.text(number)).sort()).toEqual(
          kept.sort()
        );
        for (const id of kept) {
          const found = cashLeft(ledger, today)
            .filter(({ account: number }) => ledger.names.accounts.text(number) === id)
            .map(({ amount, currency }) => [ledger.names.currencies.text(currency), decimalText(amount)])
            .sort();
          const expected = (balances.get(id) ?? []).map(({ amount, currency }) => [currency, decimalText(amount)]);
          expect(found).toEqual(expected);
        }
      }),
      seed(300)
    );
  });

  it('of money put in and taken out', () => {
    fc.assert(
      fc.property(rows, (some) => {
        const ledger = ledgerFrom(some.filter(({ currency }) => currency !== 'KWD'));
        const valuation = Valuation.on(ledger, day);
        const part = partOf(ledger, { kind: 'portfolio' });
        const oversold = new Set(
          [1, 2].flatMap((number) => unitsOf(ledger, number).oversold.map((row) => ledger.rowsOf(number)[0] + row))
        );
        const bookings = all(ledger).filter((found, row) => found.date <= day && !oversold.has(row));
        const expected = collectFlows(bookings, {
          perimeter: 'portfolio',
          baseCurrency: 'EUR',
          rates: ledger.rateTable,
          keeping: part.keeping,
          unitValue: (assetId, on) =>
            valuation.unitBase(ledger.assetNumber(assetId) ?? 0, Math.round(Date.parse(on) / 86_400_000))
        });
        const found = flowsOf(valuation, part, Number.NEGATIVE_INFINITY, today);
        const rounded = (flows: typeof found) =>
          flows.days.map(({ day: on, inflow, outflow }) => [
            on,
            inflow.round(10).toFixed(10),
            outflow.round(10).toFixed(10)
          ]);
        expect(rounded(found)).toEqual(rounded(expected));
      }),
      seed(300)
    );
  });
});

describe('digits', () => {
  it('hold every decimal text exactly, and nothing that is none', () => {
    const texts = fc.oneof(
      fc
        .tuple(fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }), fc.integer({ min: 0, max: 30 }))
        .map(([digits, places]) => {
          const text = decimal(`${digits}e-${places}`).toFixed();
          return text;
        }),
      fc.constantFrom('', '-', '.', '1.2.3', '1e3', '007.50', '-0', ' 1', '٣')
    );
    fc.assert(
      fc.property(fc.array(texts), (some) => {
        const builder = new DecimalsBuilder();
        for (const text of some) builder.push(text);
        const column = builder.finish();
        some.forEach((text, row) => {
          expect(decimalAt(column, row)?.toFixed() ?? null).toBe(
            parseDecimal(text)?.abs().eq(zero) ? '0' : (parseDecimal(text)?.toFixed() ?? null)
          );
        });
      }),
      seed()
    );
  });

  it('add up exactly, however large', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.maxSafeInteger(), fc.integer({ min: 0, max: 12 }))), (some) => {
        const sum = new ExactSum();
        let expected = zero;
        for (const [digits, places] of some) {
          sum.add(digits, places);
          expected = expected.plus(scaled(digits, places));
        }
        expect(sum.total().eq(expected)).toBe(true);
      }),
      seed()
    );
  });
});
