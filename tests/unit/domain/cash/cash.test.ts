import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cashBalances,
  cashEffect,
  cashKeeping,
  cashMove,
  decimalText,
  runningCash,
  type Booking
} from '../../../../src/lib/domain';
import * as frozen from '../../../../src/lib/schema/v1.0.0/bookings';
import { transactionTypes } from '../../../../src/lib/schema/v1.0.0/transactions';
import { seed } from '../../../support/seed';
import { booking } from '../lots/bookings';

const cash = { assetId: null } as const;

function balances(bookings: readonly Booking[], until?: string): Record<string, string[]> {
  return Object.fromEntries(
    [...cashBalances(bookings, until)].map(([account, moves]) => [
      account,
      moves.map(({ amount, currency }) => `${decimalText(amount)} ${currency}`)
    ])
  );
}

describe('what a transaction does to cash', () => {
  it.each([
    ['deposit', '100', '', '', '100'],
    ['withdrawal', '100', '1', '', '-101'],
    ['buy', '100', '1', '2', '-103'],
    ['sell', '100', '1', '2', '97'],
    ['dividend', '10', '', '2', '8'],
    ['interest', '10', '', '2', '8'],
    ['fee', '10', '', '', '-10'],
    ['tax', '10', '', '', '-10'],
    ['deliveryIn', '100', '5', '', '-5'],
    ['deliveryOut', '100', '', '3', '-3'],
    ['transferIn', '100', '', '', '0'],
    ['transferOut', '100', '1', '', '-1'],
    ['openingBalance', '100', '', '', '0'],
    ['split', '0', '', '', '0'],
    ['somethingNew', '100', '', '', '0']
  ])('%s of %s with fees of %s and taxes of %s: %s', (type, gross, fees, taxes, effect) => {
    const facts = { fees: fees || '0', taxes: taxes || '0' };
    expect(decimalText(cashEffect(booking('2020-01-01', type, '1', gross, facts)))).toBe(effect);
  });

  it('moves cash by opening balances and transfers that name no asset', () => {
    const effect = (type: string): string => decimalText(cashEffect(booking('2020-01-01', type, '0', '100', cash)));
    expect(['openingBalance', 'transferIn', 'transferOut'].map(effect)).toEqual(['100', '100', '-100']);
  });

  it('agrees with what migrations conserve', () => {
    const amount = fc.integer({ min: -1000, max: 1000 }).map(String);
    fc.assert(
      fc.property(
        fc.constantFrom(...transactionTypes),
        fc.boolean(),
        amount,
        amount,
        amount,
        (type, asset, ...parts) => {
          const [gross, fees, taxes] = parts;
          const theirs = frozen.cashEffect({ type, gross, fees, taxes, ...(asset ? { assetId: 'share' } : {}) });
          const ours = cashEffect(
            booking('2020-01-01', type, '1', gross, { fees, taxes, assetId: asset ? 'share' : null })
          );
          expect(decimalText(ours)).toBe(decimalText(theirs));
        }
      ),
      seed()
    );
  });

  it("lies in the account's currency where the transaction states its rate, else in its own", () => {
    const facts = { ...cash, currency: 'USD', accountCurrency: 'EUR' };
    const exchanged = cashMove(booking('2020-01-01', 'deposit', '0', '100', { ...facts, fxRate: '0.9', fees: '10' }));
    expect([decimalText(exchanged.amount), exchanged.currency]).toEqual(['81', 'EUR']);
    const left = cashMove(booking('2020-01-01', 'deposit', '0', '100', facts));
    expect([decimalText(left.amount), left.currency]).toEqual(['100', 'USD']);
    const odd = cashMove(booking('2020-01-01', 'deposit', '0', '100', { ...cash, fxRate: '7' }));
    expect([decimalText(odd.amount), odd.currency]).toEqual(['100', 'EUR']);
  });
});

describe('cash of accounts', () => {
  const history = [
    booking('2020-01-02', 'buy', '1', '60', { fees: '1' }),
    booking('2020-01-01', 'deposit', '0', '100', cash),
    booking('2020-02-01', 'dividend', '0', '5', { currency: 'USD', accountCurrency: 'EUR' }),
    booking('2020-03-01', 'dividend', '0', '5', { currency: 'USD', accountCurrency: 'EUR', fxRate: '0.8' }),
    booking('2020-03-01', 'deposit', '0', '7', { ...cash, accountId: 'other' }),
    booking('2020-04-01', 'withdrawal', '0', '43', cash)
  ];

  it('is counted by account and currency, up to a day', () => {
    expect(balances(history)).toEqual({ depot: ['5 USD'], other: ['7 EUR'] });
    expect(balances(history, '2020-02-01')).toEqual({ depot: ['39 EUR', '5 USD'] });
    expect(balances([])).toEqual({});
  });

  it('runs from booking to booking in their order, whatever the order of entry', () => {
    const running = runningCash(history);
    const told = history.map(({ id }) => {
      const entry = running.get(id);
      return entry && `${decimalText(entry.amount)} → ${decimalText(entry.balance)} ${entry.currency}`;
    });
    expect(told).toEqual(['-61 → 39 EUR', '100 → 100 EUR', '5 → 5 USD', '4 → 43 EUR', '7 → 7 EUR', '-43 → 0 EUR']);
  });

  it('takes within a day what comes in before what goes out', () => {
    const out = booking('2020-01-01', 'withdrawal', '0', '30', cash);
    const into = booking('2020-01-01', 'deposit', '0', '100', cash);
    expect(decimalText(runningCash([out, into]).get(out.id)?.balance ?? out.gross)).toBe('70');
  });
});

describe('whether the cash of an account counts', () => {
  it.each([
    ['deposit', null, 'kept'],
    ['withdrawal', null, 'kept'],
    ['openingBalance', null, 'kept'],
    ['transferIn', null, 'kept'],
    ['transferOut', null, 'kept'],
    ['openingBalance', 'share', 'notKept'],
    ['transferIn', 'share', 'notKept'],
    ['buy', 'share', 'notKept'],
    ['dividend', 'share', 'notKept'],
    ['interest', null, 'notKept'],
    ['fee', null, 'notKept']
  ])('with %s of %s: %s', (type, assetId, expected) => {
    expect(cashKeeping([booking('2020-01-01', type, '1', '100', { assetId })], []).get('depot')).toBe(expected);
  });

  it('one such booking is enough', () => {
    const keeping = cashKeeping(
      [
        booking('2020-01-01', 'deposit', '0', '1', cash),
        booking('2020-01-01', 'buy', '1', '1'),
        booking('2020-01-01', 'buy', '1', '1', { accountId: 'other' })
      ],
      []
    );
    expect([...keeping]).toEqual([
      ['depot', 'kept'],
      ['other', 'notKept']
    ]);
  });

  it('never both: an active asset of the class cash states it', () => {
    const bookings = [booking('2020-01-01', 'deposit', '0', '1', cash)];
    const savings = { accountId: 'depot', category: 'cash', isActive: true };
    expect(cashKeeping(bookings, [savings]).get('depot')).toBe('stated');
    expect(cashKeeping(bookings, [{ ...savings, isActive: false }]).get('depot')).toBe('kept');
    expect(cashKeeping(bookings, [{ ...savings, category: 'equity' }]).get('depot')).toBe('kept');
  });
});
