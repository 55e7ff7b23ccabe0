/** Names and numbers of made-up securities, for portfolios of any size. */
import type { Random } from './random';
import type { Template } from './templates';

const places = [
  'Isar',
  'Havel',
  'Saale',
  'Deccan',
  'Malabar',
  'Konkan',
  'Nilgiri',
  'Hudson',
  'Prairie',
  'Cascade',
  'Shannon',
  'Lugano',
  'Kansai',
  'Åland',
  'Thames',
  'Ruhr'
] as const;
const trades = [
  'Pharma',
  'Motors',
  'Logistik',
  'Software',
  'Foods',
  'Cement',
  'Energy',
  'Robotics',
  'Textiles',
  'Telecom',
  'Water',
  'Optics',
  'Paper',
  'Retail',
  'Biotech',
  'Rail'
] as const;

const markets = [
  { country: 'DE', currency: 'EUR', account: 'depot', type: 'domesticStock', form: 'AG' },
  { country: 'US', currency: 'USD', account: 'brokerage', type: 'internationalStock', form: 'Inc.' },
  { country: 'IN', currency: 'INR', account: 'demat', type: 'internationalStock', form: 'Ltd' },
  { country: 'JP', currency: 'JPY', account: 'tokyo', type: 'internationalStock', form: 'K.K.' },
  { country: 'CH', currency: 'CHF', account: 'depot', type: 'internationalStock', form: 'Holding AG' },
  { country: 'GB', currency: 'GBP', account: 'depot', type: 'internationalStock', form: 'plc' },
  { country: 'IE', currency: 'EUR', account: 'depot', type: 'equityEtf', form: 'UCITS ETF' },
  { country: 'LU', currency: 'EUR', account: 'depot', type: 'debtFund', form: 'Bond Fund' },
  { country: 'IN', currency: 'INR', account: 'demat', type: 'equityFund', form: 'Small Cap Fund' },
  { country: 'IN', currency: 'INR', account: 'nre', type: 'fixedDeposit', form: 'fixed deposit' },
  { country: 'DE', currency: 'EUR', account: 'depot', type: 'corporateBond', form: 'Anleihe 2031' },
  { country: 'US', currency: 'USD', account: 'retirement', type: 'equityFund', form: 'Target Fund' }
] as const;

/** One more asset, after the templates. */
export function madeUpTemplate(random: Random, number: number): Template {
  const market = random.pick(markets);
  const trade = random.pick(trades);
  return {
    name: `${random.pick(places)} ${trade} ${market.form} ${number}`,
    type: market.type,
    country: market.country,
    currency: market.currency,
    account: market.account,
    price: market.currency === 'JPY' ? random.between(300, 9000) : random.between(450, 98_000),
    symbol: `${trade.slice(0, 3).toUpperCase()}${number}`,
    sector: trade,
    ...(market.type === 'equityEtf' ? { underlying: 'USD' } : {}),
    ...(random.chance(0.02) ? { oddity: 'soldOut' as const } : {})
  };
}

/** An ISIN with a correct check digit. */
export function isinOf(random: Random, country: string): string {
  let body = country;
  for (let at = 0; at < 9; at++) body += String(random.between(0, 9));
  const digits = [...body].map((sign) => Number.parseInt(sign, 36)).join('');
  let sum = 0;
  [...digits].reverse().forEach((digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  });
  return `${body}${(10 - (sum % 10)) % 10}`;
}
