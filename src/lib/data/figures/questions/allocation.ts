/** How the portfolio is spread over the values of one dimension, beside its targets. */
import { againstTargets, decimalText, ratio, zero, type AllocationFigures, type Dimension } from '../../../domain';
import { minorUnitsOf } from '../../../schema/v1.0.0';
import { groupsBy, totalLines } from '../groups';
import { labelOf } from '../part';
import { textOf } from '../run';
import type { Valuation } from '../valuation';

export function allocation(valuation: Valuation, by: Dimension): AllocationFigures {
  const { ledger, baseCurrency } = valuation;
  const groups = groupsBy(valuation, by);
  const lines = new Map(totalLines(ledger, by, groups).map((line) => [line.key, line]));
  const targets = new Map(
    Object.entries(ledger.settings.allocationTargets[by] ?? {}).filter(([, target]) => target >= 0)
  );
  const found = againstTargets(
    groups.map(({ key, amount }) => ({ key, value: amount })),
    targets,
    { places: minorUnitsOf(baseCurrency) ?? 2 }
  );
  const total = groups.reduce((sum, { amount }) => sum.plus(amount), zero);
  return {
    baseCurrency,
    by,
    total: decimalText(total),
    lines: found.map(({ key, value, target, difference }) => ({
      ...(lines.get(key) ?? {
        key,
        label: labelOf(ledger, by, key),
        amount: '0',
        share: ratio(value, total),
        assets: 0
      }),
      target,
      difference: textOf(difference)
    })),
    proposal: found
      .filter(({ trade }) => !trade.eq(zero))
      .map(({ key, trade }) => ({ key, label: labelOf(ledger, by, key), amount: decimalText(trade) }))
  };
}
