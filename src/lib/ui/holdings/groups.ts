/** The table's rows: lines under the headings of their groups, with subtotals. */
import type { HoldingLine } from '../../app/contract';
import type { Column, ColumnKey } from './columns';
import type { HoldingDimension } from './query';
import { keysOf } from './select';
import { quotientOf, sumOf } from '../portfolio/sums';

/** Sums of some lines by column; shares and returns are of the sums. */
export type Totals = Readonly<Partial<Record<ColumnKey, string | number | null>>>;

export interface Group {
  readonly key: string;
  readonly lines: readonly HoldingLine[];
  readonly totals: Totals;
}

export type TableRow =
  | { readonly kind: 'group'; readonly group: Group; readonly open: boolean }
  | { readonly kind: 'line'; readonly line: HoldingLine; readonly group: string | null };

/** Lines by a dimension, in the order of their first line; a line with two tags stands under both. */
export function grouped(
  lines: readonly HoldingLine[],
  by: HoldingDimension,
  columns: readonly Column[]
): readonly Group[] {
  const found = new Map<string, HoldingLine[]>();
  for (const line of lines) {
    for (const key of keysOf(line, by)) {
      const known = found.get(key);
      if (known === undefined) found.set(key, [line]);
      else known.push(line);
    }
  }
  return [...found].map(([key, members]) => ({ key, lines: members, totals: totalsOf(members, columns) }));
}

/** @param folded keys of the groups whose lines are not shown. */
export function rowsOf(groups: readonly Group[], folded: ReadonlySet<string>): readonly TableRow[] {
  return groups.flatMap((group): TableRow[] => {
    const open = !folded.has(group.key);
    const head: TableRow = { kind: 'group', group, open };
    return open ? [head, ...group.lines.map((line): TableRow => ({ kind: 'line', line, group: group.key }))] : [head];
  });
}

/** Only what counts in the portfolio is summed, as in its own totals. */
export function totalsOf(lines: readonly HoldingLine[], columns: readonly Column[]): Totals {
  const counted = lines.filter(({ isActive, isIncluded }) => isActive && isIncluded);
  const sum = (of: (line: HoldingLine) => string | null) => sumOf(counted.map(of));
  return Object.fromEntries(
    columns.flatMap((column): [ColumnKey, string | number | null][] => {
      if (column.sums) return [[column.key, sum((line) => column.of(line) as string | null)]];
      if (column.key === 'weight') {
        return [
          [
            'weight',
            counted.reduce<number | null>((all, { weight }) => (weight === null ? all : (all ?? 0) + weight), null)
          ]
        ];
      }
      if (column.key === 'unrealisedReturn') return [['unrealisedReturn', returnOf(counted)]];
      return [];
    })
  );
}

/** Gain over cost, of those lines alone that have both. */
function returnOf(lines: readonly HoldingLine[]): number | null {
  const both = lines.filter(({ unrealised, baseCost }) => unrealised.total !== null && baseCost !== null);
  return quotientOf(sumOf(both.map(({ unrealised }) => unrealised.total)), sumOf(both.map(({ baseCost }) => baseCost)));
}
