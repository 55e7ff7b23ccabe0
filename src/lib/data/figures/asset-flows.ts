/** All money that was ever put into one asset and taken out of it, up to the day. */
import type { Flows } from '../../domain';
import { flowsOf } from './flows';
import { partOf } from './part';
import { assetPart } from './span-amounts';
import type { Valuation } from './valuation';

/** `security`: as the return of the security alone is told; `asset`: as part of the portfolio, after taxes. */
export function assetFlows(valuation: Valuation, asset: number, perimeter: 'security' | 'asset'): Flows {
  const { ledger, dayText, day, baseCurrency } = valuation;
  return ledger.remembered(asset, `flows ${perimeter} ${baseCurrency} ${dayText}`, () => {
    const own = partOf(ledger, { kind: 'asset', id: ledger.assets[asset]?.id ?? '' });
    const part = perimeter === 'security' ? own : assetPart(own);
    return flowsOf(valuation, part, Number.NEGATIVE_INFINITY, day, [asset]);
  });
}
