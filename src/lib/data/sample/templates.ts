/** The assets that every sample begins with: between them they have every oddity that real portfolios have. */
import type { AssetType } from '../../schema/v1.0.0';
import type { AccountKey } from './family';

export type Oddity =
  | 'soldOut'
  | 'renamed'
  | 'delisted'
  | 'manyDocuments'
  | 'irregularDocuments'
  | 'excluded'
  | 'leapDays'
  | 'weekend'
  | 'split'
  | 'unpriced'
  | 'binaryQuantity';

export interface Template {
  readonly name: string;
  readonly type: AssetType;
  readonly country: string;
  readonly currency: string;
  readonly account: AccountKey;
  /** In the smallest unit of the currency: per unit where it is traded, else in all. */
  readonly price: number;
  readonly symbol?: string;
  readonly underlying?: string;
  readonly hedgedTo?: string;
  readonly sector?: string;
  readonly tags?: readonly string[];
  readonly oddity?: Oddity;
}

type Line = readonly [
  name: string,
  type: AssetType,
  place: string,
  account: AccountKey,
  price: number,
  more?: Partial<Template>
];

/** `place`: domicile and quote currency. */
const lines: readonly Line[] = [
  [
    'MSCI World UCITS ETF (Acc)',
    'equityEtf',
    'IE EUR',
    'depot',
    8_412,
    { symbol: 'WRLD', underlying: 'USD', tags: ['Kern', 'sparplan'], oddity: 'leapDays' }
  ],
  [
    'Global Aggregate Bond UCITS ETF EUR Hedged',
    'debtFund',
    'LU EUR',
    'depot',
    4_870,
    { symbol: 'AGGH', underlying: 'USD', hedgedTo: 'EUR' }
  ],
  [
    'Nordlicht Energie AG',
    'domesticStock',
    'DE EUR',
    'depot',
    3_164,
    { symbol: 'NLE', sector: 'Utilities', oddity: 'split' }
  ],
  [
    'Meridian Robotics SE (formerly Kessler Automaten AG)',
    'domesticStock',
    'DE EUR',
    'depot',
    11_920,
    { symbol: 'MRDN', sector: 'Industrials', oddity: 'renamed' }
  ],
  ['Wirbelstrom Solar AG i. L.', 'domesticStock', 'DE EUR', 'depot', 240, { symbol: 'WBS', oddity: 'delisted' }],
  [
    'Société Générale d’Été – Actions “Zürich”',
    'internationalStock',
    'CH CHF',
    'depot',
    20_450,
    { symbol: 'SGEZ', sector: 'Finance' }
  ],
  ['0,50 % Bundesanleihe 2034', 'governmentBond', 'DE EUR', 'depot', 8_733, { symbol: 'BUND34' }],
  ['US Treasury 4.25% 2031', 'internationalBond', 'US USD', 'brokerage', 9_912, { symbol: 'T4Q31' }],
  ['Tagesgeld', 'savingsAccount', 'DE EUR', 'giro', 2_318_045, { tags: ['Notgroschen'], oddity: 'irregularDocuments' }],
  ['Haushaltskonto', 'currentAccount', 'DE EUR', 'giro', 412_309],
  [
    'Deccan Motors Ltd',
    'internationalStock',
    'IN INR',
    'demat',
    84_215,
    { symbol: 'DECMOT', sector: 'Automobiles', oddity: 'soldOut' }
  ],
  [
    'Bharat Flexi Cap Fund – Direct Growth',
    'equityFund',
    'IN INR',
    'demat',
    9_812,
    { symbol: 'BFCDG', tags: ['SIP', 'ELSS?'], oddity: 'binaryQuantity' }
  ],
  ['भारत सरकार 7.26% 2033', 'internationalBond', 'IN INR', 'demat', 10_118, { symbol: 'GS2033' }],
  ['NRE savings balance', 'foreignCash', 'IN INR', 'nre', 48_120_075],
  ['NRE fixed deposit 7.1%', 'fixedDeposit', 'IN INR', 'nre', 150_000_000, { oddity: 'manyDocuments' }],
  ['Employees’ provident fund', 'providentFund', 'IN INR', 'provident', 321_450_600],
  ['Flat in Kothrud, Pune · पुणे', 'internationalProperty', 'IN INR', 'flats', 1_850_000_000],
  ['Home loan, flat in Kothrud', 'loan', 'IN INR', 'homeLoan', 410_000_000],
  ['Reihenhaus Babelsberg 🏡', 'residentialProperty', 'DE EUR', 'grundbuch', 68_500_000],
  ['Annuitätendarlehen Babelsberg', 'mortgage', 'DE EUR', 'mortgages', 31_240_077],
  ['Prairie Index 500 Fund', 'equityFund', 'US USD', 'retirement', 18_402, { symbol: 'PIDX' }],
  [
    'Hudson Semiconductor Inc.',
    'internationalStock',
    'US USD',
    'brokerage',
    14_275,
    { symbol: 'HSEM', sector: 'Technology' }
  ],
  ['Employee stock options, Hudson Semiconductor', 'employeeStockOption', 'US USD', 'brokerage', 2_410_000],
  [
    'Ireland-domiciled Europe Fund (PFIC)',
    'equityFund',
    'IE USD',
    'brokerage',
    3_318,
    { symbol: 'EUFI', underlying: 'EUR' }
  ],
  ['Checking balance', 'currentAccount', 'US USD', 'checking', 1_204_511],
  ['東京総合株価指数連動型上場投資信託', 'equityEtf', 'JP JPY', 'tokyo', 2_684, { symbol: '1306T' }],
  ['KWD salary balance · رصيد الراتب', 'foreignCash', 'KW KWD', 'kuwait', 4_250_125],
  ['Bitcoin', 'cryptocurrency', 'DE EUR', 'wallet', 5_831_400, { symbol: 'BTC', underlying: 'USD', oddity: 'weekend' }],
  ['Governance token (no market)', 'cryptoToken', 'DE EUR', 'wallet', 12, { symbol: 'GOV', oddity: 'unpriced' }],
  ['Kapitallebensversicherung', 'traditionalInsurance', 'DE EUR', 'policies', 5_410_000],
  ['Fondsgebundene Rente', 'unitLinkedInsurance', 'DE EUR', 'policies', 1_877_320],
  ['Risikolebensversicherung', 'termInsurance', 'DE EUR', 'policies', 0],
  ['Off-plan flat, Dubai Marina', 'internationalProperty', 'AE AED', 'flats', 118_000_000],
  ['Krügerrand, 12 Unzen', 'physicalGold', 'DE EUR', 'grundbuch', 3_012_000, { underlying: 'USD' }],
  ['Silberbarren (Erbstück)', 'physicalSilver', 'DE EUR', 'grundbuch', 412_000, { underlying: 'USD' }],
  ['Aquarell, unsigned', 'art', 'IN INR', 'flats', 9_500_000, { oddity: 'excluded' }],
  ['Weber & Rao Übersetzungen GbR', 'businessHolding', 'DE EUR', 'giro', 4_500_000],
  ['VW Golf VII, EZ 2018', 'vehicle', 'DE EUR', 'grundbuch', 1_140_000],
  ['Spree Immobilien REIT', 'reit', 'DE EUR', 'depot', 1_733, { symbol: 'SPRT' }],
  ['Physical Gold ETC', 'goldEtf', 'IE EUR', 'depot', 5_190, { symbol: 'GLDE', underlying: 'USD' }],
  ['Recurring deposit, Konkan Bank', 'recurringDeposit', 'IN INR', 'nre', 24_000_000],
  ['Mühlenstraße 7, Ladenlokal', 'commercialProperty', 'DE EUR', 'grundbuch', 24_000_000],
  ['Company pension, Hudson & Pine', 'pensionScheme', 'US USD', 'retirement', 6_120_900],
  ['City of Springfield 3% 2029', 'municipalBond', 'US USD', 'brokerage', 9_640],
  ['Emerging Markets Bond Fund', 'debtFund', 'LU USD', 'depot', 7_215, { symbol: 'EMBD' }],
  ['Money market fund', 'moneyMarket', 'LU EUR', 'depot', 10_342, { symbol: 'MMKT' }],
  ['Havel Ventures II SCSp', 'privateEquity', 'LU EUR', 'depot', 2_500_000],
  ['Industrial metals basket', 'commodity', 'GB GBP', 'depot', 2_240, { symbol: 'METL' }],
  ['Family jewellery · నగలు', 'otherTangible', 'IN INR', 'flats', 21_000_000],
  ['Helvetia Pfandbrief 1.125% 2029', 'corporateBond', 'CH CHF', 'depot', 9_877]
];

export const templates: readonly Template[] = lines.map(([name, type, place, account, price, more]) => ({
  name,
  type,
  country: place.slice(0, 2),
  currency: place.slice(3),
  account,
  price,
  ...more
}));
