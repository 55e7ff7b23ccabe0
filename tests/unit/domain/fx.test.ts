import { describe, expect, it } from 'vitest';
import { RateTable } from '../../../src/lib/domain';

/** Euro reference rates of the European Central Bank around New Year 2024. */
const usd = {
  base: 'EUR',
  quote: 'USD',
  days: ['2023-12-28', '2023-12-29'],
  rates: ['1.1114', '1.1050']
};
const usdNextYear = { base: 'EUR', quote: 'USD', days: ['2024-01-02', '2024-01-03'], rates: ['1.0956', '1.0919'] };
const inr = { base: 'EUR', quote: 'INR', days: ['2023-12-29'], rates: ['91.9045'] };

describe('rates', () => {
  const table = new RateTable([usdNextYear, inr, usd]);

  it('takes the last rate on or before the day, over the turn of the year and week-ends', () => {
    expect(table.rate('EUR', 'USD', '2024-01-01')).toMatchObject({ day: '2023-12-29', stale: false, through: null });
    expect(table.rate('EUR', 'USD', '2024-01-01')?.rate.toFixed()).toBe('1.105');
    expect(table.rate('EUR', 'USD', '2024-01-02')?.rate.toFixed()).toBe('1.0956');
  });

  it('never looks ahead and never guesses', () => {
    expect(table.rate('EUR', 'USD', '2023-12-27')).toBeNull();
    expect(table.rate('EUR', 'GBP', '2024-01-02')).toBeNull();
    expect(table.rate('GBP', 'CHF', '2024-01-02')).toBeNull();
    expect(new RateTable([]).rate('EUR', 'USD', '2024-01-02')).toBeNull();
  });

  it('needs no rate between a currency and itself', () => {
    expect(new RateTable([]).rate('JPY', 'JPY', '2024-01-02')?.rate.toFixed()).toBe('1');
  });

  it('turns a pair round', () => {
    expect(table.rate('USD', 'EUR', '2024-01-02')?.rate.toFixed(10)).toBe('0.9127418766');
  });

  it('crosses through the base of the table, and is as old as the older of both rates', () => {
    expect(table.base).toBe('EUR');
    const cross = table.rate('USD', 'INR', '2024-01-03');
    expect(cross).toMatchObject({ day: '2023-12-29', through: 'EUR', stale: false });
    expect(cross?.rate.toFixed(6)).toBe('84.169338');
  });

  it('marks a rate older than seven days', () => {
    expect(table.rate('EUR', 'INR', '2024-01-05')?.stale).toBe(false);
    expect(table.rate('EUR', 'INR', '2024-01-06')?.stale).toBe(true);
  });

  it('passes over a day without a usable rate', () => {
    const gaps = new RateTable([
      { base: 'EUR', quote: 'USD', days: ['2024-01-02', '2024-01-03', '2024-01-04'], rates: ['1.0956', 'N/A', '0'] }
    ]);
    expect(gaps.rate('EUR', 'USD', '2024-01-04')).toMatchObject({ day: '2024-01-02' });
  });
});
