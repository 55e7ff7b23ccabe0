/** What the list shows: search, one filter and an order, all kept in the address. */
import type { AssetLine } from '../../app/contract';
import { compareDecimals, countryName, humanName } from '../format';

export const groupings = ['class', 'country', 'currency'] as const;
export type Grouping = (typeof groupings)[number];

export const sortKeys = ['name', 'account', 'country', 'value'] as const;
export type SortKey = (typeof sortKeys)[number];

export interface Query {
  readonly search: string;
  /** How the totals are grouped. */
  readonly by: Grouping;
  /** The one group that the list is narrowed to, in the terms of `by`. */
  readonly only: string | null;
  readonly sort: SortKey;
  readonly descending: boolean;
  /** The asset that is open. */
  readonly asset: string | null;
}

export const wholeList: Query = {
  search: '',
  by: 'class',
  only: null,
  sort: 'value',
  descending: true,
  asset: null
};

function oneOf<T extends string>(allowed: readonly T[], text: string | null, otherwise: T): T {
  return allowed.find((candidate) => candidate === text) ?? otherwise;
}

export function readQuery(parameters: URLSearchParams): Query {
  const sort = oneOf(sortKeys, parameters.get('sort'), wholeList.sort);
  const order = parameters.get('order');
  return {
    search: parameters.get('q') ?? '',
    by: oneOf(groupings, parameters.get('by'), wholeList.by),
    only: parameters.get('only'),
    sort,
    descending: order === null ? sort === 'value' : order === 'down',
    asset: parameters.get('asset')
  };
}

/** The query part of the address, `''` for the whole list. */
export function writeQuery(query: Query): '' | `?${string}` {
  const parameters = new URLSearchParams();
  if (query.search !== '') parameters.set('q', query.search);
  if (query.by !== wholeList.by) parameters.set('by', query.by);
  if (query.only !== null) parameters.set('only', query.only);
  if (query.sort !== wholeList.sort) parameters.set('sort', query.sort);
  if (query.descending !== (query.sort === 'value')) parameters.set('order', query.descending ? 'down' : 'up');
  if (query.asset !== null) parameters.set('asset', query.asset);
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}

/** The group an asset belongs to. */
export function groupOf(line: AssetLine, by: Grouping): string {
  if (by === 'class') return line.category;
  return by === 'country' ? line.country : line.value.currency;
}

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** The lines with what can be searched in them, worked out once per portfolio. */
export function searchable(lines: readonly AssetLine[]): readonly { line: AssetLine; text: string }[] {
  return lines.map((line) => ({
    line,
    text: plain(
      [
        line.name,
        line.symbol ?? '',
        line.account,
        humanName(line.assetType),
        line.country,
        countryName(line.country),
        line.value.currency
      ].join('\n')
    )
  }));
}

const byName = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

function comparator(sort: SortKey): (a: AssetLine, b: AssetLine) => number {
  switch (sort) {
    case 'name':
      return (a, b) => byName.compare(a.name, b.name);
    case 'account':
      return (a, b) => byName.compare(a.account, b.account);
    case 'country':
      return (a, b) => byName.compare(countryName(a.country), countryName(b.country));
    case 'value':
      return (a, b) => compareDecimals(a.baseAmount ?? '0', b.baseAmount ?? '0');
  }
}

/** The lines that every word of the search is in, in order. What has no value in the base currency comes last. */
export function select(
  lines: readonly { readonly line: AssetLine; readonly text: string }[],
  query: Pick<Query, 'search' | 'by' | 'only' | 'sort' | 'descending'>
): readonly AssetLine[] {
  const words = plain(query.search).split(/\s+/).filter(Boolean);
  const found = lines
    .filter(({ text }) => words.every((word) => text.includes(word)))
    .map(({ line }) => line)
    .filter((line) => query.only === null || groupOf(line, query.by) === query.only);
  const compare = comparator(query.sort);
  const direction = query.descending ? -1 : 1;
  return found.sort((a, b) => {
    if (query.sort === 'value' && (a.baseAmount === null) !== (b.baseAmount === null)) {
      return a.baseAmount === null ? 1 : -1;
    }
    return direction * compare(a, b) || byName.compare(a.name, b.name);
  });
}
