import { describe, expect, it } from 'vitest';
import {
  converted,
  decimal,
  decimalText,
  LatestPrices,
  netWorth,
  RateTable,
  valueOf,
  type AssetLine
} from '../../../src/lib/domain';

const holding = { quantity: decimal('146'), oversold: [] };
const price = { price: decimal('100'), day: '2024-06-27' };

function worth(...[asset, held, last]: Parameters<typeof valueOf>): { amount: string; basis: string } {
  const { amount, basis } = valueOf(asset, held, last);
  return { amount: decimalText(amount), basis };
}

describe('the value of an asset', () => {
  const asset = { currentValue: '9999', isLiability: false };

  it('is holding × price, or what was stated, never both', () => {
    expect(worth(asset, holding, price)).toEqual({ amount: '14600', basis: 'holding × price' });
    expect(worth(asset, holding, null)).toEqual({ amount: '9999', basis: 'stated' });
    expect(worth(asset, null, price)).toEqual({ amount: '9999', basis: 'stated' });
  });

  it('is zero for a position that was closed, whatever was once stated', () => {
    expect(worth(asset, { quantity: decimal('0'), oversold: [] }, price)).toEqual({
      amount: '0',
      basis: 'holding × price'
    });
  });

  it('says when nothing is known', () => {
    expect(worth({ currentValue: null, isLiability: false }, null, null)).toEqual({ amount: '0', basis: 'none' });
    expect(worth({ currentValue: 'n/a', isLiability: false }, null, null)).toEqual({ amount: '0', basis: 'none' });
  });

  it('is negative for what is owed, whichever sign it was stated with', () => {
    expect(worth({ currentValue: '250000', isLiability: true }, null, null).amount).toBe('-250000');
    expect(worth({ currentValue: '-250000', isLiability: true }, null, null).amount).toBe('-250000');
  });
});

describe('latest prices', () => {
  it('are the last close on or before the day, over years and gaps', () => {
    const prices = new LatestPrices('2024-01-02');
    prices.add({ assetId: 'sap', days: ['2024-01-03'], closes: ['139.5'] });
    prices.add({ assetId: 'sap', days: ['2023-12-28', '2023-12-29'], closes: ['138.90', ''] });
    prices.add({ assetId: 'sap', days: ['2022-12-30'], closes: ['96.39'] });
    expect(prices.of('sap')).toMatchObject({ day: '2023-12-28' });
    expect(prices.of('sap')?.price.toFixed()).toBe('138.9');
    expect(prices.of('infy')).toBeNull();
  });
});

describe('conversion', () => {
  const rates = new RateTable([{ base: 'EUR', quote: 'INR', days: ['2024-06-27'], rates: ['89.2365'] }]);

  it('uses the rate with its day, and says when there is none', () => {
    expect(converted(decimal('8923.65'), 'INR', 'EUR', rates, '2024-06-28')).toMatchObject({ day: '2024-06-27' });
    expect(decimal(converted(decimal('8923.65'), 'INR', 'EUR', rates, '2024-06-28')?.amount ?? '0').toFixed(10)).toBe(
      '100.0000000000'
    );
    expect(converted(decimal('1'), 'AED', 'EUR', rates, '2024-06-28')).toBeNull();
    expect(converted(decimal('1.5'), 'EUR', 'EUR', rates, '2024-06-28')).toEqual({ amount: '1.5', day: null });
  });
});

describe('net worth', () => {
  const line = (baseAmount: string | null, more: Partial<AssetLine> = {}): AssetLine => ({
    id: 'a',
    name: 'A',
    symbol: null,
    assetType: 'cash',
    category: 'cash',
    country: 'DE',
    account: 'a',
    quantity: null,
    value: { amount: baseAmount ?? '1', currency: 'EUR' },
    valueBasis: 'stated',
    asOf: null,
    baseAmount,
    isActive: true,
    isIncluded: true,
    ...more
  });

  it('adds up exactly, debts taken off', () => {
    expect(netWorth([line('0.1'), line('0.2'), line('-0.1')])).toEqual({ amount: '0.2', withoutRate: 0 });
    expect(netWorth([])).toEqual({ amount: '0', withoutRate: 0 });
  });

  it('leaves out what is inactive, excluded, or cannot be converted, and counts the last', () => {
    const lines = [line('100'), line('7', { isActive: false }), line('7', { isIncluded: false }), line(null)];
    expect(netWorth(lines)).toEqual({ amount: '100', withoutRate: 1 });
    expect(netWorth([line(null, { isActive: false })])).toEqual({ amount: '0', withoutRate: 0 });
  });
});
