/** By what the portfolio can be divided, and what there is to choose from beyond what is held. */
import type { Dimension } from '../../app/contract';
import type { RecordLists } from '../../app/records-contract';
import { choices } from '../boot/choices';
import { humanName } from '../format';
import { said, type Said } from '../i18n';

export const dimensions = ['class', 'country', 'currency', 'sector', 'account', 'tag'] as const satisfies Dimension[];
export type Shown = (typeof dimensions)[number];

export const dimensionNames: Readonly<Record<Shown, Said>> = {
  class: said('Class'),
  country: said('Country'),
  currency: said('Currency'),
  sector: said('Sector'),
  account: said('Account'),
  tag: said('Tag')
};

export function shownBy(query: URLSearchParams): Shown {
  return dimensions.find((dimension) => dimension === query.get('by')) ?? 'class';
}

const classes = [
  'equity',
  'fixedIncome',
  'alternative',
  'insurance',
  'digital',
  'business',
  'cash',
  'tangible'
] as const;

export interface Choice {
  readonly key: string;
  readonly label: string;
}

/** Everything a target can be set for. */
export function targetChoices(by: Shown, lists: RecordLists | null): readonly Choice[] {
  if (by === 'class') return classes.map((key) => ({ key, label: humanName(key) }));
  if (by === 'country') return choices().countries.map(({ code, name }) => ({ key: code, label: name }));
  if (by === 'currency')
    return choices().currencies.map(({ code, name }) => ({ key: code, label: `${code} · ${name}` }));
  if (by === 'account') return (lists?.accounts ?? []).map(({ id, name }) => ({ key: id, label: name }));
  return ((by === 'sector' ? lists?.sectors : lists?.tags) ?? []).map((key) => ({ key, label: key }));
}
