import { describe, expect, test } from 'vitest';
import { accountText, countsUnits, differs, inReadingOrder } from '../../../src/lib/ui/upgrade/conserved';

const figure = (account: string, measure: string, before = '1', after = before) => ({
  account,
  currency: 'EUR',
  measure,
  before,
  after
});

describe('conserved figures', () => {
  test('show what differs first, even in the last digit, then values before units', () => {
    const figures = [
      figure('a', 'stated units'),
      figure('b', 'cash'),
      figure('a', 'cash'),
      figure('z', 'something new'),
      figure('c', 'holding', '1.00000000000000000001', '1'),
      figure('a', 'stated value')
    ];
    expect(inReadingOrder(figures).map(({ account, measure }) => `${account} ${measure}`)).toEqual([
      'c holding',
      'a stated value',
      'a cash',
      'b cash',
      'a stated units',
      'z something new'
    ]);
    expect(figures.filter(differs)).toHaveLength(1);
    expect(figures[0]?.measure).toBe('stated units');
  });

  test('of pieces have no currency', () => {
    expect(countsUnits(figure('a', 'holding'))).toBe(true);
    expect(countsUnits(figure('a', 'cost basis'))).toBe(false);
  });

  test('name an account, or tell its id apart', () => {
    expect(accountText('Zerodha')).toBe('Zerodha');
    expect(accountText('015814cf-af68-776d-b710-b537095d10cf')).toBe('Account …5d10cf');
  });
});
