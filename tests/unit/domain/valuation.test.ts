import { describe, expect, it } from 'vitest';
import {
  converted,
  decimal,
  decimalText,
  LatestPrices,
  PortfolioTotals,
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

describe('totals', () => {
  const labels = { class: (key: string) => key.toUpperCase(), country: (key: string) => `Country ${key}` };
  const line = (category: string, country: string, currency: string, baseAmount: string | null): AssetLine => ({
    id: `${category}-${country}`,
    name: category,
    symbol: null,
    assetType: category,
    category,
    country,
    account: 'a',
    quantity: null,
    value: { amount: baseAmount ?? '1', currency },
    valueBasis: 'stated',
    asOf: null,
    baseAmount,
    isActive: true,
    isIncluded: true
  });

  it('add up exactly, with shares of the sum of absolute values', () => {
    const totals = new PortfolioTotals(labels);
    totals.add(line('equity', 'IN', 'INR', '0.1'));
    totals.add(line('equity', 'US', 'USD', '0.2'));
    totals.add(line('liability', 'IN', 'INR', '-0.1'));
    const { netWorth, byClass, byCountry, byCurrency } = totals.result();
    expect(netWorth).toBe('0.2');
    expect(byClass).toEqual([
      { key: 'equity', label: 'EQUITY', amount: '0.3', share: 0.75, assets: 2 },
      { key: 'liability', label: 'LIABILITY', amount: '-0.1', share: 0.25, assets: 1 }
    ]);
    expect(byCountry).toEqual([
      { key: 'US', label: 'Country US', amount: '0.2', share: 1, assets: 1 },
      { key: 'IN', label: 'Country IN', amount: '0', share: 0, assets: 2 }
    ]);
    expect(byCurrency.map(({ key, amount }) => [key, amount])).toEqual([
      ['USD', '0.2'],
      ['INR', '0']
    ]);
  });

  it('leave out what is inactive, excluded, or cannot be converted, and count the last', () => {
    const totals = new PortfolioTotals(labels);
    totals.add(line('cash', 'DE', 'EUR', '100'));
    totals.add({ ...line('cash', 'DE', 'EUR', '7'), isActive: false });
    totals.add({ ...line('cash', 'DE', 'EUR', '7'), isIncluded: false });
    totals.add(line('cash', 'AE', 'AED', null));
    expect(totals.result()).toMatchObject({ netWorth: '100', withoutRate: 1 });
    expect(totals.result().byCountry.map(({ key }) => key)).toEqual(['DE']);
  });

  it('give no share where everything is zero', () => {
    const totals = new PortfolioTotals(labels);
    totals.add(line('cash', 'DE', 'EUR', '0'));
    expect(totals.result().byClass[0]?.share).toBeNull();
  });
});
