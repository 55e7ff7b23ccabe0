import { describe, expect, test } from 'vitest';
import type { BookingShown } from '../../../../src/lib/app/import-contract';
import { bookingLines } from '../../../../src/lib/ui/importing/booking-lines';
import { canBeTaken, decisionFor } from '../../../../src/lib/ui/importing/row-decisions';

const booking: BookingShown = {
  type: 'buy',
  date: '2026-03-02',
  account: 'Depot',
  asset: 'Acme',
  quantity: '10',
  price: '12.5',
  gross: '125',
  fees: null,
  taxes: null,
  currency: 'EUR',
  fxRate: null,
  note: ''
};

describe('ticking a row', () => {
  test('takes back a decision where the row would come in, or stay out, by itself', () => {
    expect(decisionFor({ status: 'ready' }, true)).toBeNull();
    expect(decisionFor({ status: 'duplicate' }, false)).toBeNull();
  });

  test('is a decision against what the row would do', () => {
    expect(decisionFor({ status: 'ready' }, false)).toBe('leave');
    expect(decisionFor({ status: 'duplicate' }, true)).toBe('takeAnyway');
    expect(decisionFor({ status: 'doubtful' }, true)).toBe('take');
    expect(decisionFor({ status: 'doubtful' }, false)).toBe('leave');
  });

  test('is not offered where a row cannot be imported', () => {
    expect((['ready', 'doubtful', 'duplicate', 'wrong', 'leftOut'] as const).filter(canBeTaken)).toEqual([
      'ready',
      'doubtful',
      'duplicate'
    ]);
  });
});

describe('two bookings beside each other', () => {
  const differing = (present: Partial<BookingShown>) =>
    bookingLines(booking, { ...booking, ...present })
      .filter(({ differs }) => differs)
      .map(({ part }) => part);

  test('are the same however their numbers are written, and without fees or with fees of nothing', () => {
    expect(differing({ quantity: '10.000', gross: '125.00', fees: '0' })).toEqual([]);
  });

  test('differ where a value does, or its currency', () => {
    expect(differing({ date: '2026-03-03', gross: '125.01' })).toEqual(['date', 'gross']);
    expect(differing({ currency: 'USD' })).toEqual(['price', 'gross']);
    expect(differing({ fees: '1' })).toEqual(['fees']);
  });

  test('show what one of them has, and nothing that neither has', () => {
    const lines = bookingLines(booking, { ...booking, note: 'By hand' });
    expect(lines.map(({ part }) => part)).toEqual([
      'date',
      'type',
      'account',
      'asset',
      'quantity',
      'price',
      'gross',
      'note'
    ]);
    expect(lines.at(-1)).toMatchObject({ file: '', present: 'By hand', differs: true });
  });

  test('or one alone: nothing is compared', () => {
    expect(bookingLines(booking, null).some(({ differs }) => differs)).toBe(false);
  });
});
