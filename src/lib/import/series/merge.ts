/** A series of a file beside the one that is there. */
import type { ReadSeries } from './read-series';

export interface MergedSeries {
  readonly days: readonly string[];
  readonly values: readonly string[];
  readonly added: number;
  /** There already with another figure. */
  readonly different: number;
  readonly same: number;
}

/** What has to be written: new days, and those that differ where the file's figures are kept. */
export function mergeSeries(
  { days, values }: ReadSeries,
  present: ReadonlyMap<string, string>,
  keep: 'file' | 'present'
): MergedSeries {
  const write: { days: string[]; values: string[] } = { days: [], values: [] };
  const counts = { added: 0, different: 0, same: 0 };
  days.forEach((day, at) => {
    const value = values[at] ?? '';
    const there = present.get(day);
    const kind = there === undefined ? 'added' : isSame(there, value) ? 'same' : 'different';
    counts[kind]++;
    if (kind === 'added' || (kind === 'different' && keep === 'file')) {
      write.days.push(day);
      write.values.push(value);
    }
  });
  return { ...write, ...counts };
}

/** Trailing zeros make no difference. */
function isSame(a: string, b: string): boolean {
  return a === b || bare(a) === bare(b);
}

function bare(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
