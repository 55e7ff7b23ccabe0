/** Default hedging by kind of asset, as dated data: a judgement, shown with its reason, no advice. */
import type { AssetCategory, AssetType } from '../v1.0.0';
import type { Level, Strategy } from './records';

export interface HedgingCase {
  readonly category: AssetCategory;
  readonly type: AssetType;
  readonly foreign: boolean;
  readonly horizonYears: number;
  /** The economic currency is one that the owner spends. */
  readonly spent: boolean;
  /** There is debt in the economic currency. */
  readonly localDebt: boolean;
}

export interface HedgingRule {
  readonly id: string;
  readonly version: string;
  readonly effectiveFrom: string;
  readonly source: string;
  readonly kind: Strategy;
  readonly targetRatio: string;
  readonly tolerance: string;
  readonly reviewMonths: number;
  readonly reason: string;
  applies(given: HedgingCase): boolean;
}

/** Below this many years the money is needed soon. */
const SHORT_HORIZON_YEARS = 5;

const gold: ReadonlySet<string> = new Set<AssetType>(['physicalGold', 'physicalSilver', 'goldEtf', 'commodity']);
const property: ReadonlySet<string> = new Set<AssetType>([
  'residentialProperty',
  'commercialProperty',
  'internationalProperty',
  'reit'
]);
const pensions: ReadonlySet<string> = new Set<AssetType>(['providentFund', 'pensionScheme']);
const common = {
  version: '1',
  effectiveFrom: '2026-01-01',
  source: 'independentvanguardadviser.com, justetf.com (secondary; check officially)'
};

/** The first rule that applies decides. */
export const hedgingRules: readonly HedgingRule[] = [
  {
    ...common,
    id: 'base-currency',
    kind: 'none',
    targetRatio: '0.00',
    tolerance: '0.05',
    reviewMonths: 12,
    reason: 'Its value depends on your own currency: there is nothing to hedge.',
    applies: ({ foreign }) => !foreign
  },
  {
    ...common,
    id: 'liability',
    kind: 'none',
    targetRatio: '0.00',
    tolerance: '0.05',
    reviewMonths: 12,
    reason: 'A debt in a foreign currency is itself a hedge for what you own in it.',
    applies: ({ category }) => category === 'liability'
  },
  {
    ...common,
    id: 'gold',
    kind: 'none',
    targetRatio: '0.00',
    tolerance: '0.05',
    reviewMonths: 12,
    reason: 'Precious metals and commodities are held against currencies as such; hedging them would undo that.',
    applies: ({ type }) => gold.has(type)
  },
  {
    ...common,
    id: 'digital',
    kind: 'none',
    targetRatio: '0.00',
    tolerance: '0.05',
    reviewMonths: 6,
    reason: 'It moves far more than any currency: a hedge would cost much and change little.',
    applies: ({ category }) => category === 'digital'
  },
  {
    ...common,
    id: 'pension',
    kind: 'none',
    targetRatio: '0.00',
    tolerance: '0.05',
    reviewMonths: 12,
    reason: 'It will be paid out, and most likely spent, in its own currency many years from now.',
    applies: ({ type }) => pensions.has(type)
  },
  {
    ...common,
    id: 'insurance',
    kind: 'none',
    targetRatio: '0.00',
    tolerance: '0.05',
    reviewMonths: 12,
    reason: 'An insurance covers a need in its own currency.',
    applies: ({ category }) => category === 'insurance'
  },
  {
    ...common,
    id: 'property-debt',
    kind: 'natural',
    targetRatio: '0.50',
    tolerance: '0.10',
    reviewMonths: 12,
    reason: 'Debt in the same currency already balances part of this property.',
    applies: ({ type, localDebt }) => property.has(type) && localDebt
  },
  {
    ...common,
    id: 'property',
    kind: 'partial',
    targetRatio: '0.50',
    tolerance: '0.10',
    reviewMonths: 12,
    reason: 'Foreign property without debt in its currency carries its whole currency risk.',
    applies: ({ type }) => property.has(type)
  },
  {
    ...common,
    id: 'fixed-income',
    kind: 'full',
    targetRatio: '0.95',
    tolerance: '0.05',
    reviewMonths: 3,
    reason:
      'Currency swings outweigh the return of foreign bonds and deposits, so they are commonly hedged to 90 % or more.',
    applies: ({ category }) => category === 'fixedIncome'
  },
  {
    ...common,
    id: 'cash-spent',
    kind: 'natural',
    targetRatio: '0.00',
    tolerance: '0.05',
    reviewMonths: 6,
    reason: 'You spend this currency: cash in it is no risk but a reserve.',
    applies: ({ category, spent }) => category === 'cash' && spent
  },
  {
    ...common,
    id: 'cash',
    kind: 'none',
    targetRatio: '0.00',
    tolerance: '0.05',
    reviewMonths: 6,
    reason: 'Cash can be changed at any time; a hedge costs about the difference in interest.',
    applies: ({ category }) => category === 'cash'
  },
  {
    ...common,
    id: 'equity-short',
    kind: 'partial',
    targetRatio: '0.50',
    tolerance: '0.10',
    reviewMonths: 6,
    reason: 'You need the money within a few years, which leaves little time for currencies to even out.',
    applies: ({ category, horizonYears }) => category === 'equity' && horizonYears < SHORT_HORIZON_YEARS
  },
  {
    ...common,
    id: 'equity',
    kind: 'none',
    targetRatio: '0.00',
    tolerance: '0.10',
    reviewMonths: 12,
    reason: 'Over many years foreign shares carry their currencies well; large providers leave such funds unhedged.',
    applies: ({ category }) => category === 'equity'
  },
  {
    ...common,
    id: 'other',
    kind: 'none',
    targetRatio: '0.00',
    tolerance: '0.05',
    reviewMonths: 12,
    reason: 'No common practice calls for a hedge here.',
    applies: () => true
  }
];

export function ruleFor(given: HedgingCase): HedgingRule {
  const rule = hedgingRules.find((candidate) => candidate.applies(given));
  if (!rule) throw new RangeError('no hedging rule applies');
  return rule;
}

/** Foreign share of the portfolio, in per cent, below which a level still holds. */
const levelBelow: readonly (readonly [number, Level])[] = [
  [5, 'low'],
  [25, 'moderate'],
  [50, 'high'],
  [75, 'veryHigh']
];

export function levelOf(foreignPercentage: number): Level {
  return levelBelow.find(([below]) => foreignPercentage < below)?.[1] ?? 'extreme';
}
