import { describe, expect, it } from 'vitest';
import { decimal, decimalText, holdingAfter, HoldingsBook, type QuantityMove } from '../../../src/lib/domain';

let made = 0;

function move(date: string, type: string, quantity: string, assetId = 'infy'): QuantityMove {
  made++;
  return {
    id: `t${made}`,
    assetId,
    date,
    type,
    quantity: decimal(quantity),
    createdAt: `2024-01-01T00:00:0${made % 10}Z`
  };
}

describe('holdings', () => {
  it('adds and takes away exactly', () => {
    const moves = [
      move('2020-01-01', 'buy', '0.1'),
      move('2020-01-02', 'buy', '0.2'),
      move('2020-01-03', 'sell', '0.3')
    ];
    expect(decimalText(holdingAfter(moves).quantity)).toBe('0');
  });

  it('goes by date, not by the order of entry', () => {
    const sale = move('2020-03-01', 'sell', '15');
    const holding = holdingAfter([sale, move('2020-02-01', 'buy', '52'), move('2010-01-01', 'buy', '109')]);
    expect(decimalText(holding.quantity)).toBe('146');
    expect(holding.oversold).toEqual([]);
  });

  it('lets come in before it lets go out within one day', () => {
    const holding = holdingAfter([move('2020-01-01', 'sell', '5'), move('2020-01-01', 'buy', '5')]);
    expect(holding).toMatchObject({ oversold: [] });
    expect(decimalText(holding.quantity)).toBe('0');
  });

  it('multiplies by a split what was held before it, and a reverse split', () => {
    const moves = [move('2020-08-28', 'buy', '10'), move('2020-08-31', 'split', '4'), move('2020-09-01', 'buy', '1')];
    expect(decimalText(holdingAfter(moves).quantity)).toBe('41');
    expect(decimalText(holdingAfter([...moves, move('2021-01-01', 'split', '0.1')]).quantity)).toBe('4.1');
  });

  it('counts openings, deliveries and transfers', () => {
    const holding = holdingAfter([
      move('2020-01-01', 'openingBalance', '100'),
      move('2020-01-02', 'deliveryIn', '10'),
      move('2020-01-03', 'transferIn', '1'),
      move('2020-01-04', 'deliveryOut', '20'),
      move('2020-01-05', 'transferOut', '30')
    ]);
    expect(decimalText(holding.quantity)).toBe('61');
  });

  it('names a sale of more than is held and leaves the rest whole', () => {
    const tooMuch = move('2020-01-02', 'sell', '11');
    const holding = holdingAfter([move('2020-01-01', 'buy', '10'), tooMuch, move('2020-01-03', 'sell', '4')]);
    expect(holding.oversold).toEqual([tooMuch.id]);
    expect(decimalText(holding.quantity)).toBe('6');
  });

  it('keeps assets apart, knows nothing of the future, and tells nothing held from nothing known', () => {
    const book = new HoldingsBook('2020-06-30');
    book.add(move('2020-01-01', 'buy', '10'));
    book.add(move('2020-07-01', 'buy', '90'));
    book.add(move('2020-01-01', 'buy', '3', 'sap'));
    book.add(move('2020-02-01', 'sell', '3', 'sap'));
    book.add(move('2020-02-01', 'dividend', '3', 'bund'));
    expect(decimalText(book.of('infy')?.quantity ?? decimal('-1'))).toBe('10');
    expect(decimalText(book.of('sap')?.quantity ?? decimal('-1'))).toBe('0');
    expect(book.of('bund')).toBeNull();
  });
});
