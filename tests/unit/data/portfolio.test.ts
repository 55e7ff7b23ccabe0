import { beforeEach, describe, expect, it } from 'vitest';
import { openPortfolio, readPortfolio } from '../../../src/lib/data';
import type { AssetLine, PortfolioView } from '../../../src/lib/domain';
import { supportedVersions } from '../../../src/lib/schema';
import { memoryServices, portfolioAt, type MemoryServices } from './memory-services';
import { ids, smallPortfolio } from './small-portfolio';

let services: MemoryServices;

beforeEach(async () => {
  services = memoryServices();
  await portfolioAt(services, '1.0.0', smallPortfolio);
});

async function read(): Promise<PortfolioView> {
  const found = await services.migrations.inspect();
  if (found.kind !== 'supported') throw new Error(`The data is ${found.kind}.`);
  const dataset = await openPortfolio(services, { version: found.version, epoch: found.epoch });
  const lines: AssetLine[] = [];
  try {
    const onLines = (part: readonly AssetLine[]): void => void lines.push(...part);
    return { ...(await readPortfolio(dataset, { day: '2024-06-28', onLines })), lines };
  } finally {
    dataset.close();
  }
}

function lineOf(view: PortfolioView, id: string): AssetLine | undefined {
  return view.lines.find((line) => line.id === id);
}

describe('the portfolio as it is read', () => {
  it('values what is held at the last price and rate on or before the day', async () => {
    const view = await read();
    expect(lineOf(view, ids.infosys)).toMatchObject({
      quantity: '60',
      value: { amount: '90000', currency: 'INR' },
      valueBasis: 'holding × price',
      asOf: '2024-06-26',
      category: 'equity',
      account: 'Depot'
    });
    expect(Number(lineOf(view, ids.infosys)?.baseAmount)).toBe(1000);
  });

  it('values what has no price at what was stated, debts as negative', async () => {
    const view = await read();
    expect(lineOf(view, ids.sap)).toMatchObject({
      quantity: '5',
      baseAmount: '500.5',
      valueBasis: 'stated',
      asOf: null
    });
    expect(lineOf(view, ids.loan)).toMatchObject({ baseAmount: '-120000', category: 'liability' });
  });

  it('says what it cannot convert, and guesses nothing', async () => {
    const view = await read();
    expect(lineOf(view, ids.cash)).toMatchObject({ value: { amount: '100', currency: 'AED' }, baseAmount: null });
    expect(view.withoutRate).toBe(1);
  });

  it('adds up what is active, by class, country and currency', async () => {
    const view = await read();
    expect(view).toMatchObject({ baseCurrency: 'EUR', netWorth: '181500.5' });
    expect(view.byClass.map(({ key, label, amount, assets }) => [key, label, amount, assets])).toEqual([
      ['alternative', 'Alternatives', '300000', 1],
      ['equity', 'Equity', '1500.5', 2],
      ['liability', 'Liabilities', '-120000', 1]
    ]);
    expect(view.byCountry.map(({ key, label, amount }) => [key, label, amount])).toEqual([
      ['DE', 'Germany', '180500.5'],
      ['IN', 'India', '1000']
    ]);
    expect(view.byCurrency.map(({ key, amount }) => [key, amount])).toEqual([
      ['EUR', '180500.5'],
      ['INR', '1000']
    ]);
  });

  it('lists the largest first, and last what has no value in the base currency', async () => {
    expect((await read()).lines.map((line) => line.name)).toEqual([
      'Flat in Köln',
      'Sold long ago',
      'Infosys',
      'SAP',
      'Mortgage',
      'Dirham note'
    ]);
  });

  it('counts single transactions, not the months they are packed in', async () => {
    expect((await read()).counts).toMatchObject({ assets: 6, transactions: 3, accounts: 2, persons: 1 });
  });

  it('shows the same lines and totals at every data version', async () => {
    const { dataVersion, counts, ...first } = await read();
    expect(dataVersion).toBe('1.0.0');
    for (const version of supportedVersions.slice(1)) {
      const plan = services.migrations.getMigrationPlan(await services.migrations.getCurrentDataVersion(), version);
      await services.migrations.executeMigration(plan);
      const { dataVersion: now, counts: countsNow, ...view } = await read();
      expect(now).toBe(version);
      expect(countsNow).toMatchObject(counts);
      expect(view).toEqual(first);
    }
  });

  it('shows data that fails its schema rather than nothing', async () => {
    services = memoryServices();
    const [first, ...others] = smallPortfolio['assets'] ?? [];
    const corrupt = { ...first, amount: 12.5, quantity: null, name: 42, primaryCurrency: null, documents: 'none' };
    await portfolioAt(services, '1.0.0', { ...smallPortfolio, assets: [corrupt, ...others] });
    const view = await read();
    expect(view.lines).toHaveLength(6);
    expect(lineOf(view, ids.flat)).toMatchObject({ baseAmount: '300000' });
  });
});
