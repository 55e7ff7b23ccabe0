/** What all counted assets come to, in the base currency. */
import { decimal, decimalText, zero } from './decimal';
import type { AssetLine } from './portfolio-view';

export interface NetWorth {
  readonly amount: string;
  /** Assets that count, and are left out for want of a rate. */
  readonly withoutRate: number;
}

/** Only active assets that are included in the portfolio count. */
export function netWorth(lines: Iterable<AssetLine>): NetWorth {
  let amount = zero;
  let withoutRate = 0;
  for (const { isActive, isIncluded, baseAmount } of lines) {
    if (!isActive || !isIncluded) continue;
    if (baseAmount === null) withoutRate++;
    else amount = amount.plus(decimal(baseAmount));
  }
  return { amount: decimalText(amount), withoutRate };
}
