/** What is wrong with a transaction, as far as lots and returns can tell. The rest is computed without it. */
import { type Decimal, decimalText } from '../decimal';

export type LotIssueCode = 'oversold' | 'lotNotHeld' | 'transferWithoutOrigin' | 'unusableQuantity' | 'rateMissing';

export interface LotIssue {
  readonly code: LotIssueCode;
  /** The transaction's. */
  readonly id: string;
  readonly assetId: string;
  readonly accountId: string;
  readonly date: string;
  readonly message: string;
}

type Wording = Readonly<Record<LotIssueCode, (facts: IssueFacts) => string>>;

export interface IssueFacts {
  readonly quantity?: Decimal;
  readonly held?: Decimal;
  readonly from?: string;
  readonly to?: string;
  readonly date?: string;
}

const shown = (value: Decimal | undefined): string => (value === undefined ? '?' : decimalText(value));

export const wordings: Wording = {
  oversold: ({ quantity, held }) =>
    `Takes out ${shown(quantity)}, but only ${shown(held)} are held in this account; it is left out of account.`,
  lotNotHeld: ({ quantity }) =>
    `Names lots that do not hold ${shown(quantity)} of these units; they are taken by the portfolio's cost method.`,
  transferWithoutOrigin: () =>
    'No transfer out of another account goes with it, and it states no cost: these units count as having cost nothing.',
  unusableQuantity: ({ quantity }) => `A quantity of ${shown(quantity)} cannot be booked; it is left out of account.`,
  rateMissing: ({ from, to, date }) =>
    `No exchange rate from ${from ?? '?'} to ${to ?? '?'} is known on or before ${date ?? '?'}.`
};
