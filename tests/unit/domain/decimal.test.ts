import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, decimalText, divide, parseDecimal, ratio } from '../../../src/lib/domain';
import { seed } from '../../support/seed';

describe('decimal numbers', () => {
  it('adds amounts exactly where binary numbers do not', () => {
    expect(0.1 + 0.2).not.toBe(0.3);
    expect(decimalText(decimal('0.1').plus(decimal('0.2')))).toBe('0.3');
    expect(decimalText(decimal('9007199254740993.01').plus(decimal('0.01')))).toBe('9007199254740993.02');
  });

  it('rounds half to even', () => {
    expect(decimal('2.345').round(2).toFixed()).toBe('2.34');
    expect(decimal('2.355').round(2).toFixed()).toBe('2.36');
  });

  it('refuses what is no decimal number, a binary one included', () => {
    for (const text of ['', ' ', '1,5', 'NaN', 'Infinity', '0x10', '--1', '1.2.3']) {
      expect(parseDecimal(text)).toBeNull();
    }
    expect(parseDecimal(1.5)).toBeNull();
    expect(() => decimal('1,5')).toThrow("Not a decimal number: '1,5'");
    expect(() => decimal('1').plus(1)).toThrow();
  });

  it('writes plain notation without exponent or trailing zeros', () => {
    expect(decimalText(decimal('1e-8'))).toBe('0.00000001');
    expect(decimalText(decimal('123456789012345678901234.50'))).toBe('123456789012345678901234.5');
    expect(decimalText(decimal('5').minus(decimal('5')).neg())).toBe('0');
  });

  it('keeps twenty significant digits in a small quotient', () => {
    expect(divide(decimal('1'), decimal('9000000000')).toFixed()).toMatch(/^0\.0000000001{20,}$/);
    expect(divide(decimal('1'), decimal('3')).toFixed()).toBe('0.33333333333333333333'.concat('3'));
    expect(divide(decimal('10'), decimal('4')).toFixed()).toBe('2.5');
  });

  it('divides to the same digits as big.js does, only faster', () => {
    const parts = fc.tuple(fc.bigInt({ min: -(10n ** 22n), max: 10n ** 22n }), fc.integer({ min: 0, max: 24 }));
    const numbers = parts.map(([digits, places]) => decimal(`${digits}e-${places}`));
    fc.assert(
      fc.property(numbers, numbers, (dividend, divisor) => {
        if (divisor.eq(decimal('0'))) return;
        const shift = Math.max(0, divisor.e - dividend.e + 1);
        const slowly = dividend
          .times(decimal(`1e${shift}`))
          .div(divisor)
          .times(decimal(`1e-${shift}`));
        expect(divide(dividend, divisor).toFixed()).toBe(slowly.toFixed());
      }),
      seed()
    );
    expect(() => divide(decimal('1'), decimal('0'))).toThrow();
  });

  it('gives no ratio to zero', () => {
    expect(ratio(decimal('1'), decimal('0'))).toBeNull();
    expect(ratio(decimal('1'), decimal('8'))).toBe(0.125);
  });
});
