import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  amountText,
  compareDecimals,
  exactAmountText,
  isNegative,
  quantityText,
  shareText
} from '../../../src/lib/ui/format';

describe('amounts as people read them', () => {
  test('group their digits and show the minor unit of their currency', () => {
    expect(amountText('1234567.8', 'USD')).toBe('1,234,567.80');
    expect(amountText('1234567', 'JPY')).toBe('1,234,567');
    expect(amountText('12.3455', 'KWD')).toBe('12.346');
  });

  test('keep every digit that a binary float would lose', () => {
    expect(amountText('9007199254740993.01', 'EUR')).toBe('9,007,199,254,740,993.01');
    expect(amountText('123456789012345678901234567890.99', 'EUR')).toBe('123,456,789,012,345,678,901,234,567,890.99');
    expect(exactAmountText('0.1000000000000000001', 'EUR')).toBe('0.1000000000000000001');
    expect(quantityText('481.22300000000000001')).toBe('481.22300000000000001');
  });

  test('round half to even, as a booking does', () => {
    expect(amountText('0.125', 'EUR')).toBe('0.12');
    expect(amountText('0.135', 'EUR')).toBe('0.14');
  });

  test('have a real minus sign, and none before zero', () => {
    expect(amountText('-12.30', 'EUR')).toBe('\u221212.30');
    expect(amountText('-0.001', 'EUR')).toBe('0.00');
    expect(isNegative('-0.00')).toBe(false);
    expect(isNegative('-0.01')).toBe(true);
  });

  test('show text that is no number as it is', () => {
    expect(amountText('n/a', 'EUR')).toBe('n/a');
  });

  test('shares have one decimal', () => {
    expect(shareText(0.35912)).toBe('35.9 %');
  });
});

describe('the order of decimal strings', () => {
  test('is by value, also where floats cannot tell', () => {
    expect(compareDecimals('9007199254740993', '9007199254740992')).toBeGreaterThan(0);
    expect(compareDecimals('-2', '1')).toBeLessThan(0);
    expect(compareDecimals('-2', '-10')).toBeGreaterThan(0);
    expect(compareDecimals('0', '-0.00')).toBe(0);
    expect(compareDecimals('007.50', '7.5')).toBe(0);
    expect(compareDecimals('-0.002', '-0.002')).toBe(0);
  });

  test('is that of the integers, for any scaled integers', () => {
    const decimal = (scaled: bigint): string => {
      const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(4, '0');
      return `${scaled < 0n ? '-' : ''}${digits.slice(0, -3)}.${digits.slice(-3)}`;
    };
    const wide = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n });
    fc.assert(
      fc.property(wide, wide, (a, b) => {
        expect(Math.sign(compareDecimals(decimal(a), decimal(b)))).toBe(a < b ? -1 : a > b ? 1 : 0);
      })
    );
  });
});
