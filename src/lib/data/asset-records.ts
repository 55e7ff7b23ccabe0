/** Stored records in today's shape, read as plain facts. Tolerant: data that fails its schema must still be seen. */
import { decimalText, parseDecimal, zero, type PriceSeries, type QuantityMove, type RateSeries } from '../domain';
import type { Row } from '../migration';

export interface AssetRecord {
  readonly id: string;
  readonly name: string;
  readonly symbol: string | null;
  readonly assetType: string;
  readonly country: string;
  readonly accountId: string | null;
  readonly currency: string;
  /** Decimal text in `currency`. */
  readonly currentValue: string | null;
  readonly quantity: string | null;
  readonly notes: string;
  readonly isActive: boolean;
  readonly isIncluded: boolean;
}

/** Whether a value was stated for it, by a person or a file. */
export function isValued(row: Row): boolean {
  return !(parseDecimal(row['currentValue']) ?? zero).eq(zero);
}

export function assetOf(row: Row): AssetRecord {
  return {
    id: String(row['id']),
    name: textOf(row['name']) ?? '',
    symbol: textOf(row['symbol']),
    assetType: textOf(row['assetType']) ?? '',
    country: textOf(row['primaryCountry']) ?? '',
    accountId: textOf(row['accountId']),
    currency: textOf(row['primaryCurrency']) ?? '',
    currentValue: decimalOf(row['currentValue']),
    quantity: decimalOf(row['quantity']),
    notes: textOf(row['notes']) ?? '',
    isActive: row['isActive'] !== false,
    isIncluded: row['isIncludedInPortfolio'] !== false
  };
}

/** Null for a transaction that moves no quantity, or whose quantity is not a number. */
export function quantityMoveOf(row: Row): QuantityMove | null {
  const assetId = textOf(row['assetId']);
  const quantity = parseDecimal(row['quantity']);
  const date = textOf(row['date']);
  if (assetId === null || quantity === null || date === null) return null;
  return {
    id: String(row['id']),
    assetId,
    date,
    type: textOf(row['type']) ?? '',
    quantity,
    createdAt: textOf(row['createdAt']) ?? ''
  };
}

export function priceSeriesOf(row: Row): PriceSeries {
  return { assetId: String(row['assetId']), days: textsOf(row['days']), closes: textsOf(row['closes']) };
}

export function rateSeriesOf(row: Row): RateSeries {
  return {
    base: textOf(row['base']) ?? '',
    quote: textOf(row['quote']) ?? '',
    days: textsOf(row['days']),
    rates: textsOf(row['rates'])
  };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map((item) => (typeof item === 'string' ? item : String(item))) : [];
}

/** A decimal text, in plain notation; null for what is none. */
function decimalOf(value: unknown): string | null {
  const text = typeof value === 'number' ? String(value) : value;
  const parsed = parseDecimal(text);
  return parsed === null ? null : decimalText(parsed);
}
