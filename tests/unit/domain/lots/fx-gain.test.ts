import { describe, expect, it } from 'vitest';
import { decimal, RateTable, unrealisedGain, type Gain } from '../../../../src/lib/domain';
import { booking, fold, positionOf, shown, worth } from './bookings';

const usdchf = new RateTable([
  { base: 'USD', quote: 'CHF', days: ['2015-01-02', '2015-06-30'], rates: ['0.9238', '0.8854'] }
]);
const inDollars = { currency: 'USD' };

function parts({ own, base, price, fx }: Gain): (string | null)[] {
  return [own, base, price, fx].map((part) => shown(part));
}

describe('gains in base currency', () => {
  const options = { baseCurrency: 'CHF', rates: usdchf };
  const bought = booking('2015-01-02', 'buy', '1', '89.12', inDollars);

  it('check figure: price and currency of what is still held', () => {
    const position = positionOf(fold([bought], options));
    const { gain } = unrealisedGain(position, decimal('116.45'), usdchf.rate('USD', 'CHF', '2015-06-30'));
    expect(parts(gain)).toEqual(['27.33', '20.775774', '24.197982', '-3.422208']);
  });

  it('and the same once it is sold', () => {
    const position = positionOf(fold([bought, booking('2015-06-30', 'sell', '1', '116.45', inDollars)], options));
    expect(parts(position.realisedGain)).toEqual(['27.33', '20.775774', '24.197982', '-3.422208']);
    expect(parts(position.realised[0]?.lots[0]?.gain ?? position.realisedGain)[3]).toBe('-3.422208');
    expect(position.realised[0]?.rate).toMatchObject({ booked: false, day: '2015-06-30' });
  });

  it('lets a booked rate beat the table, and leads on from the account by the table', () => {
    const booked = { ...inDollars, accountCurrency: 'CHF', fxRate: '0.95' };
    const position = positionOf(fold([booking('2015-01-02', 'buy', '1', '100', booked)], options));
    expect(worth(position.cost)).toEqual(['100', '95']);
    const rates = new RateTable([
      { base: 'USD', quote: 'CHF', days: ['2015-01-02'], rates: ['0.9238'] },
      { base: 'EUR', quote: 'CHF', days: ['2015-01-01'], rates: ['1.2'] }
    ]);
    const throughEuros = { ...inDollars, accountCurrency: 'EUR', fxRate: '0.8' };
    const sale = booking('2015-01-03', 'sell', '1', '100', throughEuros);
    const across = positionOf(
      fold([booking('2015-01-02', 'buy', '1', '100', throughEuros), sale], { baseCurrency: 'CHF', rates })
    );
    expect(worth(across.realised[0]?.cost ?? across.cost)).toEqual(['100', '96']);
    expect(across.realised[0]?.rate).toMatchObject({ booked: true, day: '2015-01-01', through: 'EUR' });
  });

  it('does not take the rate between an account and itself for one to the base currency', () => {
    const odd = { ...inDollars, accountCurrency: 'USD', fxRate: '1' };
    expect(worth(positionOf(fold([booking('2015-01-02', 'buy', '1', '100', odd)], options)).cost)).toEqual([
      '100',
      '92.38'
    ]);
  });

  it('says that a rate is missing, once for each transaction, and never takes it to be 1', () => {
    const early = booking('2014-12-31', 'buy', '1', '100', { ...inDollars, fees: '1' });
    const book = fold([early, bought], options);
    const position = positionOf(book);
    expect(book.issues.map(({ code, id }) => [code, id])).toEqual([['rateMissing', early.id]]);
    expect(book.issues[0]?.message).toBe('No exchange rate from USD to CHF is known on or before 2014-12-31.');
    expect(worth(position.cost)).toEqual(['190.12', null]);
    expect(position.lots.map(({ cost }) => worth(cost)[1])).toEqual([null, '82.329056']);
    const { gain } = unrealisedGain(position, decimal('116.45'), null);
    expect(parts(gain)).toEqual(['42.78', null, null, null]);
  });

  it('needs no rate for what is free', () => {
    const book = fold([booking('2014-12-31', 'deliveryIn', '1', '0', inDollars)], options);
    expect([book.issues, worth(positionOf(book).cost)]).toEqual([[], ['0', '0']]);
  });

  it('tells an asset bought in another currency than its own in its own', () => {
    const rates = new RateTable([
      { base: 'EUR', quote: 'USD', days: ['2020-01-01', '2020-02-01'], rates: ['1.25', '1.6'] }
    ]);
    const book = fold([booking('2020-01-01', 'buy', '1', '100'), booking('2020-02-01', 'sell', '1', '90')], {
      rates,
      currencyOf: () => 'USD'
    });
    // 125 dollars became 144: at the rate of the end the price won 19 / 1.6, and the currency lost the rest.
    expect(parts(positionOf(book).realisedGain)).toEqual(['19', '-10', '11.875', '-21.875']);
  });

  it('has no currency gain at home', () => {
    const position = positionOf(
      fold([booking('2020-01-01', 'buy', '1', '100'), booking('2020-02-01', 'sell', '1', '90')])
    );
    expect(parts(position.realisedGain)).toEqual(['-10', '-10', '-10', '0']);
  });
});
