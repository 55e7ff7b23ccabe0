/**
 * Decimal numbers in columns: whole digits beside the number of decimal places, exact. Sums and products of digits stay
 * exact while they are safe integers; what is larger goes on as a `Decimal`. Nothing is ever rounded.
 */
import { Decimal, parseDecimal, zero } from '../../domain';
import { Growing } from './growing';

/** In `places`: there is no number. */
export const absent = 255;

const most = Number.MAX_SAFE_INTEGER;

export interface Decimals {
  /** `NaN` for a number that has too many digits, which is in `others`. */
  readonly digits: Float64Array;
  readonly places: Uint8Array;
  /** Texts of numbers with too many digits, by row. */
  readonly others: ReadonlyMap<number, string>;
}

/** Takes texts as they are stored; what is no number is absent. */
export class DecimalsBuilder {
  readonly #digits = new Growing(Float64Array);
  readonly #places = new Growing(Uint8Array);
  readonly #others = new Map<number, string>();

  push(value: unknown): void {
    const parsed = typeof value === 'string' ? splitDecimal(value) : null;
    if (parsed !== null && !Number.isNaN(parsed.digits)) {
      this.#add(parsed.digits, parsed.places);
      return;
    }
    const exact = parseDecimal(value);
    if (exact === null) return this.#add(0, absent);
    this.#others.set(this.#digits.length, String(value));
    this.#add(Number.NaN, 0);
  }

  finish(): Decimals {
    return { digits: this.#digits.take(), places: this.#places.take(), others: this.#others };
  }

  #add(digits: number, places: number): void {
    this.#digits.push(digits);
    this.#places.push(places);
  }
}

/** One object for every answer: read it before the next question. */
const answer = { digits: 0, places: 0 };

/** Digits and places of a text in plain notation; digits are `NaN` where it is written otherwise or has too many. */
export function splitDecimal(text: string): { readonly digits: number; readonly places: number } {
  const { length } = text;
  const negative = text.charCodeAt(0) === 45;
  let digits = 0;
  let places = 0;
  let point = false;
  let any = false;
  for (let at = negative ? 1 : 0; at < length; at++) {
    const code = text.charCodeAt(at) - 48;
    if (code === -2 && !point) point = true;
    else if (code >= 0 && code <= 9) {
      any = true;
      digits = digits * 10 + code;
      if (point) places++;
    } else return unusable();
  }
  if (!any || !(digits <= most) || places >= absent) return unusable();
  answer.digits = negative && digits !== 0 ? -digits : digits;
  answer.places = places;
  return answer;
}

function unusable(): typeof answer {
  answer.digits = Number.NaN;
  answer.places = 0;
  return answer;
}

/** The number in a row; null where there is none. */
export function decimalAt({ digits, places, others }: Decimals, row: number): Decimal | null {
  const scale = places[row] as number;
  if (scale === absent) return null;
  const whole = digits[row] as number;
  return Number.isNaN(whole) ? parseDecimal(others.get(row)) : scaled(whole, scale);
}

/** The same, and nothing where there is none. */
export function decimalOrZero(column: Decimals, row: number): Decimal {
  return decimalAt(column, row) ?? zero;
}

/** `digits` × 10^−`places`. */
export function scaled(digits: number, places: number): Decimal {
  return digits === 0 ? zero : Decimal(places === 0 ? String(digits) : `${digits}e-${places}`);
}

/** Digits at more places; `NaN` where that makes too many. */
export function rescaled(digits: number, from: number, to: number): number {
  if (from === to) return digits;
  const product = digits * 10 ** (to - from);
  return Math.abs(product) <= most ? product : Number.NaN;
}

export function isSafe(digits: number): boolean {
  return Math.abs(digits) <= most;
}

/** A sum of any numbers of digits. */
export class ExactSum {
  readonly #byPlaces: number[] = [];
  #rest = zero;

  add(digits: number, places: number): void {
    const sum = (this.#byPlaces[places] ?? 0) + digits;
    if (isSafe(sum)) this.#byPlaces[places] = sum;
    else this.#rest = this.#rest.plus(scaled(digits, places));
  }

  addDecimal(amount: Decimal): void {
    this.#rest = this.#rest.plus(amount);
  }

  total(): Decimal {
    let total = this.#rest;
    this.#byPlaces.forEach((digits, places) => {
      // Most sums are of one number of places, and nothing need be added to that.
      if (digits !== 0) total = total === zero ? scaled(digits, places) : total.plus(scaled(digits, places));
    });
    return total;
  }
}
