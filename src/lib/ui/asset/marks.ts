/** Transactions as marks on a chart over time. */
import type { TransactionLine } from '../../app/contract';
import type { TimeMark } from '../charts';
import { humanName, quantityText } from '../format';

const kinds: Readonly<Record<string, TimeMark['kind']>> = {
  buy: 'in',
  deliveryIn: 'in',
  transferIn: 'in',
  openingBalance: 'in',
  sell: 'out',
  deliveryOut: 'out',
  transferOut: 'out',
  dividend: 'income',
  interest: 'income'
};

/**
 * One mark for each transaction that a chart can show: those within its days. On a day that the chart leaves out, the
 * mark stands at the next one that it has.
 */
export function marksOf(lines: readonly TransactionLine[], days: readonly string[]): readonly TimeMark[] {
  const first = days[0];
  const last = days.at(-1);
  if (first === undefined || last === undefined) return [];
  return lines.flatMap((line): TimeMark[] => {
    const kind = kinds[line.type];
    if (kind === undefined || line.date < first || line.date > last) return [];
    const day = days.find((shown) => shown >= line.date) ?? last;
    const what = humanName(line.type);
    return [{ day, kind, label: line.quantity === null ? what : `${what} ${quantityText(line.quantity)}` }];
  });
}
