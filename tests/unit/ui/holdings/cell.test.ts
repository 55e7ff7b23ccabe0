import { expect, test } from 'vitest';
import { cellOf, hasRoom, type Cell } from '../../../../src/lib/ui/holdings/cell';
import { columnOf, type ColumnKey } from '../../../../src/lib/ui/holdings/columns';
import { line } from './line';

const gain = (total: string | null) => ({ total, price: null, fx: null });
const price = { amount: '12.5', currency: 'GBP', day: '2024-06-28', stale: false };
const told: readonly [ColumnKey, Parameters<typeof line>[1], Cell][] = [
  ['country', {}, { text: 'United States' }],
  ['quantity', { quantity: '1.5' }, { text: '1.5' }],
  ['price', { price }, { text: '12.50', secret: true, currency: 'GBP' }],
  ['price', {}, { text: '–', tone: 'muted', label: 'not known' }],
  [
    'priceDay',
    { price: { ...price, stale: true } },
    { text: 'Jun 28, 2024', tone: 'warn', title: 'Older than a week' }
  ],
  ['baseValue', { baseValue: '-1234.5' }, { text: '−1,234.50', secret: true, tone: 'loss' }],
  ['baseValue', { baseValue: null }, { text: 'no rate', tone: 'muted' }],
  ['baseValue', { baseValue: null, value: null }, { text: 'no value', tone: 'muted' }],
  ['unrealised', { unrealised: gain('3') }, { text: '+3.00', tone: 'gain', secret: true }],
  ['unrealised', { unrealised: gain('-3') }, { text: '−3.00', tone: 'loss', secret: true }],
  ['unrealised', { unrealised: gain('-0.001') }, { text: '0.00', secret: true }],
  ['periodReturn', { periodReturn: -0.05 }, { text: '−5.0 %', tone: 'loss' }],
  ['periodReturn', { periodReturn: 0.0001 }, { text: '0.0 %' }],
  ['issues', {}, { text: '' }],
  ['issues', { issues: 2 }, { text: '2', tone: 'warn', title: '2 transactions cannot be booked as they are' }]
];

test.each(told)('the cell of %s, for %o', (key, change, cell) => {
  expect(cellOf(line('one', change), columnOf(key), 'EUR')).toEqual(cell);
});

test('what may be too long for its column is clipped: long numbers, long names, wide letters', () => {
  const [name, value] = [columnOf('name'), columnOf('baseValue')];
  expect(hasRoom('−1,234,567.89', value)).toBe(true);
  expect(hasRoom('100,000,000,000,000,000,000.00', value)).toBe(false);
  expect(hasRoom('Isar Retail', name)).toBe(true);
  expect(hasRoom('The Long and Winding Road Investment Company', name)).toBe(false);
  expect(hasRoom('WWWWWWWWWWWWWWWWWW', name)).toBe(false);
  expect(hasRoom('नमस्ते दुनिया का निवेश कोष', name)).toBe(false);
});
