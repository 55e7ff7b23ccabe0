/** The codes of the data in words. A code that is in none of these tables is spelt out. */
import { said, type Said } from '../i18n/translate.svelte';

/** Classes of assets. */
const categories = {
  equity: said('Equity'),
  fixedIncome: said('Fixed income'),
  alternative: said('Alternatives'),
  insurance: said('Insurance'),
  digital: said('Digital assets'),
  business: said('Business holdings'),
  cash: said('Cash'),
  tangible: said('Tangibles'),
  liability: said('Liabilities'),
  other: said('Other')
};

/** Types of assets. */
const assetTypes = {
  domesticStock: said('Domestic stock'),
  internationalStock: said('International stock'),
  privateEquity: said('Private equity'),
  employeeStockOption: said('Employee stock option'),
  equityFund: said('Equity fund'),
  equityEtf: said('Equity ETF'),
  governmentBond: said('Government bond'),
  corporateBond: said('Corporate bond'),
  municipalBond: said('Municipal bond'),
  internationalBond: said('International bond'),
  debtFund: said('Debt fund'),
  fixedDeposit: said('Fixed deposit'),
  recurringDeposit: said('Recurring deposit'),
  providentFund: said('Provident fund'),
  pensionScheme: said('Pension scheme'),
  residentialProperty: said('Residential property'),
  commercialProperty: said('Commercial property'),
  internationalProperty: said('International property'),
  reit: said('REIT'),
  physicalGold: said('Physical gold'),
  physicalSilver: said('Physical silver'),
  goldEtf: said('Gold ETF'),
  commodity: said('Commodity'),
  art: said('Art'),
  traditionalInsurance: said('Traditional insurance'),
  unitLinkedInsurance: said('Unit linked insurance'),
  termInsurance: said('Term insurance'),
  cryptocurrency: said('Cryptocurrency'),
  cryptoToken: said('Crypto token'),
  businessHolding: said('Business holding'),
  savingsAccount: said('Savings account'),
  currentAccount: said('Current account'),
  moneyMarket: said('Money market'),
  foreignCash: said('Foreign cash'),
  vehicle: said('Vehicle'),
  otherTangible: said('Other tangible'),
  mortgage: said('Mortgage'),
  loan: said('Loan')
};

/** Kinds of accounts that are no class of assets. */
const accountKinds = {
  brokerage: said('Brokerage'),
  bank: said('Bank'),
  pension: said('Pension'),
  property: said('Property'),
  wallet: said('Wallet')
};

/** Types of transactions. */
const transactionTypes = {
  openingBalance: said('Opening balance'),
  deliveryIn: said('Delivery in'),
  transferIn: said('Transfer in'),
  deposit: said('Deposit'),
  buy: said('Buy'),
  split: said('Split'),
  dividend: said('Dividend'),
  interest: said('Interest'),
  sell: said('Sell'),
  fee: said('Fee'),
  tax: said('Tax'),
  withdrawal: said('Withdrawal'),
  transferOut: said('Transfer out'),
  deliveryOut: said('Delivery out')
};

const stores = {
  settings: said('Settings'),
  persons: said('Persons'),
  accounts: said('Accounts'),
  assets: said('Assets'),
  transactions: said('Transactions'),
  prices: said('Prices'),
  documents: said('Documents'),
  fxRates: said('Exchange rates'),
  currencyRisks: said('Currency risks'),
  taxResidencies: said('Tax residencies'),
  complianceRequirements: said('Compliance requirements'),
  performanceMetrics: said('Performance figures'),
  performanceSnapshots: said('Performance history'),
  dayLog: said('Day log'),
  quarantine: said('Set aside')
};

const requirements = {
  foreignAssetReport: said('Foreign asset report'),
  foreignIncomeReport: said('Foreign income report'),
  foreignTaxCredit: said('Foreign tax credit'),
  fatca: said('FATCA'),
  crs: said('CRS'),
  remittanceLimit: said('Remittance limit'),
  kyc: said('KYC'),
  sourceOfFunds: said('Source of funds'),
  residencyCertificate: said('Residency certificate'),
  regularValuation: said('Regular valuation'),
  auditTrail: said('Audit trail')
};

/** Fields of records, where they are named on a screen. */
const fields = {
  name: said('Name'),
  symbol: said('Symbol'),
  isin: said('ISIN'),
  assetType: said('Asset type'),
  primaryCountry: said('Primary country'),
  ownerCountry: said('Owner country'),
  primaryCurrency: said('Primary currency'),
  underlyingCurrency: said('Underlying currency'),
  hedgedTo: said('Hedged to'),
  account: said('Account'),
  accountId: said('Account ID'),
  amount: said('Amount'),
  currentValue: said('Current value'),
  quantity: said('Quantity'),
  originalInvestment: said('Original investment'),
  acquisitionDate: said('Acquisition date'),
  institution: said('Institution'),
  sector: said('Sector'),
  tags: said('Tags'),
  notes: said('Notes'),
  isActive: said('Is active'),
  isIncludedInPortfolio: said('Is included in portfolio'),
  createdAt: said('Created at'),
  updatedAt: said('Updated at'),
  price: said('Price'),
  gross: said('Gross'),
  fees: said('Fees'),
  taxes: said('Taxes'),
  currency: said('Currency'),
  fxRate: said('FX rate'),
  note: said('Note'),
  date: said('Date'),
  type: said('Type'),
  kind: said('Kind'),
  country: said('Country'),
  baseCurrency: said('Base currency'),
  homeCountry: said('Home country'),
  locale: said('Locale'),
  costMethod: said('Cost method'),
  citizenships: said('Citizenships'),
  filingStatus: said('Filing status')
};

const names: Readonly<Record<string, Said>> = {
  ...fields,
  ...requirements,
  ...stores,
  ...transactionTypes,
  ...accountKinds,
  ...assetTypes,
  ...categories
};

/** The words for a code; undefined where there are none. */
export function nameOfCode(code: string): Said | undefined {
  return Object.hasOwn(names, code) ? names[code] : undefined;
}
