/** The columns that the table of holdings can show: what each says of a line, and how it is written. */
import type { HoldingLine } from '../../app/contract';
import { said, type Said } from '../i18n';
import { quotientOf } from '../portfolio/sums';

/** How a cell is written. `base`: money in base currency; `own`: in the asset's currency; `change`: with its sign. */
export type CellKind =
  'name' | 'text' | 'tags' | 'quantity' | 'price' | 'day' | 'own' | 'base' | 'change' | 'share' | 'return' | 'count';

export interface Column {
  readonly key: ColumnKey;
  readonly label: Said;
  readonly kind: CellKind;
  /** In rem; the name takes what is left. */
  readonly width: number;
  readonly of: (line: HoldingLine) => string | number | null;
  /** Sums of it stand under groups and in the foot. */
  readonly sums?: true;
}

export const columnKeys = [
  'name',
  'symbol',
  'isin',
  'type',
  'class',
  'country',
  'currency',
  'sector',
  'tags',
  'account',
  'quantity',
  'price',
  'priceDay',
  'value',
  'baseValue',
  'weight',
  'cost',
  'baseCost',
  'unrealised',
  'unrealisedReturn',
  'priceGain',
  'rateGain',
  'realised',
  'income',
  'fees',
  'taxes',
  'today',
  'todayReturn',
  'periodReturn',
  'irr',
  'issues'
] as const;
export type ColumnKey = (typeof columnKeys)[number];

const all: Readonly<Record<ColumnKey, Omit<Column, 'key'>>> = {
  name: { label: said('Name'), kind: 'name', width: 15, of: (line) => line.name },
  symbol: { label: said('Symbol'), kind: 'text', width: 6, of: (line) => line.symbol },
  isin: { label: said('ISIN'), kind: 'text', width: 9, of: (line) => line.isin },
  type: { label: said('Type'), kind: 'text', width: 10, of: (line) => line.assetType },
  class: { label: said('Class'), kind: 'text', width: 8, of: (line) => line.category },
  country: { label: said('Country'), kind: 'text', width: 8, of: (line) => line.country },
  currency: { label: said('Currency'), kind: 'text', width: 5, of: (line) => line.currency },
  sector: { label: said('Sector'), kind: 'text', width: 9, of: (line) => line.sector },
  tags: { label: said('Tags'), kind: 'tags', width: 10, of: (line) => line.tags.join(', ') || null },
  account: { label: said('Account'), kind: 'text', width: 8.5, of: (line) => line.account || null },
  quantity: { label: said('Quantity'), kind: 'quantity', width: 6, of: (line) => line.quantity },
  price: { label: said('Price'), kind: 'price', width: 8, of: (line) => line.price?.amount ?? null },
  priceDay: { label: said('Price of'), kind: 'day', width: 7, of: (line) => line.price?.day ?? null },
  value: { label: said('Own value'), kind: 'own', width: 10, of: (line) => line.value },
  baseValue: { label: said('Value'), kind: 'base', width: 7.5, of: (line) => line.baseValue, sums: true },
  weight: { label: said('Weight'), kind: 'share', width: 4.5, of: (line) => line.weight },
  cost: { label: said('Own cost'), kind: 'own', width: 10.5, of: (line) => line.cost },
  baseCost: { label: said('Cost'), kind: 'base', width: 7.5, of: (line) => line.baseCost, sums: true },
  unrealised: { label: said('Gain'), kind: 'change', width: 7.5, of: (line) => line.unrealised.total, sums: true },
  unrealisedReturn: {
    label: said('Gain, %'),
    kind: 'return',
    width: 5.5,
    of: (line) => quotientOf(line.unrealised.total, line.baseCost)
  },
  priceGain: { label: said('Price gain'), kind: 'change', width: 8.5, of: (line) => line.unrealised.price, sums: true },
  rateGain: { label: said('Currency gain'), kind: 'change', width: 8.5, of: (line) => line.unrealised.fx, sums: true },
  realised: { label: said('Realised'), kind: 'change', width: 8.5, of: (line) => line.realised.total, sums: true },
  income: { label: said('Income'), kind: 'base', width: 7.5, of: (line) => line.income, sums: true },
  fees: { label: said('Fees'), kind: 'base', width: 6.5, of: (line) => line.fees, sums: true },
  taxes: { label: said('Taxes'), kind: 'base', width: 6.5, of: (line) => line.taxes, sums: true },
  today: { label: said('Today'), kind: 'change', width: 7.5, of: (line) => line.today.amount, sums: true },
  todayReturn: { label: said('Today, %'), kind: 'return', width: 6, of: (line) => line.today.ratio },
  periodReturn: { label: said('Return'), kind: 'return', width: 6, of: (line) => line.periodReturn },
  irr: { label: said('IRR a year'), kind: 'return', width: 6, of: (line) => line.irr },
  issues: { label: said('To mend'), kind: 'count', width: 5, of: (line) => line.issues || null }
};

/** Text columns read best from A to Z, figures from the largest. */
export const isText = ({ kind }: Pick<Column, 'kind'>): boolean =>
  kind === 'name' || kind === 'text' || kind === 'tags';

export const columnOf = (key: ColumnKey): Column => ({ key, ...all[key] });

export const isColumnKey = (text: string): text is ColumnKey => Object.hasOwn(all, text);
