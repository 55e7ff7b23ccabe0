/** Stored records that are few, as plain facts. Tolerant: data that fails its schema must still be seen. */
import { categoryOf, decimalText, parseDecimal } from '../../domain';
import type { Row } from '../../migration';

export interface SettingsFacts {
  readonly baseCurrency: string;
  readonly costMethod: 'fifo' | 'average';
  /** By dimension and key, parts of 1. */
  readonly allocationTargets: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** A year's rate. */
  readonly riskFreeRate: number;
}

export interface AccountFacts {
  readonly id: string;
  readonly name: string;
  readonly institution: string | null;
  readonly country: string;
  readonly currency: string;
  readonly kind: string;
  readonly closedOn: string | null;
}

export interface AssetFacts {
  readonly id: string;
  readonly name: string;
  readonly symbol: string | null;
  readonly isin: string | null;
  readonly assetType: string;
  readonly category: string;
  readonly country: string;
  readonly currency: string;
  readonly sector: string | null;
  readonly tags: readonly string[];
  readonly accountId: string;
  /** Decimal text in `currency`. */
  readonly currentValue: string | null;
  readonly quantity: string | null;
  readonly originalInvestment: string | null;
  readonly acquiredOn: string | null;
  readonly expectedIncome: string | null;
  readonly incomeFrequency: string | null;
  readonly isActive: boolean;
  readonly isIncluded: boolean;
}

/** Something to be done by a day. */
export interface DueFacts {
  readonly id: string;
  readonly label: string;
  readonly dueOn: string;
}

export const noSettings: SettingsFacts = {
  baseCurrency: '',
  costMethod: 'fifo',
  allocationTargets: {},
  riskFreeRate: 0
};

export function settingsOf(row: Row): SettingsFacts {
  return {
    baseCurrency: textOf(row['baseCurrency']) ?? '',
    costMethod: row['costMethod'] === 'average' ? 'average' : 'fifo',
    allocationTargets: targetsOf(row['allocationTargets']),
    riskFreeRate: fractionOf(row['riskFreeRate']) ?? 0
  };
}

export function accountOf(row: Row): AccountFacts {
  return {
    id: String(row['id']),
    name: textOf(row['name']) ?? '',
    institution: textOf(row['institution']),
    country: textOf(row['country']) ?? '',
    currency: textOf(row['currency']) ?? '',
    kind: textOf(row['kind']) ?? '',
    closedOn: textOf(row['closedOn'])
  };
}

export function assetOf(row: Row): AssetFacts {
  const assetType = textOf(row['assetType']) ?? '';
  const tags: unknown = row['tags'];
  return {
    id: String(row['id']),
    name: textOf(row['name']) ?? '',
    symbol: textOf(row['symbol']),
    isin: textOf(row['isin']),
    assetType,
    category: categoryOf(assetType),
    country: textOf(row['primaryCountry']) ?? '',
    currency: textOf(row['primaryCurrency']) ?? '',
    sector: textOf(row['sector']),
    tags: Array.isArray(tags) ? tags.filter((tag): tag is string => typeof tag === 'string') : [],
    accountId: textOf(row['accountId']) ?? '',
    currentValue: decimalOf(row['currentValue']),
    quantity: decimalOf(row['quantity']),
    originalInvestment: decimalOf(row['originalInvestment']),
    acquiredOn: textOf(row['acquisitionDate']),
    expectedIncome: decimalOf(row['expectedAnnualIncome']),
    incomeFrequency: textOf(row['incomeFrequency']),
    isActive: row['isActive'] !== false,
    isIncluded: row['isIncludedInPortfolio'] !== false
  };
}

/** Null for what is not to be done. */
export function dueOf(row: Row): DueFacts | null {
  const dueOn = textOf(row['dueOn']);
  if (row['state'] !== 'required' || dueOn === null) return null;
  const label = textOf(row['requirement']) ?? textOf(row['ruleId']) ?? '';
  return { id: String(row['id']), label, dueOn };
}

export function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** A decimal text, in plain notation; null for what is none. */
function decimalOf(value: unknown): string | null {
  const parsed = parseDecimal(typeof value === 'number' ? String(value) : value);
  return parsed === null ? null : decimalText(parsed);
}

function targetsOf(value: unknown): SettingsFacts['allocationTargets'] {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).map(([dimension, byKey]) => [
      dimension,
      Object.fromEntries(
        Object.entries((byKey ?? {}) as Record<string, unknown>).flatMap(([key, part]) => {
          const fraction = fractionOf(part);
          return fraction === null ? [] : [[key, fraction]];
        })
      )
    ])
  );
}

/** A number, or a decimal text of one. */
function fractionOf(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return parseDecimal(value) === null ? null : Number(value);
}
