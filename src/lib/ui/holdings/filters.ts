/** What can be filtered by, with how many lines each choice would leave, and the choices as they stand. */
import type { HoldingLine } from '../../app/contract';
import { dimensions, type HoldingDimension, type HoldingQuery } from './query';
import { keysOf } from './select';

export interface FilterChoice {
  readonly key: string;
  readonly count: number;
}

/** Most frequent first; only dimensions in which lines differ. */
export function choicesOf(
  lines: readonly HoldingLine[]
): readonly { readonly dimension: HoldingDimension; readonly choices: readonly FilterChoice[] }[] {
  return dimensions
    .map((dimension) => {
      const counts = new Map<string, number>();
      for (const line of lines) for (const key of keysOf(line, dimension)) counts.set(key, (counts.get(key) ?? 0) + 1);
      const choices = [...counts].map(([key, count]) => ({ key, count }));
      return { dimension, choices: choices.sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1)) };
    })
    .filter(({ choices }) => choices.length > 1);
}

/** The filters with one key put in, or taken out. */
export function withKey(
  only: HoldingQuery['only'],
  dimension: HoldingDimension,
  key: string,
  chosen: boolean
): HoldingQuery['only'] {
  const others = (only[dimension] ?? []).filter((known) => known !== key);
  const keys = chosen ? [...others, key] : others;
  const { [dimension]: _, ...rest } = only;
  return keys.length === 0 ? rest : { ...rest, [dimension]: keys };
}
