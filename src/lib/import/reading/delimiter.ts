/** Which character separates the cells of a file. */
import Papa from 'papaparse';

const candidates = [',', ';', '\t', '|'] as const;
/** Excel's own way to say it, as the first line of a file. */
const declared = /^\uFEFF?"?sep=(.)"?\r?(?:\n|$)/i;

export interface DelimiterFound {
  readonly delimiter: string;
  /** Characters to leave out at the beginning: the line that declares the delimiter. */
  readonly skip: number;
}

/** From the beginning of a text: the one by which the most lines fall into the same number of cells. */
export function findDelimiter(head: string): DelimiterFound {
  const line = declared.exec(head);
  if (line) return { delimiter: line[1] as string, skip: line[0].length };
  let best = { delimiter: ',' as string, score: 0 };
  for (const delimiter of candidates) {
    const score = evenness(head, delimiter);
    if (score > best.score) best = { delimiter, score };
  }
  return { delimiter: best.delimiter, skip: 0 };
}

/** Share of the lines that have the most usual width, and a little for width itself; 0 where nothing is separated. */
function evenness(head: string, delimiter: string): number {
  const { data } = Papa.parse<string[]>(head, { delimiter, preview: 200, skipEmptyLines: 'greedy' });
  const rows = data.length > 2 ? data.slice(0, -1) : data;
  const widths = new Map<number, number>();
  for (const { length } of rows) if (length > 1) widths.set(length, (widths.get(length) ?? 0) + 1);
  let best = 0;
  for (const [width, times] of widths) best = Math.max(best, (times / rows.length) * (1 + Math.log2(width) / 4));
  return best;
}
