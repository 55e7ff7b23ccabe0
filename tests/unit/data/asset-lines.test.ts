import { beforeEach, describe, expect, it } from 'vitest';
import { openPortfolio, Repository } from '../../../src/lib/data';
import { lineOf, MarketReading } from '../../../src/lib/data/asset-lines';
import { assetOf } from '../../../src/lib/data/asset-records';
import { netWorth, type AssetLine } from '../../../src/lib/domain';
import { supportedVersions } from '../../../src/lib/schema';
import { memoryServices, portfolioAt, type MemoryServices } from './memory-services';
import { ids, smallPortfolio } from './small-portfolio';

let services: MemoryServices;

beforeEach(async () => {
  services = memoryServices();
  await portfolioAt(services, '1.0.0', smallPortfolio);
});

/** Values every asset of the data as it lies, and adds them up. */
async function read(): Promise<{ lines: AssetLine[]; netWorth: string; withoutRate: number }> {
  const found = await services.migrations.inspect();
  if (found.kind !== 'supported') throw new Error(`The data is ${found.kind}.`);
  const dataset = await openPortfolio(services, { version: found.version, epoch: found.epoch });
  try {
    const reading = new MarketReading('2024-06-28');
    for (const [store, see] of Object.entries(reading.observe))
      await new Repository(dataset, store).each((rows) => rows.forEach(see));
    const market = reading.market();
    const lines: AssetLine[] = [];
    await new Repository(dataset, 'assets').each((rows) => {
      for (const row of rows) lines.push(lineOf(assetOf(row), market));
    });
    const { amount, withoutRate } = netWorth(lines);
    return { lines, netWorth: amount, withoutRate };
  } finally {
    dataset.close();
  }
}

function named(view: { readonly lines: readonly AssetLine[] }, id: string): AssetLine | undefined {
  return view.lines.find((line) => line.id === id);
}

describe('what each asset is worth', () => {
  it('values what is held at the last price and rate on or before the day', async () => {
    const view = await read();
    expect(named(view, ids.infosys)).toMatchObject({
      quantity: '60',
      value: { amount: '90000', currency: 'INR' },
      valueBasis: 'holding × price',
      asOf: '2024-06-26',
      category: 'equity',
      account: 'Depot'
    });
    expect(Number(named(view, ids.infosys)?.baseAmount)).toBe(1000);
  });

  it('values what has no price at what was stated, debts as negative', async () => {
    const view = await read();
    expect(named(view, ids.sap)).toMatchObject({
      quantity: '5',
      baseAmount: '500.5',
      valueBasis: 'stated',
      asOf: null
    });
    expect(named(view, ids.loan)).toMatchObject({ baseAmount: '-120000', category: 'liability' });
  });

  it('says what it cannot convert, and guesses nothing', async () => {
    const view = await read();
    expect(named(view, ids.cash)).toMatchObject({ value: { amount: '100', currency: 'AED' }, baseAmount: null });
    expect(view.withoutRate).toBe(1);
  });

  it('adds up what is active', async () => {
    expect((await read()).netWorth).toBe('181500.5');
  });

  it('shows the same lines and totals at every data version', async () => {
    const first = await read();
    for (const version of supportedVersions.slice(1)) {
      const plan = services.migrations.getMigrationPlan(await services.migrations.getCurrentDataVersion(), version);
      await services.migrations.executeMigration(plan);
      expect(await read()).toEqual(first);
    }
  });

  it('shows data that fails its schema rather than nothing', async () => {
    services = memoryServices();
    const [first, ...others] = smallPortfolio['assets'] ?? [];
    const corrupt = { ...first, amount: 12.5, quantity: null, name: 42, primaryCurrency: null, documents: 'none' };
    await portfolioAt(services, '1.0.0', { ...smallPortfolio, assets: [corrupt, ...others] });
    const view = await read();
    expect(view.lines).toHaveLength(6);
    expect(named(view, ids.flat)).toMatchObject({ baseAmount: '300000' });
  });
});
