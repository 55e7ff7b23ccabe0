/**
 * Which hedge is usual for what: judgement, shown with its reason, not advice. Dated data; the first rule that applies
 * decides. Guidance read in November 2026 at independentvanguardadviser.com and justetf.com: bond funds are commonly
 * hedged, foreign equity commonly is not; a forward costs about the interest differential.
 */
import type { AssetCategory } from '../v1.0.0/asset-types';
import type { Hedging } from './currency-risks';

/** What the rules look at. */
export interface HedgingFacts {
  readonly category: AssetCategory;
  readonly assetType: string;
  readonly currency: string;
  readonly base: string | null;
  readonly hedgedToBase: boolean;
  readonly horizonYears: number | null;
  /** The family spends money in that currency. */
  readonly isSpent: boolean;
  /** There is debt in that currency. */
  readonly hasLocalDebt: boolean;
}

export interface HedgingRule {
  readonly id: string;
  readonly version: string;
  readonly effectiveFrom: string;
  readonly checkedOn: string;
  readonly applies: (facts: HedgingFacts) => boolean;
  readonly strategy: Hedging['strategy'];
  readonly targetRatio: number;
  readonly tolerance: number;
  readonly reviewMonths: number;
  readonly reason: string;
}

/** Below this many years the horizon counts as short. */
const SHORT_HORIZON_YEARS = 5;
const properties: ReadonlySet<string> = new Set([
  'residentialProperty',
  'commercialProperty',
  'internationalProperty',
  'reit'
]);
const precious: ReadonlySet<string> = new Set(['physicalGold', 'physicalSilver', 'goldEtf', 'commodity']);
const pensions: ReadonlySet<string> = new Set(['providentFund', 'pensionScheme']);

const dated = { version: '1', effectiveFrom: '2026-11-01', checkedOn: '2026-11-20' } as const;
const unhedged = { ...dated, strategy: 'none', targetRatio: 0, tolerance: 0 } as const;

export const hedgingRules: readonly HedgingRule[] = [
  {
    ...unhedged,
    id: 'hedge.noBase',
    applies: ({ base }) => base === null,
    reviewMonths: 12,
    reason: 'No base currency is set, so nothing is foreign yet.'
  },
  {
    ...unhedged,
    id: 'hedge.base',
    applies: ({ currency, base }) => currency === base,
    reviewMonths: 12,
    reason: 'Its value depends on your base currency.'
  },
  {
    ...dated,
    id: 'hedge.hedgedClass',
    applies: ({ hedgedToBase }) => hedgedToBase,
    strategy: 'full',
    targetRatio: 1,
    tolerance: 0.05,
    reviewMonths: 12,
    reason: 'The share class is hedged to your base currency already.'
  },
  {
    ...dated,
    id: 'hedge.debt',
    applies: ({ category }) => category === 'liability',
    strategy: 'natural',
    targetRatio: 1,
    tolerance: 0.25,
    reviewMonths: 12,
    reason: 'Debt in a foreign currency is covered by assets in the same currency.'
  },
  {
    ...unhedged,
    id: 'hedge.pension',
    applies: ({ assetType }) => pensions.has(assetType),
    reviewMonths: 12,
    reason: 'A pension is paid out over decades, mostly where it is spent.'
  },
  {
    ...unhedged,
    id: 'hedge.insurance',
    applies: ({ category }) => category === 'insurance',
    reviewMonths: 12,
    reason: 'A policy pays in its own currency and cannot be hedged at a sensible cost.'
  },
  {
    ...unhedged,
    id: 'hedge.precious',
    applies: ({ assetType }) => precious.has(assetType),
    reviewMonths: 12,
    reason: 'Gold and commodities have a world price; the currency they are quoted in is not what moves them.'
  },
  {
    ...unhedged,
    id: 'hedge.digital',
    applies: ({ category }) => category === 'digital',
    reviewMonths: 6,
    reason: 'It moves far more than any currency does.'
  },
  {
    ...dated,
    id: 'hedge.fixedIncome',
    applies: ({ category }) => category === 'fixedIncome',
    strategy: 'full',
    targetRatio: 0.95,
    tolerance: 0.05,
    reviewMonths: 3,
    reason: 'Currencies move more than bonds do: unhedged, most of the risk of a foreign bond is its currency.'
  },
  {
    ...dated,
    id: 'hedge.equityShort',
    applies: ({ category, horizonYears }) =>
      category === 'equity' && horizonYears !== null && horizonYears < SHORT_HORIZON_YEARS,
    strategy: 'partial',
    targetRatio: 0.5,
    tolerance: 0.1,
    reviewMonths: 6,
    reason: 'You need the money within five years, too soon for currencies to even out.'
  },
  {
    ...unhedged,
    id: 'hedge.equity',
    applies: ({ category }) => category === 'equity',
    reviewMonths: 12,
    reason: 'Over long periods currencies even out, and companies earn in many of them.'
  },
  {
    ...dated,
    id: 'hedge.cashSpent',
    applies: ({ category, isSpent }) => category === 'cash' && isSpent,
    strategy: 'natural',
    targetRatio: 1,
    tolerance: 0,
    reviewMonths: 12,
    reason: 'You spend money in this currency: it hedges what you will pay.'
  },
  {
    ...unhedged,
    id: 'hedge.cash',
    applies: ({ category }) => category === 'cash',
    reviewMonths: 6,
    reason: 'Cash in a currency that you do not spend is better exchanged than hedged.'
  },
  {
    ...dated,
    id: 'hedge.propertyDebt',
    applies: ({ assetType, hasLocalDebt }) => properties.has(assetType) && hasLocalDebt,
    strategy: 'natural',
    targetRatio: 0.5,
    tolerance: 0.25,
    reviewMonths: 12,
    reason: 'Debt in the same currency offsets a part of its value.'
  },
  {
    ...dated,
    id: 'hedge.property',
    applies: ({ assetType }) => properties.has(assetType),
    strategy: 'partial',
    targetRatio: 0.5,
    tolerance: 0.15,
    reviewMonths: 6,
    reason: 'Foreign property without local debt: half of it is commonly hedged.'
  },
  {
    ...unhedged,
    id: 'hedge.other',
    applies: () => true,
    reviewMonths: 12,
    reason: 'There is no usual hedge for this kind of asset.'
  }
];

export function ruleFor(facts: HedgingFacts): HedgingRule {
  const rule = hedgingRules.find(({ applies }) => applies(facts));
  if (!rule) throw new Error('No hedging rule applies');
  return rule;
}
