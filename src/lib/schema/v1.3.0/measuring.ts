/** Sums in one currency beside a threshold: what they come to, what they rest on, and what cannot be told. */
import { Decimal, plain, zero } from '../v1.0.0/decimal';
import type { ExchangeRates } from './exchange';
import type { RequirementState } from './requirements';

export interface Part {
  readonly amount: Decimal;
  readonly currency: string;
}

export interface Measured {
  readonly amount: Decimal;
  readonly currency: string;
  /** The oldest day of the rates used; null where none was needed. */
  readonly ratesOn: string | null;
  readonly ratesStale: boolean;
  /** What is not in the sum, in words. */
  readonly missing: readonly string[];
}

/** The sum of parts in other currencies; a part that cannot be converted is named, not guessed. */
export function sumIn(currency: string, parts: Iterable<Part>, rates: ExchangeRates): Measured {
  const byCurrency = new Map<string, Decimal>();
  for (const part of parts) {
    if (!part.amount.eq(zero)) byCurrency.set(part.currency, (byCurrency.get(part.currency) ?? zero).plus(part.amount));
  }
  let amount = zero;
  let ratesOn: string | null = null;
  const missing: string[] = [];
  for (const from of [...byCurrency.keys()].sort()) {
    const converted = rates.convert(byCurrency.get(from) ?? zero, from, currency);
    if (!converted) {
      missing.push(`an exchange rate from ${from} to ${currency}`);
      continue;
    }
    amount = amount.plus(converted.amount);
    if (converted.rateOn !== null && (ratesOn === null || converted.rateOn < ratesOn)) ratesOn = converted.rateOn;
  }
  return { amount, currency, ratesOn, ratesStale: ratesOn !== null && rates.isStale(ratesOn), missing };
}

/** Strictly above the threshold. What is missing can only add, so above is above even without it. */
export function stateAbove(measured: Measured, threshold: string): RequirementState {
  if (measured.amount.gt(Decimal(threshold))) return 'required';
  return measured.missing.length > 0 ? 'cannotTell' : 'notRequired';
}

/** What is not known, as a sentence; null where nothing is missing. */
export function sentenceOf({ missing, amount, currency }: Measured): string | null {
  if (missing.length === 0) return null;
  return `Without ${missing.join(' and ')}, only ${plain(amount)} ${currency} of it can be told.`;
}
