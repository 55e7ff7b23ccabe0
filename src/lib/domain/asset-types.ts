/** Classes of assets in words, and which class a type of asset belongs to. */

const labels = {
  equity: 'Equity',
  fixedIncome: 'Fixed income',
  alternative: 'Alternatives',
  insurance: 'Insurance',
  digital: 'Digital assets',
  business: 'Business holdings',
  cash: 'Cash',
  tangible: 'Tangibles',
  liability: 'Liabilities',
  other: 'Other'
} as const;

/** `other`: a type that this app does not know. */
export type AssetCategory = keyof typeof labels;

const types: Readonly<Record<AssetCategory, readonly string[]>> = {
  equity: ['domesticStock', 'internationalStock', 'privateEquity', 'employeeStockOption', 'equityFund', 'equityEtf'],
  fixedIncome: [
    'governmentBond',
    'corporateBond',
    'municipalBond',
    'internationalBond',
    'debtFund',
    'fixedDeposit',
    'recurringDeposit',
    'providentFund',
    'pensionScheme'
  ],
  alternative: [
    'residentialProperty',
    'commercialProperty',
    'internationalProperty',
    'reit',
    'physicalGold',
    'physicalSilver',
    'goldEtf',
    'commodity',
    'art'
  ],
  insurance: ['traditionalInsurance', 'unitLinkedInsurance', 'termInsurance'],
  digital: ['cryptocurrency', 'cryptoToken'],
  business: ['businessHolding'],
  cash: ['savingsAccount', 'currentAccount', 'moneyMarket', 'foreignCash'],
  tangible: ['vehicle', 'otherTangible'],
  liability: ['mortgage', 'loan'],
  other: []
};

const categories = new Map(
  Object.entries(types).flatMap(([category, names]) => names.map((name) => [name, category as AssetCategory]))
);

export function categoryOf(assetType: string): AssetCategory {
  return categories.get(assetType) ?? 'other';
}

/** The class in words; what is no class is its own label. */
export function categoryLabel(category: string): string {
  return Object.hasOwn(labels, category) ? labels[category as AssetCategory] : category;
}
