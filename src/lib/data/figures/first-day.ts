/** The first day on which anything was booked or acquired; null where nothing ever was. */
import { dayText, spanOf, type Period, type Span } from '../../domain';
import { notADay } from './transactions';
import type { Valuation } from './valuation';

export function firstDayOf({ ledger, day }: Valuation): string | null {
  return ledger.once(`first day ${day}`, () => {
    const { days, count } = ledger.transactions;
    let first = notADay;
    for (let row = 0; row < count; row++) if ((days[row] as number) < first) first = days[row] as number;
    let text = first <= day ? dayText(first) : null;
    for (const asset of ledger.assets) {
      const on = asset?.acquiredOn ?? null;
      if (on !== null && (text === null || on < text)) text = on;
    }
    return text;
  });
}

export function spanFor(valuation: Valuation, period: Period): Span {
  return spanOf(period, valuation.dayText, firstDayOf(valuation));
}
