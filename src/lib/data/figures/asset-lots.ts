/** Lots of one asset, folded by the domain when they are first asked for. */
import { foldLots, type LotBook } from '../../domain';
import { bookingsOf } from './bookings';
import type { Valuation } from './valuation';

export function lotsOf({ ledger, day, baseCurrency }: Valuation, asset: number): LotBook {
  const { costMethod } = ledger.settings;
  const { days } = ledger.transactions;
  const [from, to] = ledger.rowsOf(asset);
  // Without later transactions every day's lots are the same.
  const later = to > from && (days[to - 1] as number) > day;
  const key = `lots ${baseCurrency} ${costMethod} ${later ? day : ''}`;
  return ledger.remembered(asset, key, () =>
    foldLots(bookingsOf(ledger, asset, day), {
      method: costMethod,
      baseCurrency,
      rates: ledger.rateTable,
      currencyOf: () => ledger.assets[asset]?.currency ?? null
    })
  );
}
