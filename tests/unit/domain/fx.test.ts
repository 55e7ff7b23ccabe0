import { describe, expect, it } from 'vitest';
import { atRate, decimal, decimalText, rateOf, RateTable, type RateUsed } from '../../../src/lib/domain';

/** Euro reference rates of the European Central Bank around New Year 2024. */
const usd = {
  base: 'EUR',
  quote: 'USD',
  days: ['2023-12-28', '2023-12-29'],
  rates: ['1.1114', '1.1050']
};
const usdNextYear = { base: 'EUR', quote: 'USD', days: ['2024-01-02', '2024-01-03'], rates: ['1.0956', '1.0919'] };
const inr = { base: 'EUR', quote: 'INR', days: ['2023-12-29'], rates: ['91.9045'] };

function shown(used: RateUsed | null, places?: number): string | null {
  return used && rateOf(used).toFixed(places);
}

describe('rates', () => {
  const table = new RateTable([usdNextYear, inr, usd]);

  it('takes the last rate on or before the day, over the turn of the year and week-ends', () => {
    expect(table.rate('EUR', 'USD', '2024-01-01')).toMatchObject({ day: '2023-12-29', stale: false, through: null });
    expect(shown(table.rate('EUR', 'USD', '2024-01-01'))).toBe('1.105');
    expect(shown(table.rate('EUR', 'USD', '2024-01-02'))).toBe('1.0956');
  });

  it('never looks ahead and never guesses', () => {
    expect(table.rate('EUR', 'USD', '2023-12-27')).toBeNull();
    expect(table.rate('EUR', 'GBP', '2024-01-02')).toBeNull();
    expect(table.rate('GBP', 'CHF', '2024-01-02')).toBeNull();
    expect(new RateTable([]).rate('EUR', 'USD', '2024-01-02')).toBeNull();
  });

  it('needs no rate between a currency and itself', () => {
    expect(shown(new RateTable([]).rate('JPY', 'JPY', '2024-01-02'))).toBe('1');
  });

  it('turns a pair round', () => {
    expect(shown(table.rate('USD', 'EUR', '2024-01-02'), 10)).toBe('0.9127418766');
  });

  it('crosses through the base of the table, and is as old as the older of both rates', () => {
    expect(table.base).toBe('EUR');
    const cross = table.rate('USD', 'INR', '2024-01-03');
    expect(cross).toMatchObject({ day: '2023-12-29', through: 'EUR', stale: false });
    expect(shown(cross, 6)).toBe('84.169338');
  });

  it('gives back what a quoted rate made, either way round and across', () => {
    const inRupees = table.rate('EUR', 'INR', '2024-01-02');
    const inEuros = table.rate('INR', 'EUR', '2024-01-02');
    if (inRupees === null || inEuros === null) throw new Error('no rate');
    const rupees = atRate(decimal('1234.56'), inRupees);
    expect(decimalText(rupees)).toBe('113461.61952');
    expect(decimalText(atRate(rupees, inEuros))).toBe('1234.56');
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
