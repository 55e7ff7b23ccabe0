/** What a person confirms before an import: which column is what, and how words, numbers and dates are written. */
import type { DayOrder } from '../cells/dates';
import type { DecimalMark } from '../cells/numbers';

/** What a column can tell about a transaction. */
export const fields = [
  'date',
  'time',
  'type',
  'isin',
  'symbol',
  'wkn',
  'name',
  'assetClass',
  'quantity',
  /** Per unit. */
  'price',
  /** Currency of price and gross, where it can differ from that of the account's side. */
  'priceCurrency',
  /** Before fees and taxes. */
  'gross',
  'grossCurrency',
  /** What moves on the account, after fees and taxes. */
  'net',
  'currency',
  'fees',
  'feesCurrency',
  'moreFees',
  'moreFeesCurrency',
  'taxes',
  'taxesCurrency',
  'moreTaxes',
  'fxRate',
  'account',
  'note',
  /** The broker's own number of the booking. */
  'reference'
] as const;
export type Field = (typeof fields)[number];

export const transactionTypes = [
  'openingBalance',
  'deliveryIn',
  'transferIn',
  'deposit',
  'buy',
  'split',
  'dividend',
  'interest',
  'sell',
  'fee',
  'tax',
  'withdrawal',
  'transferOut',
  'deliveryOut'
] as const;
export type TransactionType = (typeof transactionTypes)[number];

/**
 * What a word in the type column means: a type, or a pair of types between which the sign decides, or
 * - `incomeInKind`: income that arrives as units, such as a staking reward, booked as interest and as a buy of the same amount;
 * - `reinvestment`: a dividend that buys units at once, booked as both;
 * - `bonus`: units that arrive without cost, such as a stock dividend or a spin-off;
 * - `unitsBySplit`: the units that a split adds or takes, where the file does not tell the ratio;
 * - `exchange`: one of the two sides of a merger, conversion or change of name, by the sign of its units;
 * - `conversion`: one of the two sides of an exchange of money within the account, by its sign;
 * - `feeRefund`, `taxRefund`, `interestCharge`: the type with its direction turned round;
 * - `leaveOut`: nothing that belongs into the portfolio.
 */
export const meanings = [
  ...transactionTypes,
  'trade',
  'cash',
  'transfer',
  'delivery',
  'incomeInKind',
  'reinvestment',
  'bonus',
  'unitsBySplit',
  'exchange',
  'conversion',
  'feeRefund',
  'taxRefund',
  'interestCharge',
  'leaveOut'
] as const;
export type Meaning = (typeof meanings)[number];

/** Plain data, to be kept under {@link fingerprintOf} and used again for the next file of the same shape. */
export interface Mapping {
  readonly version: 1;
  /** A ready format, which knows more than columns; null for a mapping of columns alone. */
  readonly format: string | null;
  /** Index of the column for each field that the file has. */
  readonly columns: Readonly<Partial<Record<Field, number>>>;
  /** Meanings of the words in the type column, by their comparable form. */
  readonly types: Readonly<Record<string, Meaning>>;
  /** For rows without a word, or for files without a type column; null where that is a problem. */
  readonly typeByDefault: Meaning | null;
  readonly decimalMark: DecimalMark;
  readonly dayOrder: DayOrder;
  /** Whether money that leaves the account is written with a minus. */
  readonly signed: boolean;
  /** Whether fees and taxes that are paid are written with a minus. */
  readonly costsNegative: boolean;
  /** For rows whose file names none; null where that is a problem. */
  readonly currency: string | null;
}

/** Something that was decided by likelihood; the person is asked where it is not sure. */
export interface Guess {
  readonly about: 'format' | 'header' | 'columns' | 'types' | 'numbers' | 'dates' | 'currency';
  readonly sure: boolean;
  /** A sentence, with an example from the file. */
  readonly message: string;
}
