/** What kind of asset a security probably is, by the file's own word for it and by its name. */
import { wordKey } from '../cells/text';
import type { Security } from '../rows/booking';
import type { AssetType } from './asset-types';
import { domicileOf } from './countries';

export interface TypeGuess {
  readonly type: AssetType;
  /** False where nothing but its absence from everything else speaks for it. */
  readonly sure: boolean;
}

const byClass: readonly (readonly [RegExp, AssetType])[] = [
  [/crypto|coin\b|kryptowahrung/, 'cryptocurrency'],
  [/token/, 'cryptoToken'],
  [/gold/, 'goldEtf'],
  [/\betf\b|\betp\b|\betc\b|exchange traded/, 'equityEtf'],
  [/money market|geldmarkt/, 'moneyMarket'],
  [/reit|real estate/, 'reit'],
  [/government bond|sovereign|treasury|gilt/, 'governmentBond'],
  [/bond|anleihe|obligation|fixed income|debenture/, 'corporateBond'],
  [/debt fund|bond fund|rentenfonds/, 'debtFund'],
  [/fund|fonds|mutual/, 'equityFund'],
  [/commodit|rohstoff/, 'commodity'],
  [/private equity/, 'privateEquity'],
  [/option/, 'employeeStockOption']
];

const byName: readonly (readonly [RegExp, AssetType])[] = [
  [/\bbitcoin\b|\bethereum\b/, 'cryptocurrency'],
  [/\bphysical gold\b|\bgold (?:etc|etf|bees|trust|shares)\b|xetra gold/, 'goldEtf'],
  [/money market|geldmarkt|liquid fund|overnight fund|money (?:inv|ultra)/, 'moneyMarket'],
  [
    /(?:\bbond|treasury|aggregate|govt|government|\bgilt|corp).*(?:\betf\b|ucits|fund)|(?:ishares|ishrs|spdr|vanguard|xtrackers|amundi).*(?:\bbond|\bbd\b|treasury|\bgvt\b|govt|aggregate)/,
    'debtFund'
  ],
  [/\breits?\b/, 'reit'],
  [
    /\betfs?\b|ucits|\bishares\b|\bishrs?\b|\bxtrackers\b|\bspdr\b|\bvaneck\b|\bwisdomtree\b|\blyxor\b|\bamundi index\b|\binvesco\b.*\bindex\b|global x\b|\bmsci\b|\bftse\b|\bs&p 500\b|nasdaq 100/,
    'equityEtf'
  ],
  [
    /debt fund|bond fund|rentenfonds|floating rate|high yield bd|gilt fund|short duration|corporate bond fund/,
    'debtFund'
  ],
  [/\bfunds?\b|\bfonds\b|\bsicav\b|growth plan|direct plan|regular plan|\binstl?\b/, 'equityFund'],
  [/\d(?:[.,]\d+)?\s?%.*(?:19|20)\d\d|anleihe|\bbond\b|\bnotes? due\b|\bobligation\b/, 'corporateBond'],
  [/bundesanleihe|bundesrep|treasury (?:note|bill|bond)|us treasury|\boat\b|\bbtp\b|g-sec/, 'governmentBond']
];

const coins = new Set(
  'BTC XBT ETH ETH2 XRP ADA SOL DOT DOGE LTC BCH BNB USDT USDC DAI AVAX MATIC LINK ATOM XLM ALGO XTZ UNI AAVE'.split(
    ' '
  )
);

export function guessType({ assetClass, name, symbol, isin }: Security, homeCountry: string): TypeGuess {
  const word = wordKey(assetClass);
  const called = wordKey(name);
  const named = byName.find(([pattern]) => pattern.test(called))?.[1];
  const classed = word === '' ? undefined : byClass.find(([pattern]) => pattern.test(word))?.[1];
  if (classed !== undefined) {
    // `ETF` and `fund` say less than a name that speaks of bonds or gold.
    const finer = classed === 'equityEtf' || classed === 'equityFund' ? named : undefined;
    return { type: finer ?? classed, sure: true };
  }
  if (isin === '' && coins.has(symbol.toUpperCase().replace(/[-/](?:USD|EUR|GBP|CHF)$/, '')))
    return { type: 'cryptocurrency', sure: true };
  if (named !== undefined) return { type: named, sure: true };
  const domicile = domicileOf(isin);
  const said = /stock|share|equity|aktie|action/.test(word);
  return { type: domicile === homeCountry ? 'domesticStock' : 'internationalStock', sure: said || domicile !== null };
}
