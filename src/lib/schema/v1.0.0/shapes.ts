/** The kinds of value that fields hold. Each says in its message what is wrong, so that a person can mend it. */
import * as v from 'valibot';
import { isCountry } from './countries';
import { isCurrency } from './currencies';
import { isDecimalText } from './decimal';

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const currencyPairPattern = /^[A-Z]{6}$/;
const monthPattern = /^\d{4}-(?:0[1-9]|1[0-2])$/;
const daysOfMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A day of the proleptic Gregorian calendar, `YYYY-MM-DD`, that exists. */
export function isDay(text: string): boolean {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return false;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  if (!(year >= 0 && month >= 1 && month <= 12 && day >= 1)) return false;
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day <= (daysOfMonth[month - 1] ?? 0) + (leap ? 1 : 0);
}

/** ISO 8601 in UTC with a `Z`, down to the second or finer. */
function isInstant(text: string): boolean {
  const last = text.length - 1;
  if (last < 19 || text.charCodeAt(10) !== 84 || text.charCodeAt(last) !== 90 || !isDay(text.slice(0, 10)))
    return false;
  if (text.charCodeAt(13) !== 58 || text.charCodeAt(16) !== 58) return false;
  if (!(digits(text, 11, 13) <= 23 && digits(text, 14, 16) <= 59 && digits(text, 17, 19) <= 59)) return false;
  return last === 19 || (text.charCodeAt(19) === 46 && last > 20 && last <= 29 && digits(text, 20, last) >= 0);
}

/** The number that the digits stand for; NaN where there are others than digits. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

/** Days that exist, each later than the one before. */
function areAscendingDays(days: readonly string[]): boolean {
  let previous = '';
  for (const day of days) {
    if (typeof day !== 'string' || day <= previous || !isDay(day)) return false;
    previous = day;
  }
  return true;
}

function areDecimalsFromZero(texts: readonly string[]): boolean {
  for (const text of texts)
    if (typeof text !== 'string' || text.charCodeAt(0) === 45 || !isDecimalText(text)) return false;
  return true;
}

function arePositiveDecimals(texts: readonly string[]): boolean {
  return areDecimalsFromZero(texts) && texts.every((text) => /[1-9]/.test(text));
}

function areTexts(texts: readonly string[]): boolean {
  return texts.every((text) => typeof text === 'string');
}

const text$ = v.string('is not a text');
const list = v.custom<readonly string[]>(Array.isArray, 'is not a list');

export const text = text$;
export const name = v.pipe(
  text$,
  v.check((value) => value.trim() !== '', 'is empty')
);
export const uuid = v.pipe(
  text$,
  v.check((value) => uuidPattern.test(value), 'is not a UUID in lower case')
);
export const day = v.pipe(text$, v.check(isDay, 'is not a day of the calendar (YYYY-MM-DD)'));
export const month = v.pipe(
  text$,
  v.check((value) => monthPattern.test(value), 'is not a month (YYYY-MM)')
);
export const instant = v.pipe(text$, v.check(isInstant, 'is not an instant in UTC (ISO 8601 with Z)'));
export const decimal = v.pipe(text$, v.check(isDecimalText, 'is not a decimal number in plain notation'));
export const currency = v.pipe(text$, v.check(isCurrency, 'is not a currency of ISO 4217'));
export const country = v.pipe(text$, v.check(isCountry, 'is not a country of ISO 3166-1 (alpha-2)'));
export const currencyPair = v.pipe(
  text$,
  v.check(
    (value) => currencyPairPattern.test(value) && isCurrency(value.slice(0, 3)) && isCurrency(value.slice(3)),
    'is not a pair of currencies'
  )
);
export const flag = v.boolean('is neither true nor false');
export const finiteNumber = v.pipe(
  v.number('is not a number'),
  v.check((value: number) => Number.isFinite(value), 'is not a finite number')
);
export const year = v.pipe(
  v.number('is not a number'),
  v.check((value) => Number.isInteger(value) && value >= 1 && value <= 9999, 'is not a year')
);

export const texts = v.pipe(list, v.check(areTexts, 'holds something that is not a text'));
export const uuids = v.pipe(
  list,
  v.check(
    (values) => values.every((value) => typeof value === 'string' && uuidPattern.test(value)),
    'holds something that is not a UUID'
  )
);
export const currencies = v.pipe(
  list,
  v.check((values) => values.every(isCurrency), 'holds something that is not a currency of ISO 4217')
);
export const countries = v.pipe(
  list,
  v.check((values) => values.every(isCountry), 'holds something that is not a country of ISO 3166-1')
);
export const ascendingDays = v.pipe(list, v.check(areAscendingDays, 'holds days that do not exist or do not ascend'));
export const decimals = v.pipe(
  list,
  v.check(
    (values) => values.every((value) => typeof value === 'string' && isDecimalText(value)),
    'holds something that is not a decimal number'
  )
);
export const decimalsFromZero = v.pipe(
  list,
  v.check(areDecimalsFromZero, 'holds something that is not a decimal from zero up')
);
export const positiveDecimals = v.pipe(
  list,
  v.check(arePositiveDecimals, 'holds something that is not a decimal above zero')
);
/** Named texts, such as identifiers by their scheme. */
export const namedTexts = v.pipe(
  v.custom<Readonly<Record<string, string>>>(
    (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
    'is not a set of names and texts'
  ),
  v.check((value) => areTexts(Object.values(value)), 'names something that is not a text')
);

/** A field that may be absent. */
export const maybe = <const S extends v.GenericSchema>(schema: S): v.OptionalSchema<S, undefined> => v.optional(schema);
export const oneOf = <const T extends readonly string[]>(values: T): v.PicklistSchema<T, string> =>
  v.picklist(values, 'is not one of the known values');
