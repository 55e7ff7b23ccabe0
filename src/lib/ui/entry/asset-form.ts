/** What the form of an asset holds: text in every field, also for lists and switches, so that it can be kept as a draft. */
import type { AssetDraft, AssetRecord, NumberStyle } from '../../app/contract';
import type { Preset } from './entry.svelte';
import { shownNumber } from './transaction-form';

type Listed = 'tags' | 'identifiers' | 'isActive' | 'isIncludedInPortfolio';
export type AssetValues = Readonly<Record<Exclude<keyof AssetDraft, Listed> | Listed, string>>;

const empty: AssetValues = {
  name: '',
  accountId: '',
  assetType: '',
  symbol: '',
  isin: '',
  identifiers: '',
  primaryCountry: '',
  ownerCountry: '',
  primaryCurrency: '',
  underlyingCurrency: '',
  hedgedTo: '',
  currentValue: '',
  quantity: '',
  originalInvestment: '',
  acquisitionDate: '',
  institution: '',
  sector: '',
  tags: '',
  notes: '',
  benchmarkSymbol: '',
  expectedAnnualIncome: '',
  incomeFrequency: '',
  riskRating: '',
  isActive: 'yes',
  isIncludedInPortfolio: 'yes'
};

export const newAsset = (preset: Preset = {}): AssetValues => ({ ...empty, ...preset });

export function shownAsset(record: AssetRecord, style: NumberStyle): AssetValues {
  const number = (text: string | undefined) => shownNumber(text ?? '', style);
  return {
    name: record.name,
    accountId: record.accountId,
    assetType: record.assetType,
    symbol: record.symbol ?? '',
    isin: record.isin ?? '',
    identifiers: identifiersText(record.identifiers ?? {}),
    primaryCountry: record.primaryCountry,
    ownerCountry: record.ownerCountry,
    primaryCurrency: record.primaryCurrency,
    underlyingCurrency: record.underlyingCurrency ?? '',
    hedgedTo: record.hedgedTo ?? '',
    currentValue: number(record.currentValue),
    quantity: number(record.quantity),
    originalInvestment: number(record.originalInvestment),
    acquisitionDate: record.acquisitionDate ?? '',
    institution: record.institution ?? '',
    sector: record.sector ?? '',
    tags: record.tags.join(', '),
    notes: record.notes ?? '',
    benchmarkSymbol: record.benchmarkSymbol ?? '',
    expectedAnnualIncome: number(record.expectedAnnualIncome),
    incomeFrequency: record.incomeFrequency ?? '',
    riskRating: record.riskRating ?? '',
    isActive: record.isActive ? 'yes' : 'no',
    isIncludedInPortfolio: record.isIncludedInPortfolio ? 'yes' : 'no'
  };
}

export function assetDraftOf(values: AssetValues): AssetDraft {
  return {
    ...values,
    identifiers: identifiersOf(values.identifiers),
    tags: tagsOf(values.tags),
    incomeFrequency: values.incomeFrequency as AssetDraft['incomeFrequency'],
    riskRating: values.riskRating as AssetDraft['riskRating'],
    isActive: values.isActive === 'yes',
    isIncludedInPortfolio: values.isIncludedInPortfolio === 'yes'
  };
}

/** `Taxable, long term` → two tags. */
export function tagsOf(text: string): readonly string[] {
  const tags = text.split(/[,;\n]/).map((tag) => tag.trim());
  return [...new Set(tags.filter(Boolean))];
}

/** One a line: `wkn: A0RPWH`. A line without a scheme is kept under `other`. */
export function identifiersOf(text: string): Readonly<Record<string, string>> {
  const found = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const at = line.indexOf(':');
      return at < 1 ? ['other', line] : [line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim()];
    });
  return Object.fromEntries(found.filter(([, value]) => value !== ''));
}

export function identifiersText(identifiers: Readonly<Record<string, string>>): string {
  return Object.entries(identifiers)
    .map(([scheme, value]) => `${scheme}: ${value}`)
    .join('\n');
}
