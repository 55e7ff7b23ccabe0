import { data as codes } from 'currency-codes';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { preferences } from '../../../src/lib/app/preferences.svelte';
import { Decimal } from '../../../src/lib/domain';
import {
  amountText,
  changeText,
  countryName,
  countText,
  dayText,
  nearDayText,
  shortDayText,
  groupName,
  humanName,
  minorUnits,
  monthText,
  priceText,
  rateText,
  returnText,
  shareText,
  weekdayNames
} from '../../../src/lib/ui/format';
import { roundHalfEven } from '../../../src/lib/ui/format/rounding';
import { seed } from '../../support/seed';

afterEach(() => preferences.set({ language: 'browser', numbers: 'auto', dates: 'auto', firstDay: 'auto' }));

describe('numbers in the person’s style', () => {
  test('group thousands, or lakh and crore', () => {
    preferences.numbers = 'indian';
    expect(amountText('-1234567.8', 'INR')).toBe('−12,34,567.80');
    expect(countText(10000000)).toBe('1,00,00,000');
    preferences.numbers = 'pointComma';
    expect(amountText('1234567.8', 'EUR')).toBe('1.234.567,80');
    preferences.numbers = 'apostrophePoint';
    expect(amountText('1234567.8', 'CHF')).toMatch(/^1[’']234[’']567\.80$/);
  });

  test('follow the language that was chosen', () => {
    preferences.language = 'hi';
    expect(amountText('1234567.8', 'INR')).toBe('12,34,567.80');
    preferences.language = 'de';
    expect(shareText(0.1234)).toBe('12,3 %');
  });
});

describe('rounding for the eye', () => {
  test('is that of decimals, half to even, for any number and any decimals', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
        fc.nat(12),
        fc.nat(8),
        (digits, places, decimals) => {
          const text = Decimal(digits.toString())
            .times(Decimal(`1e-${places}`))
            .toFixed();
          const expected = Decimal(text).round(decimals, 2).toFixed();
          expect(Decimal(roundHalfEven(text, decimals)).toFixed()).toBe(expected);
        }
      ),
      seed()
    );
  });

  test('leaves no sign before what is nothing', () => {
    expect(changeText('-0.004', 'EUR')).toBe('0.00');
    expect(changeText('0.004', 'EUR')).toBe('0.00');
    expect(changeText('12.3', 'EUR')).toBe('+12.30');
    expect(changeText('-12.3', 'EUR')).toBe('−12.30');
    expect(returnText(0.05)).toBe('+5.0 %');
    expect(returnText(-0.05)).toBe('−5.0 %');
    expect(returnText(-0.0004)).toBe('0.0 %');
  });

  test('keeps the decimals that a price or a small rate is about', () => {
    expect(priceText('1.23456', 'EUR')).toBe('1.23456');
    expect(priceText('1.2', 'EUR')).toBe('1.20');
    expect(rateText('0.0000123456789')).toBe('0.0000123457');
    expect(rateText('83.1234567')).toBe('83.123457');
  });
});

test('minor units are those of the standard', () => {
  // Metals, funds and test codes have none.
  const known = codes.filter(({ code }) => !/^X(?!AF|CD|OF|PF)/.test(code));
  expect(known.length).toBeGreaterThan(150);
  expect(known.filter(({ code, digits }) => minorUnits(code) !== digits).map(({ code }) => code)).toEqual([]);
});

describe('days', () => {
  test('are written in the chosen order, the same in every time zone', () => {
    const shown = (['iso', 'dayFirst', 'dayFirstDots', 'monthFirst'] as const).map((dates) => {
      preferences.dates = dates;
      return dayText('2026-11-03');
    });
    expect(shown).toEqual(['2026-11-03', '03/11/2026', '03.11.2026', '11/03/2026']);
  });

  test('have the months and weekdays of the language', () => {
    preferences.language = 'de';
    expect(monthText('2026-03')).toBe('März 2026');
    preferences.firstDay = 'sunday';
    expect(weekdayNames()[0]).toBe('So');
    preferences.firstDay = 'monday';
    expect(weekdayNames('long')[0]).toBe('Montag');
  });

  test('that are none are shown as they are', () => {
    expect(dayText('some day')).toBe('some day');
    expect(nearDayText('2026-01-03', '2026-11-27')).toBe(shortDayText('2026-01-03'));
    expect(nearDayText('2022-11-27', '2026-11-27')).toBe(dayText('2022-11-27'));
  });
});

describe('words for codes', () => {
  test('are those of the language, and spelt out where there are none', () => {
    expect(humanName('equityEtf')).toBe('Equity ETF');
    expect(humanName('somethingNew')).toBe('Something new');
    expect(groupName('class', 'fixedIncome', 'x')).toBe('Fixed income');
    expect(groupName('sector', 'Energy', 'Energy')).toBe('Energy');
    preferences.language = 'de';
    expect(countryName('DE')).toBe('Deutschland');
  });
});
