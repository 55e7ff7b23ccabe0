import { describe, expect, it } from 'vitest';
import {
  decimal,
  decimalText,
  expectedPayments,
  incomeOfYear,
  incomeYield,
  paymentsOf,
  RateTable,
  type Decimal,
  type IncomeSource
} from '../../../../src/lib/domain';
import { booking } from '../lots/bookings';

const rates = new RateTable([{ base: 'EUR', quote: 'USD', days: ['2023-01-01'], rates: ['1.25'] }]);
const text = (amount: Decimal | null): string | null => amount && decimalText(amount);

describe('income received', () => {
  const bookings = [
    booking('2024-03-15', 'dividend', '0', '100', { taxes: '25', fees: '1' }),
    booking('2024-03-20', 'dividend', '0', '50', { currency: 'USD', accountCurrency: 'EUR', fxRate: '0.9' }),
    booking('2024-06-30', 'interest', '0', '12.5', { assetId: null }),
    booking('2024-07-01', 'dividend', '0', '-100', { taxes: '-25' }),
    booking('2023-12-31', 'dividend', '0', '7', { currency: 'USD' }),
    booking('2024-01-01', 'buy', '1', '7'),
    booking('2024-02-01', 'dividend', '0', '9', { currency: 'INR', assetId: 'fund' })
  ];
  const payments = paymentsOf(bookings, 'EUR', rates);

  it('is told by date, at booked rates first', () => {
    expect(payments.map(({ date, gross }) => [date, text(gross)])).toEqual([
      ['2023-12-31', '5.6'],
      ['2024-02-01', null],
      ['2024-03-15', '100'],
      ['2024-03-20', '45'],
      ['2024-06-30', '12.5'],
      ['2024-07-01', '-100']
    ]);
  });

  it('adds up by month and by asset, and names what has no rate', () => {
    const year = incomeOfYear(payments, 2024);
    expect([text(year.gross), text(year.taxes), text(year.fees)]).toEqual(['57.5', '0', '1']);
    expect(year.months.map(({ gross }) => text(gross))).toEqual([
      '0',
      '0',
      '145',
      '0',
      '0',
      '12.5',
      '-100',
      '0',
      '0',
      '0',
      '0',
      '0'
    ]);
    expect(year.byAsset.map(({ assetId, gross }) => [assetId, text(gross)])).toEqual([
      ['share', '45'],
      [null, '12.5']
    ]);
    expect(year.byAsset[0]?.months.map(text)).toEqual([
      null,
      null,
      '145',
      null,
      null,
      null,
      '-100',
      null,
      null,
      null,
      null,
      null
    ]);
    expect(year.unknown).toEqual([bookings[6]?.id]);
    expect(text(incomeOfYear(payments, 2023).gross)).toBe('5.6');
    expect(incomeOfYear([], 2024).byAsset).toEqual([]);
  });

  it('is set in proportion to what pays it', () => {
    expect([incomeYield(decimal('3'), decimal('100')), incomeYield(decimal('3'), decimal('0'))]).toEqual([0.03, null]);
  });
});

describe('income expected', () => {
  const source: IncomeSource = {
    assetId: 'share',
    currency: 'EUR',
    expectedAnnualIncome: null,
    incomeFrequency: null,
    held: decimal('20'),
    paid: []
  };
  const paid = (date: string, gross: string, units: string | null = null): IncomeSource['paid'][number] => ({
    date,
    gross: decimal(gross),
    currency: 'USD',
    units: units === null ? null : decimal(units)
  });
  const told = (changes: Partial<IncomeSource>, until = '2025-06-15'): (string | null)[][] =>
    expectedPayments({ ...source, ...changes }, '2024-06-15', until).map(({ date, amount, currency }) => [
      date,
      text(amount),
      currency
    ]);

  it('is what was paid a year before, for the units held now', () => {
    const history = [
      paid('2023-06-15', '99'),
      paid('2023-06-16', '10', '10'),
      paid('2024-02-29', '15', '20'),
      paid('2024-06-20', '1')
    ];
    expect(told({ paid: history })).toEqual([
      ['2024-06-16', '20', 'USD'],
      ['2025-02-28', '15', 'USD']
    ]);
    expect(told({ paid: [paid('2023-09-01', '10', '10')], held: null })).toEqual([['2024-09-01', '10', 'USD']]);
    expect(told({ paid: [paid('2023-09-01', '10', '10')], held: decimal('0') })).toEqual([]);
  });

  it('does not expect again what was taken back', () => {
    expect(told({ paid: [paid('2023-09-01', '10'), paid('2023-09-05', '-10'), paid('2023-09-06', '9')] })).toEqual([
      ['2024-09-06', '9', 'USD']
    ]);
  });

  it('is what was stated, counted on from the last payment', () => {
    const stated = { expectedAnnualIncome: decimal('120'), incomeFrequency: 'quarterly' };
    expect(told({ ...stated, paid: [paid('2024-05-31', '7')] }, '2025-03-01')).toEqual([
      ['2024-08-31', '30', 'EUR'],
      ['2024-11-30', '30', 'EUR'],
      ['2025-02-28', '30', 'EUR']
    ]);
  });

  it('falls due at the ends of its stretches of the year where nothing was paid yet', () => {
    const of = (incomeFrequency: string | null): (string | null)[][] =>
      told({ expectedAnnualIncome: decimal('120'), incomeFrequency }, '2024-12-31');
    expect(of('quarterly').map(([date]) => date)).toEqual(['2024-06-30', '2024-09-30', '2024-12-31']);
    expect(of('monthly')).toHaveLength(7);
    expect(of('halfYearly')).toEqual([
      ['2024-06-30', '60', 'EUR'],
      ['2024-12-31', '60', 'EUR']
    ]);
    expect(of('yearly')).toEqual([['2024-12-31', '120', 'EUR']]);
    expect(of('irregular')).toEqual(of('yearly'));
    expect(of(null)).toEqual(of('yearly'));
    expect(told({ expectedAnnualIncome: decimal('0') })).toEqual([]);
  });
});
