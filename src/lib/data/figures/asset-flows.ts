/** All money that was ever put into one asset and taken out of it, up to the day: as its own return is told. */
import type { Flows } from '../../domain';
import { flowsOf } from './flows';
import { partOf } from './part';
import type { Valuation } from './valuation';

export function assetFlows(valuation: Valuation, asset: number): Flows {
  const { ledger, dayText, day, baseCurrency } = valuation;
  return ledger.remembered(asset, `flows ${baseCurrency} ${dayText}`, () => {
    const own = partOf(ledger, { kind: 'asset', id: ledger.assets[asset]?.id ?? '' });
    return flowsOf(valuation, own, Number.NEGATIVE_INFINITY, day, [asset]);
  });
}
