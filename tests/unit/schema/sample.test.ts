import { is } from 'valibot';
import { describe, expect, it } from 'vitest';
import { sampleRows, type SampleOptions } from '../../../src/lib/data/sample';
import { findVersion, problemsOf, recordsOf, type Row } from '../../../src/lib/migration';
import { history } from '../../../src/lib/schema';

const first = findVersion(history, '1.0.0');
if (!first) throw new Error('The history has no 1.0.0');

function generate(options: SampleOptions): Map<string, Row[]> {
  const stores = new Map<string, Row[]>();
  for (const { store, rows } of sampleRows(options)) stores.set(store, [...(stores.get(store) ?? []), ...rows]);
  return stores;
}

function recordsIn(stores: ReadonlyMap<string, Row[]>, store: string): Row[] {
  const definition = first?.stores[store];
  if (!definition) throw new Error(`no store ${store}`);
  return (stores.get(store) ?? []).flatMap((row) => recordsOf(definition, row));
}

/** What the checks of a version say about these rows. */
function problemsOfChecks(stores: ReadonlyMap<string, Row[]>): string[] {
  return (first?.checks ?? []).flatMap((check) => {
    const run = check.begin();
    for (const [store, observe] of Object.entries(run.observe)) {
      if (store !== 'quarantine') for (const record of recordsIn(stores, store)) observe(record);
    }
    return run.problems();
  });
}

describe('the sample portfolio', () => {
  const stores = generate({ assets: 80, transactions: 600, seed: 7 });

  it.each([
    { assets: 0, transactions: 0 },
    { assets: 1, transactions: 3 },
    { assets: 40, transactions: 40 },
    { assets: 300, transactions: 2000 }
  ])('has exactly $assets assets and $transactions transactions, all valid, and satisfies every check', (size) => {
    const made = generate({ ...size, seed: 11 });
    expect(recordsIn(made, 'assets')).toHaveLength(size.assets);
    expect(recordsIn(made, 'transactions')).toHaveLength(size.transactions);
    for (const [store, rows] of made) {
      const definition = first.stores[store];
      if (!definition) throw new Error(`1.0.0 has no store ${store}`);
      expect(rows.flatMap((row) => problemsOf(store, definition, row))).toEqual([]);
    }
    expect(problemsOfChecks(made)).toEqual([]);
  });

  it('is the same for the same seed and another for another', () => {
    expect(generate({ assets: 80, transactions: 600, seed: 7 })).toEqual(stores);
    expect(generate({ assets: 80, transactions: 600, seed: 8 })).not.toEqual(stores);
  });

  it('gives every record an id of its own', () => {
    for (const store of ['persons', 'accounts', 'assets', 'transactions']) {
      const ids = recordsIn(stores, store).map((row) => row['id']);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('never sells more than is held', () => {
    const held = new Map<unknown, number>();
    const sorted = recordsIn(stores, 'transactions').filter(({ assetId }) => assetId !== undefined);
    sorted.sort((a, b) =>
      `${String(a['date'])} ${String(a['createdAt'])}` < `${String(b['date'])} ${String(b['createdAt'])}` ? -1 : 1
    );
    for (const { assetId, type, quantity } of sorted) {
      const before = held.get(assetId) ?? 0;
      const units = Number(quantity ?? 0);
      const after = type === 'sell' ? before - units : type === 'split' ? before * units : before + units;
      expect(after).toBeGreaterThan(-1e-6);
      held.set(assetId, after);
    }
  });

  it('has the oddities of real data', () => {
    const assets = recordsIn(stores, 'assets');
    const bookings = recordsIn(stores, 'transactions');
    const currencies = new Set(assets.map((row) => row['primaryCurrency']));
    expect(currencies).toContain('JPY');
    expect(currencies).toContain('KWD');
    expect(assets.some((row) => (row['documents'] as string[]).length === 500)).toBe(true);
    expect(assets.some((row) => (row['documents'] as string[]).includes(''))).toBe(true);
    expect(assets.some((row) => row['quantity'] === 0)).toBe(true);
    expect(assets.some((row) => row['isActive'] === false)).toBe(true);
    expect(assets.some((row) => row['isIncludedInPortfolio'] === false)).toBe(true);
    expect(assets.some((row) => 'legacyColour' in row)).toBe(true);
    expect(assets.some((row) => /[\u0900-\u097f\u3040-\u30ff]/.test(String(row['name'])))).toBe(true);
    expect(assets.some((row) => ['mortgage', 'loan'].includes(String(row['assetType'])))).toBe(true);
    expect(bookings.some((row) => String(row['date']).endsWith('-02-29'))).toBe(true);
    expect(bookings.some((row) => [0, 6].includes(new Date(`${String(row['date'])}T00:00:00Z`).getUTCDay()))).toBe(
      true
    );
    expect(bookings.some((row) => row['type'] === 'split')).toBe(true);
    const pairs = new Set(recordsIn(stores, 'fxRates').map((row) => row['pair']));
    expect(pairs).toContain('EURINR');
    expect(pairs).not.toContain('EURKWD');
    const priced = new Set(recordsIn(stores, 'prices').map((row) => row['assetId']));
    expect(priced.size).toBeGreaterThan(5);
    expect(priced.size).toBeLessThan(assets.length);
  });

  it('refuses what is not valid: the same asset with one field spoilt', () => {
    const asset = recordsIn(stores, 'assets')[0] as Row;
    const row = first.stores['assets']?.row;
    if (!row) throw new Error('no assets');
    expect(is(row, asset)).toBe(true);
    const spoilt: Row[] = [
      { ...asset, quantity: Number.POSITIVE_INFINITY },
      { ...asset, quantity: Number.NaN },
      { ...asset, quantity: '1' },
      { ...asset, primaryCurrency: 'EUX' },
      { ...asset, primaryCountry: 'XX' },
      { ...asset, id: 'asset-1' },
      { ...asset, amount: '1e3' },
      { ...asset, amount: '1,000.00' },
      { ...asset, acquisitionDate: '2023-02-29' },
      { ...asset, createdAt: '2023-02-28 10:00' },
      { ...asset, assetType: 'somethingElse' },
      { ...asset, documents: [null] },
      { ...asset, isActive: 'yes' },
      { ...asset, name: ' ' }
    ];
    for (const record of spoilt) expect(is(row, record)).toBe(false);
  });

  it('makes 10,000 assets and 20,000 transactions in little time', () => {
    const began = performance.now();
    const made = generate({ assets: 10_000, transactions: 20_000, seed: 3 });
    const seconds = (performance.now() - began) / 1000;
    expect(recordsIn(made, 'transactions')).toHaveLength(20_000);
    console.log(
      `generated in ${seconds.toFixed(2)} s`,
      Object.fromEntries([...made].map(([store, rows]) => [store, rows.length]))
    );
    expect(seconds).toBeLessThan(10);
  });
});
