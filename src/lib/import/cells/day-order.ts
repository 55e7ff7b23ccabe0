/** Whether a file writes the day or the month first, decided over all of its dates. */
import { orderProvenBy, readDate, type DayOrder } from './dates';

export interface OrderGuess {
  readonly order: DayOrder;
  /** False where dates depend on it and none proves it, or where dates prove both. */
  readonly sure: boolean;
  /** A date that reads both ways, to show to the person. */
  readonly example: string | null;
}

/** Nothing but the file itself is asked: `fallback` where all of its dates read as well either way. */
export function guessOrder(cells: readonly string[], fallback: DayOrder): OrderGuess {
  let dayFirst = 0;
  let monthFirst = 0;
  let example: string | null = null;
  for (const cell of cells) {
    const proven = orderProvenBy(cell);
    if (proven === 'dayFirst') dayFirst++;
    else if (proven === 'monthFirst') monthFirst++;
    else if (example === null && readDate(cell, 'dayFirst')?.ambiguous) example = cell.trim();
  }
  if (example === null) return { order: monthFirst > dayFirst ? 'monthFirst' : 'dayFirst', sure: true, example };
  if (dayFirst !== monthFirst) {
    return {
      order: dayFirst > monthFirst ? 'dayFirst' : 'monthFirst',
      sure: Math.min(dayFirst, monthFirst) === 0,
      example
    };
  }
  return { order: smoother(cells) ?? fallback, sure: false, example };
}

/** Exports list what happened in order: the reading in which the dates turn back less often is the likelier one. */
function smoother(cells: readonly string[]): DayOrder | null {
  const asDays = turns(cells, 'dayFirst');
  const asMonths = turns(cells, 'monthFirst');
  return asDays === asMonths ? null : asDays < asMonths ? 'dayFirst' : 'monthFirst';
}

function turns(cells: readonly string[], order: DayOrder): number {
  let up = 0;
  let down = 0;
  let previous: string | null = null;
  for (const cell of cells) {
    const day = readDate(cell, order)?.day;
    if (day === undefined) continue;
    if (previous !== null && day > previous) up++;
    if (previous !== null && day < previous) down++;
    previous = day;
  }
  return Math.min(up, down);
}
