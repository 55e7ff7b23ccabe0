/** Small portfolios of today's records for figures, and the ledger made of them. */
import { LedgerBuilder, type FigureStore } from '../../../../src/lib/data/figures/ledger-builder';
import type { Ledger } from '../../../../src/lib/data/figures/ledger';
import type { Row } from '../../../../src/lib/migration';
import { idOf } from '../small-portfolio';

export { idOf };

export const day = '2024-06-28';

const times = { createdAt: '2024-01-05T08:00:00.000Z', updatedAt: '2024-01-05T08:00:00.000Z' };

export const ids = { depot: idOf(2), bank: idOf(3), other: idOf(4) };

export type Records = Partial<Record<FigureStore, readonly Row[]>>;

export function settings(more: Row = {}): Row {
  return { id: 'settings', baseCurrency: 'EUR', costMethod: 'fifo', ...more };
}

export function account(id: string, name: string, more: Row = {}): Row {
  return { id, name, country: 'DE', currency: 'EUR', kind: 'brokerage', ...times, ...more };
}

export function asset(number: number, name: string, more: Row = {}): Row {
  return {
    id: idOf(number),
    accountId: ids.depot,
    name,
    assetType: 'internationalStock',
    primaryCountry: 'DE',
    ownerCountry: 'DE',
    primaryCurrency: 'EUR',
    currentValue: '0',
    quantity: '0',
    tags: [],
    isActive: true,
    isIncludedInPortfolio: true,
    ...times,
    ...more
  };
}

let bookings = 0;

/** `number`: of the asset; null for cash alone. */
export function booking(number: number | null, date: string, type: string, more: Row = {}): Row {
  return {
    id: idOf(1000 + ++bookings),
    accountId: ids.depot,
    ...(number === null ? {} : { assetId: idOf(number) }),
    date,
    type,
    gross: '0',
    currency: 'EUR',
    ...times,
    ...more
  };
}

export function prices(number: number, quoted: Readonly<Record<string, string>>): Row {
  return { assetId: idOf(number), year: 2024, days: Object.keys(quoted), closes: Object.values(quoted) };
}

export function rates(quote: string, quoted: Readonly<Record<string, string>>, base = 'EUR'): Row {
  return { pair: base + quote, base, quote, year: 2024, days: Object.keys(quoted), rates: Object.values(quoted) };
}

export function ledgerOf(records: Records, sequence = 1): Ledger {
  const builder = new LedgerBuilder();
  const all: Records = { settings: [settings()], accounts: [account(ids.depot, 'Depot')], ...records };
  for (const [store, rows] of Object.entries(all)) {
    for (const row of rows) builder.see[store as FigureStore](row);
  }
  return builder.finish({
    database: 'WealthWise',
    version: '1.3.0',
    epoch: 0,
    sequence,
    sealedAt: '2024-01-05T08:00:00.000Z'
  });
}
