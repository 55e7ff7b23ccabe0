/** What the table of holdings shows: search, filters, groups and order, all kept in the address. */
import { columnOf, isColumnKey, isText, type ColumnKey } from './columns';

export const dimensions = ['class', 'country', 'currency', 'sector', 'account', 'tag'] as const;
export type HoldingDimension = (typeof dimensions)[number];

/** What is still held, what no longer is, or both. */
export const standings = ['held', 'closed', 'all'] as const;
export type HeldStanding = (typeof standings)[number];

export interface HoldingQuery {
  readonly search: string;
  readonly group: HoldingDimension | null;
  readonly sort: ColumnKey;
  readonly descending: boolean;
  readonly held: HeldStanding;
  /** By dimension, the keys that pass; a dimension that is not named passes all. */
  readonly only: Readonly<Partial<Record<HoldingDimension, readonly string[]>>>;
}

export const wholeTable: HoldingQuery = {
  search: '',
  group: null,
  sort: 'baseValue',
  descending: true,
  held: 'held',
  only: {}
};

const oneOf = <T extends string>(allowed: readonly T[], text: string | null): T | null =>
  allowed.find((candidate) => candidate === text) ?? null;

/** Whether a column is sorted from the largest unless told otherwise. */
export const fromLargest = (sort: ColumnKey): boolean => !isText(columnOf(sort));

export function readQuery(parameters: URLSearchParams): HoldingQuery {
  const asked = parameters.get('sort');
  const sort = asked !== null && isColumnKey(asked) ? asked : wholeTable.sort;
  const order = parameters.get('order');
  const only = dimensions
    .map((dimension) => [dimension, parameters.getAll(dimension)] as const)
    .filter(([, keys]) => keys.length > 0);
  return {
    search: parameters.get('q') ?? '',
    group: oneOf(dimensions, parameters.get('group')),
    sort,
    descending: order === null ? fromLargest(sort) : order === 'down',
    held: oneOf(standings, parameters.get('held')) ?? wholeTable.held,
    only: Object.fromEntries(only)
  };
}

/** The query part of the address, `''` for the whole table. */
export function writeQuery(query: HoldingQuery): '' | `?${string}` {
  const parameters = new URLSearchParams();
  if (query.search !== '') parameters.set('q', query.search);
  if (query.held !== wholeTable.held) parameters.set('held', query.held);
  for (const dimension of dimensions) {
    for (const key of query.only[dimension] ?? []) parameters.append(dimension, key);
  }
  if (query.group !== null) parameters.set('group', query.group);
  if (query.sort !== wholeTable.sort) parameters.set('sort', query.sort);
  if (query.descending !== fromLargest(query.sort)) parameters.set('order', query.descending ? 'down' : 'up');
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}

export function isFiltered({ search, only }: HoldingQuery): boolean {
  return search !== '' || Object.keys(only).length > 0;
}
