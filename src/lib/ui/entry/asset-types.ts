/** The types of assets by class, as the form offers them. */
export const assetTypesByClass: readonly { readonly category: string; readonly types: readonly string[] }[] = [
  {
    category: 'equity',
    types: ['domesticStock', 'internationalStock', 'equityEtf', 'equityFund', 'privateEquity', 'employeeStockOption']
  },
  {
    category: 'fixedIncome',
    types: [
      'governmentBond',
      'corporateBond',
      'municipalBond',
      'internationalBond',
      'debtFund',
      'fixedDeposit',
      'recurringDeposit',
      'providentFund',
      'pensionScheme'
    ]
  },
  { category: 'cash', types: ['savingsAccount', 'currentAccount', 'moneyMarket', 'foreignCash'] },
  {
    category: 'alternative',
    types: [
      'residentialProperty',
      'commercialProperty',
      'internationalProperty',
      'reit',
      'physicalGold',
      'physicalSilver',
      'goldEtf',
      'commodity',
      'art'
    ]
  },
  { category: 'digital', types: ['cryptocurrency', 'cryptoToken'] },
  { category: 'insurance', types: ['traditionalInsurance', 'unitLinkedInsurance', 'termInsurance'] },
  { category: 'business', types: ['businessHolding'] },
  { category: 'tangible', types: ['vehicle', 'otherTangible'] },
  { category: 'liability', types: ['mortgage', 'loan'] }
];

export const isLiability = (assetType: string): boolean => assetType === 'mortgage' || assetType === 'loan';
