/** What a person says of a file, on top of what was guessed. Plain data: it crosses threads, and is kept by the file's shape. */
import type { DayOrder } from './cells/dates';
import type { DecimalMark } from './cells/numbers';
import { readCurrency } from './cells/currencies';
import { wordKey } from './cells/text';
import type { Field, Mapping, Meaning } from './mapping/mapping';
import type { AccountChoice } from './plan/accounts';
import type { AssetChoice } from './plan/assets';
import type { RowDecision, RowStatus } from './plan/plan';

export interface Said {
  /** By the column's place. */
  readonly columns: Readonly<Record<number, Field | null>>;
  /** By the word in comparable form. */
  readonly words: Readonly<Record<string, Meaning>>;
  readonly decimalMark: DecimalMark | null;
  readonly dayOrder: DayOrder | null;
  readonly currency: string | null;
  readonly keep: 'file' | 'present';
  readonly accounts: Readonly<Record<string, AccountChoice>>;
  readonly assets: Readonly<Record<string, AssetChoice>>;
}

export const nothingSaid: Said = {
  columns: {},
  words: {},
  decimalMark: null,
  dayOrder: null,
  currency: null,
  keep: 'file',
  accounts: {},
  assets: {}
};

export interface SaidChange {
  readonly columns?: Readonly<Record<number, Field | null>>;
  readonly words?: Readonly<Record<string, Meaning>>;
  readonly decimalMark?: DecimalMark;
  readonly dayOrder?: DayOrder;
  readonly currency?: string;
  readonly keep?: 'file' | 'present';
}

/** The same with a change: what it leaves out stays. */
export function sayMore(said: Said, change: SaidChange): Said {
  const words = Object.fromEntries(
    Object.entries(change.words ?? {}).map(([word, meaning]) => [wordKey(word), meaning])
  );
  return {
    ...said,
    columns: { ...said.columns, ...change.columns },
    words: { ...said.words, ...words },
    decimalMark: change.decimalMark ?? said.decimalMark,
    dayOrder: change.dayOrder ?? said.dayOrder,
    currency: change.currency === undefined ? said.currency : (readCurrency(change.currency)?.code ?? said.currency),
    keep: change.keep ?? said.keep
  };
}

/** A guessed mapping with what was said. A field has one column: the one named last. */
export function mappingWith(guessed: Mapping, said: Said): Mapping {
  const columns: Partial<Record<Field, number>> = { ...guessed.columns };
  for (const [index, field] of Object.entries(said.columns)) {
    const at = Number(index);
    for (const known of Object.keys(columns) as Field[]) if (columns[known] === at) delete columns[known];
    if (field !== null) columns[field] = at;
  }
  return {
    ...guessed,
    columns,
    types: said.words,
    decimalMark: said.decimalMark ?? guessed.decimalMark,
    dayOrder: said.dayOrder ?? guessed.dayOrder,
    currency: said.currency ?? guessed.currency
  };
}

/** One word about rows: some of them, or all of a status. Null takes it back. Later ones count. */
export interface DecisionSaid {
  readonly rows: readonly number[] | RowStatus;
  readonly decision: RowDecision | null;
}

/** The decision on each row. */
export function decisionsOf(
  statuses: readonly RowStatus[],
  said: readonly DecisionSaid[]
): readonly (RowDecision | null)[] {
  const decisions = statuses.map((): RowDecision | null => null);
  for (const { rows, decision } of said) {
    if (typeof rows === 'string') {
      statuses.forEach((status, at) => {
        if (status === rows) decisions[at] = decision;
      });
    } else for (const at of rows) if (at in decisions) decisions[at] = decision;
  }
  return decisions;
}
