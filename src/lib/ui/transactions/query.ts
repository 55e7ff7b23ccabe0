/** What the list of transactions shows, kept in the address. */
import type { TransactionFilter } from '../../app/contract';

export const transactionTypes = [
  'buy',
  'sell',
  'dividend',
  'interest',
  'deposit',
  'withdrawal',
  'transferIn',
  'transferOut',
  'fee',
  'tax',
  'split',
  'deliveryIn',
  'deliveryOut',
  'openingBalance'
] as const;

export const orders = ['newest', 'oldest', 'largest'] as const;
type Order = (typeof orders)[number];

export interface TransactionQuery {
  readonly search: string;
  readonly accountId: string | null;
  readonly assetId: string | null;
  readonly types: readonly string[];
  /** Days, both included. */
  readonly from: string | null;
  readonly to: string | null;
  readonly wrong: boolean;
  readonly order: Order;
}

export const everything: TransactionQuery = {
  search: '',
  accountId: null,
  assetId: null,
  types: [],
  from: null,
  to: null,
  wrong: false,
  order: 'newest'
};

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;
const dayOr = (text: string | null): string | null => (text !== null && dayPattern.test(text) ? text : null);

export function readQuery(parameters: URLSearchParams): TransactionQuery {
  const known = new Set<string>(transactionTypes);
  return {
    search: parameters.get('q') ?? '',
    accountId: parameters.get('account'),
    assetId: parameters.get('asset'),
    types: [...new Set(parameters.getAll('type'))].filter((type) => known.has(type)),
    from: dayOr(parameters.get('from')),
    to: dayOr(parameters.get('to')),
    wrong: parameters.has('wrong'),
    order: orders.find((order) => order === parameters.get('order')) ?? everything.order
  };
}

/** The query part of the address, `''` for everything. */
export function writeQuery(query: TransactionQuery): '' | `?${string}` {
  const parameters = new URLSearchParams();
  if (query.search !== '') parameters.set('q', query.search);
  if (query.accountId !== null) parameters.set('account', query.accountId);
  if (query.assetId !== null) parameters.set('asset', query.assetId);
  for (const type of query.types) parameters.append('type', type);
  if (query.from !== null) parameters.set('from', query.from);
  if (query.to !== null) parameters.set('to', query.to);
  if (query.wrong) parameters.set('wrong', '1');
  if (query.order !== everything.order) parameters.set('order', query.order);
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}

export function isFiltered(query: TransactionQuery): boolean {
  return writeQuery({ ...query, order: everything.order }) !== '';
}

/** The question's filter; what is not narrowed is left out. */
export function filterOf(query: TransactionQuery): TransactionFilter {
  return {
    order: query.order,
    ...(query.search === '' ? {} : { text: query.search }),
    ...(query.accountId === null ? {} : { accountId: query.accountId }),
    ...(query.assetId === null ? {} : { assetId: query.assetId }),
    ...(query.types.length === 0 ? {} : { types: query.types }),
    ...(query.from === null ? {} : { from: query.from }),
    ...(query.to === null ? {} : { to: query.to }),
    ...(query.wrong ? { wrong: true } : {})
  };
}
