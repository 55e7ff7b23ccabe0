import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { otherEndFields } from '../../../../src/lib/domain/entry';
import { seed } from '../../../support/seed';

const out = { type: 'transferOut', date: '2024-03-01', gross: '100', currency: 'EUR', accountId: 'a', note: 'rent' };
const arrived = { ...out, type: 'transferIn', accountId: 'b' };

describe('editing one end of a transfer', () => {
  it('changes at the other end what both said alike', () => {
    const after = { ...out, date: '2024-03-04', gross: '120', note: undefined };
    expect(otherEndFields(out, after, arrived)).toEqual({ date: '2024-03-04', gross: '120', note: undefined });
  });

  it('leaves alone what differed: another day, another currency', () => {
    const abroad = { ...arrived, date: '2024-03-03', gross: '9000', currency: 'INR' };
    expect(otherEndFields(out, { ...out, date: '2024-03-02', gross: '110' }, abroad)).toEqual({});
    expect(otherEndFields(out, { ...out, currency: 'USD' }, abroad)).toEqual({});
    expect(otherEndFields(out, { ...out, currency: 'USD' }, arrived)).toEqual({ currency: 'USD' });
  });

  it('moves units and their asset together, and no fee', () => {
    const units = { type: 'transferOut', date: '2024-03-01', assetId: 'x', quantity: '5', gross: '0', currency: 'EUR' };
    const other = { ...units, type: 'transferIn' };
    const after = { ...units, assetId: 'y', quantity: '6', fees: '3' };
    expect(otherEndFields(units, after, other)).toEqual({ assetId: 'y', quantity: '6' });
  });

  it('changes nothing where nothing was changed, or it is no transfer any more', () => {
    expect(otherEndFields(out, { ...out }, arrived)).toEqual({});
    expect(otherEndFields(out, { ...out, type: 'fee', gross: '7' }, arrived)).toEqual({});
  });

  it('never makes alike what differed, and never parts what was alike', () => {
    const end = fc.record({
      type: fc.constant('transferOut'),
      date: fc.constantFrom('2024-03-01', '2024-03-02'),
      gross: fc.constantFrom('1', '2'),
      currency: fc.constantFrom('EUR', 'INR'),
      quantity: fc.constantFrom(undefined, '1', '2')
    });
    fc.assert(
      fc.property(end, end, end, (before, after, other) => {
        const now = { ...other, ...otherEndFields(before, after, other) };
        for (const field of ['date', 'quantity'] as const)
          expect(now[field]).toBe(before[field] === other[field] ? after[field] : other[field]);
        const together = before.gross === other.gross && before.currency === other.currency;
        expect([now.gross, now.currency]).toEqual(
          together ? [after.gross, after.currency] : [other.gross, other.currency]
        );
      }),
      seed()
    );
  });
});
