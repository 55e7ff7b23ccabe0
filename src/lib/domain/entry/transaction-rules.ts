/** What each type of transaction is made of, and what its fields are called in it. */
import type { TransactionKind } from './records';

/** `needed`: without it there is no such transaction. `none`: it has no place there, and what was typed is left out. */
export type Presence = 'needed' | 'optional' | 'none';

export interface TypeRules {
  readonly label: string;
  readonly asset: Presence;
  readonly quantity: Presence;
  readonly price: Presence;
  /** `tied`: units times price, either of them or itself being left out. */
  readonly gross: Presence | 'tied';
  readonly costs: Presence;
  /** Takes units out, so that enough must be held. */
  readonly takesOut: boolean;
  /** What is said where a needed field is empty. */
  readonly missing: { readonly asset?: string; readonly quantity?: string; readonly gross?: string };
}

const none = { quantity: 'none', price: 'none', takesOut: false } as const;
const cash = { ...none, asset: 'none', gross: 'needed', costs: 'optional' } as const;

export const typeRules: Readonly<Record<TransactionKind, TypeRules>> = {
  buy: {
    label: 'Purchase',
    asset: 'needed',
    quantity: 'needed',
    price: 'optional',
    gross: 'tied',
    costs: 'optional',
    takesOut: false,
    missing: {
      asset: 'Choose what was bought.',
      quantity: 'How many units were bought?',
      gross: 'Write the price of one unit, or the amount in all.'
    }
  },
  sell: {
    label: 'Sale',
    asset: 'needed',
    quantity: 'needed',
    price: 'optional',
    gross: 'tied',
    costs: 'optional',
    takesOut: true,
    missing: {
      asset: 'Choose what was sold.',
      quantity: 'How many units were sold?',
      gross: 'Write the price of one unit, or the amount in all.'
    }
  },
  dividend: {
    label: 'Dividend',
    asset: 'needed',
    quantity: 'optional',
    price: 'optional',
    gross: 'tied',
    costs: 'optional',
    takesOut: false,
    missing: { asset: 'Choose the asset that paid it.', gross: 'How much was paid, before taxes?' }
  },
  interest: {
    label: 'Interest',
    ...none,
    asset: 'optional',
    gross: 'needed',
    costs: 'optional',
    missing: { gross: 'How much interest was it, before taxes?' }
  },
  deposit: { label: 'Deposit', ...cash, missing: { gross: 'How much was paid in?' } },
  withdrawal: { label: 'Withdrawal', ...cash, missing: { gross: 'How much was taken out?' } },
  fee: {
    label: 'Fee',
    ...none,
    asset: 'optional',
    gross: 'needed',
    costs: 'none',
    missing: { gross: 'How much was the fee?' }
  },
  tax: {
    label: 'Tax',
    ...none,
    asset: 'optional',
    gross: 'needed',
    costs: 'none',
    missing: { gross: 'How much tax was it?' }
  },
  transferIn: {
    label: 'Transfer in',
    asset: 'optional',
    quantity: 'optional',
    price: 'none',
    gross: 'optional',
    costs: 'optional',
    takesOut: false,
    missing: { quantity: 'How many units came in?', gross: 'How much came in?' }
  },
  transferOut: {
    label: 'Transfer out',
    asset: 'optional',
    quantity: 'optional',
    price: 'none',
    gross: 'optional',
    costs: 'optional',
    takesOut: true,
    missing: { quantity: 'How many units went out?', gross: 'How much went out?' }
  },
  split: {
    label: 'Split',
    asset: 'needed',
    quantity: 'needed',
    price: 'none',
    gross: 'none',
    costs: 'optional',
    takesOut: false,
    missing: {
      asset: 'Choose what was split.',
      quantity: 'Into how many new units was each old one split? Write 4, or 3:2.'
    }
  },
  deliveryIn: {
    label: 'Delivery in',
    asset: 'needed',
    quantity: 'needed',
    price: 'optional',
    gross: 'tied',
    costs: 'optional',
    takesOut: false,
    missing: { asset: 'Choose what came in.', quantity: 'How many units came in?' }
  },
  deliveryOut: {
    label: 'Delivery out',
    asset: 'needed',
    quantity: 'needed',
    price: 'optional',
    gross: 'tied',
    costs: 'optional',
    takesOut: true,
    missing: { asset: 'Choose what went out.', quantity: 'How many units went out?' }
  },
  openingBalance: {
    label: 'Opening balance',
    asset: 'optional',
    quantity: 'optional',
    price: 'optional',
    gross: 'optional',
    costs: 'none',
    takesOut: false,
    missing: { quantity: 'How many units were held?', gross: 'How much cash was there?' }
  }
};
