/** What an asset can be, with the facts about its type that rules and figures rest on. */

export const assetCategories = [
  'equity',
  'fixedIncome',
  'alternative',
  'insurance',
  'digital',
  'business',
  'cash',
  'tangible',
  'liability'
] as const;
export type AssetCategory = (typeof assetCategories)[number];

export interface AssetTypeFacts {
  readonly category: AssetCategory;
  /** Can usually be turned into money within days. */
  readonly liquid: boolean;
  readonly subjectToCapitalGains: boolean;
  readonly growthOrIncome: 'growth' | 'income' | 'both' | 'none';
}

type Row = readonly [
  category: AssetCategory,
  liquid: boolean,
  capitalGains: boolean,
  growthOrIncome: AssetTypeFacts['growthOrIncome']
];

const table = {
  domesticStock: ['equity', true, true, 'both'],
  internationalStock: ['equity', true, true, 'both'],
  privateEquity: ['equity', false, true, 'growth'],
  employeeStockOption: ['equity', false, true, 'growth'],
  equityFund: ['equity', true, true, 'growth'],
  equityEtf: ['equity', true, true, 'both'],
  governmentBond: ['fixedIncome', true, true, 'income'],
  corporateBond: ['fixedIncome', true, true, 'income'],
  municipalBond: ['fixedIncome', true, true, 'income'],
  internationalBond: ['fixedIncome', true, true, 'income'],
  debtFund: ['fixedIncome', true, true, 'income'],
  fixedDeposit: ['fixedIncome', false, false, 'income'],
  recurringDeposit: ['fixedIncome', false, false, 'income'],
  providentFund: ['fixedIncome', false, false, 'both'],
  pensionScheme: ['fixedIncome', false, false, 'both'],
  traditionalInsurance: ['insurance', false, false, 'both'],
  unitLinkedInsurance: ['insurance', false, true, 'growth'],
  termInsurance: ['insurance', false, false, 'none'],
  residentialProperty: ['alternative', false, true, 'both'],
  commercialProperty: ['alternative', false, true, 'both'],
  internationalProperty: ['alternative', false, true, 'both'],
  reit: ['alternative', true, true, 'income'],
  physicalGold: ['alternative', true, true, 'growth'],
  physicalSilver: ['alternative', true, true, 'growth'],
  goldEtf: ['alternative', true, true, 'growth'],
  commodity: ['alternative', true, true, 'growth'],
  art: ['alternative', false, true, 'growth'],
  cryptocurrency: ['digital', true, true, 'growth'],
  cryptoToken: ['digital', true, true, 'growth'],
  businessHolding: ['business', false, true, 'both'],
  savingsAccount: ['cash', true, false, 'income'],
  currentAccount: ['cash', true, false, 'none'],
  moneyMarket: ['cash', true, false, 'income'],
  foreignCash: ['cash', true, false, 'none'],
  vehicle: ['tangible', false, true, 'none'],
  otherTangible: ['tangible', false, true, 'none'],
  mortgage: ['liability', false, false, 'none'],
  loan: ['liability', false, false, 'none']
} as const satisfies Record<string, Row>;

export type AssetType = keyof typeof table;

export const assetTypes = Object.keys(table) as [AssetType, ...AssetType[]];

const facts = new Map<string, AssetTypeFacts>(
  Object.entries(table).map(([type, [category, liquid, subjectToCapitalGains, growthOrIncome]]) => [
    type,
    { category, liquid, subjectToCapitalGains, growthOrIncome }
  ])
);

/** The facts of a type. @throws RangeError for a type that is none. */
export function factsOf(type: string): AssetTypeFacts {
  const known = facts.get(type);
  if (!known) throw new RangeError(`'${type}' is not an asset type`);
  return known;
}

/** Funds of any kind: pooled money that somebody else manages. */
export const fundTypes: ReadonlySet<string> = new Set<AssetType>([
  'equityFund',
  'equityEtf',
  'debtFund',
  'goldEtf',
  'moneyMarket',
  'reit'
]);
