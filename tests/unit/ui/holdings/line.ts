import type { HoldingLine } from '../../../../src/lib/app/contract';

const nothing = { total: null, price: null, fx: null };

/** A holding as the figures tell it, but for what a test says of it. */
export function line(id: string, change: Partial<HoldingLine> = {}): HoldingLine {
  return {
    id,
    name: id,
    symbol: null,
    isin: null,
    assetType: 'internationalStock',
    category: 'equity',
    country: 'US',
    currency: 'USD',
    sector: null,
    tags: [],
    accountId: 'depot',
    account: 'Depot',
    isActive: true,
    isIncluded: true,
    quantity: null,
    price: null,
    valueBasis: 'stated',
    value: '1',
    baseValue: '1',
    rate: null,
    weight: null,
    cost: null,
    baseCost: null,
    unrealised: nothing,
    realised: nothing,
    income: null,
    fees: null,
    taxes: null,
    today: { amount: null, ratio: null },
    periodReturn: null,
    irr: null,
    issues: 0,
    ...change
  };
}
