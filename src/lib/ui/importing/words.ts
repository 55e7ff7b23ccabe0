/** What the parts of an import are called. Keys are those of the import; the type says when one is missing. */
import type { DayOrder, DecimalMark, Field, Meaning, RowStatus } from '../../app/import-contract';
import { said, type Said } from '../i18n';

export const fieldNames: Readonly<Record<Field, Said>> = {
  date: said('Date'),
  time: said('Time'),
  type: said('Kind of transaction'),
  isin: said('ISIN'),
  symbol: said('Symbol'),
  wkn: said('WKN'),
  name: said('Name of the asset'),
  assetClass: said('Kind of asset'),
  quantity: said('Quantity'),
  price: said('Price per unit'),
  priceCurrency: said('Currency of the price'),
  gross: said('Amount before fees and taxes'),
  grossCurrency: said('Currency of that amount'),
  net: said('What moved on the account'),
  currency: said('Currency of the account'),
  fees: said('Fees'),
  feesCurrency: said('Currency of the fees'),
  moreFees: said('More fees'),
  moreFeesCurrency: said('Currency of more fees'),
  taxes: said('Taxes'),
  taxesCurrency: said('Currency of the taxes'),
  moreTaxes: said('More taxes'),
  fxRate: said('Exchange rate'),
  account: said('Account'),
  note: said('Note'),
  reference: said('The broker’s own number')
};

export const meaningNames: Readonly<Record<Meaning, Said>> = {
  buy: said('Buy'),
  sell: said('Sell'),
  trade: said('Buy or sell, by the sign'),
  dividend: said('Dividend'),
  interest: said('Interest'),
  interestCharge: said('Interest that was charged'),
  reinvestment: said('Dividend that buys units at once'),
  incomeInKind: said('Income that arrives as units'),
  deposit: said('Deposit'),
  withdrawal: said('Withdrawal'),
  cash: said('Deposit or withdrawal, by the sign'),
  fee: said('Fee'),
  feeRefund: said('Fee paid back'),
  tax: said('Tax'),
  taxRefund: said('Tax paid back'),
  transferIn: said('Transfer in'),
  transferOut: said('Transfer out'),
  transfer: said('Transfer in or out, by the sign'),
  deliveryIn: said('Delivery in'),
  deliveryOut: said('Delivery out'),
  delivery: said('Delivery in or out, by the sign'),
  split: said('Split'),
  unitsBySplit: said('Units that a split adds or takes'),
  bonus: said('Units that arrive without cost'),
  exchange: said('One side of a merger or conversion'),
  conversion: said('One side of an exchange of money'),
  openingBalance: said('Opening balance'),
  leaveOut: said('Nothing that belongs here: leave it out')
};

/** In the order in which they ask for attention. */
export const statuses = ['doubtful', 'wrong', 'duplicate', 'ready', 'leftOut'] as const satisfies RowStatus[];

export const statusNames: Readonly<Record<RowStatus, Said>> = {
  doubtful: said('Doubtful'),
  wrong: said('Cannot be imported'),
  duplicate: said('There already'),
  ready: said('Ready'),
  leftOut: said('Not for here')
};

/** What a person has to know about a status before deciding. */
export const statusMeanings: Readonly<Record<RowStatus, Said>> = {
  doubtful: said('These may be there already, or can be read in two ways. They stay out until you take them.'),
  wrong: said('These stay out. What is wrong is said at each; a change of the columns may mend it.'),
  duplicate: said('These came in with an earlier import. They stay out unless you take them anyway.'),
  ready: said('These will be imported unless you leave them out.'),
  leftOut: said('These are nothing that belongs into a portfolio, such as totals or moves within one account.')
};

export const dayOrderNames: Readonly<Record<DayOrder, Said>> = {
  dayFirst: said('Day first: 23/11/2026'),
  monthFirst: said('Month first: 11/23/2026')
};

/** As they look, so that they need no translation. */
export const decimalMarkNames: Readonly<Record<DecimalMark, string>> = { '.': '1,234.56', ',': '1.234,56' };
