import { describe, expect, test } from 'vitest';
import { tableRate, type ReadRate } from '../../../../src/lib/ui/entry/table-rate';

const table =
  (rates: Readonly<Record<string, string>>): ReadRate =>
  (base, quote, day) =>
    Promise.resolve(rates[`${base}${quote} ${day}`] ?? null);

describe('the rate that is suggested', () => {
  test('is that of the day, as the table has it', async () => {
    const read = table({ 'USDEUR 2024-03-01': '0.92', 'USDEUR 2024-02-29': '0.91' });
    expect(await tableRate('USD', 'EUR', '2024-03-01', read)).toEqual({ rate: '0.92', day: '2024-03-01' });
  });

  test('is the last one before, also over the end of February, and never a later one', async () => {
    const read = table({ 'USDEUR 2024-02-29': '0.91', 'USDEUR 2024-03-03': '0.93' });
    expect(await tableRate('USD', 'EUR', '2024-03-02', read)).toEqual({ rate: '0.91', day: '2024-02-29' });
  });

  test('is turned round where the table has the other side', async () => {
    const read = table({ 'EURUSD 2024-03-01': '1.25' });
    expect(await tableRate('USD', 'EUR', '2024-03-01', read)).toEqual({ rate: '0.8', day: '2024-03-01' });
  });

  test('is crossed through the euro, from rates of one day', async () => {
    const read = table({ 'EURUSD 2024-03-01': '1.1', 'EURINR 2024-03-01': '88', 'EURINR 2024-03-02': '99' });
    expect(await tableRate('USD', 'INR', '2024-03-02', read)).toEqual({ rate: '80', day: '2024-03-01' });
  });

  test('is none where the newest is older than a week, or zero', async () => {
    expect(await tableRate('USD', 'EUR', '2024-03-09', table({ 'USDEUR 2024-03-01': '0.92' }))).toBeNull();
    expect(await tableRate('USD', 'EUR', '2024-03-01', table({ 'EURUSD 2024-03-01': '0' }))).toBeNull();
  });
});
