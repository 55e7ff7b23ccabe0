import { beforeEach, describe, expect, it } from 'vitest';
import { NeedsVersionError, openPortfolio, Repository, StaleStandingError, type Dataset } from '../../../src/lib/data';
import type { Row } from '../../../src/lib/migration';
import { currentVersion } from '../../../src/lib/schema';
import { packMonth } from '../../../src/lib/schema/v1.0.0';
import { memoryServices, portfolioAt, stored, type MemoryServices } from './memory-services';
import { idOf, ids, smallPortfolio } from './small-portfolio';

let services: MemoryServices;

beforeEach(() => {
  services = memoryServices();
});

async function using<T>(work: (dataset: Dataset) => Promise<T>): Promise<T> {
  const found = await services.migrations.inspect();
  if (found.kind !== 'supported') throw new Error(`The data is ${found.kind}.`);
  const dataset = await openPortfolio(services, { version: found.version, epoch: found.epoch });
  try {
    return await work(dataset);
  } finally {
    dataset.close();
  }
}

async function namesOf(dataset: Dataset, store: string): Promise<{ names: unknown[]; batches: number; count: number }> {
  const names: unknown[] = [];
  let batches = 0;
  const count = await new Repository(dataset, store).each((records) => {
    batches++;
    for (const record of records) names.push(record['name'] ?? record['id']);
  });
  return { names, batches, count };
}

describe('a repository', () => {
  it('reads every record once, in key order, however many batches that takes', async () => {
    const [first] = smallPortfolio['assets'] ?? [];
    const assets = Array.from({ length: 2_500 }, (_, n): Row => ({
      ...first,
      id: idOf(10_000 + n),
      name: `Asset ${n}`
    }));
    await portfolioAt(services, '1.0.0', {
      ...smallPortfolio,
      assets: [...assets].reverse(),
      transactions: [],
      prices: []
    });
    const read = await using((dataset) => namesOf(dataset, 'assets'));
    expect(read.count).toBe(2_500);
    expect(read.names).toEqual(assets.map((asset) => asset['name']));
    expect(read.batches).toBe(3);
  });

  it('reads the entries of packed rows one by one, with compound keys over several batches', async () => {
    const entry = smallPortfolio['transactions']?.[0]?.['entries'] as Row[];
    const months = Array.from({ length: 1_500 }, (_, n) => {
      const date = `${1900 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}-15`;
      return packMonth([0, 1].map((half) => ({ ...entry[0], id: idOf(20_000 + 2 * n + half), date })));
    });
    await portfolioAt(services, '1.0.0', { ...smallPortfolio, transactions: months });
    const read = await using((dataset) => namesOf(dataset, 'transactions'));
    expect(read.count).toBe(3_000);
    expect(new Set(read.names).size).toBe(3_000);
  });

  it('stops reading when nobody wants it any more', async () => {
    await portfolioAt(services, '1.0.0', smallPortfolio);
    const abort = new AbortController();
    abort.abort();
    await using(async (dataset) => {
      const reading = new Repository(dataset, 'assets').each(() => undefined, abort.signal);
      await expect(reading).rejects.toThrow();
    });
  });

  it('does without what the installed version lacks, and says which version brings it', async () => {
    await portfolioAt(services, '1.0.0', smallPortfolio);
    await using(async (dataset) => {
      const residencies = new Repository(dataset, 'taxResidencies');
      expect(residencies.exists).toBe(false);
      expect(await residencies.each(() => undefined)).toBe(0);
      expect(await residencies.countRows()).toBe(0);
      await expect(residencies.get('x')).rejects.toThrow(NeedsVersionError);
      await expect(residencies.get('x')).rejects.toThrow('version 1.3.0');
    });
  });

  it('finds one record by its key', async () => {
    await portfolioAt(services, '1.0.0', smallPortfolio);
    await using(async (dataset) => {
      expect(await new Repository(dataset, 'accounts').get(ids.bank)).toMatchObject({ name: 'Bank' });
      expect(await new Repository(dataset, 'accounts').get('none')).toBeNull();
      await expect(new Repository(dataset, 'transactions').get('x')).rejects.toThrow('packed');
    });
  });
});

describe('a window that was left behind', () => {
  it('is refused before anything is opened when the data has moved on', async () => {
    await portfolioAt(services, '1.0.0', smallPortfolio);
    const names = async (): Promise<unknown[]> => (await stored(services, 'assets')).map((row) => row['name']);
    const before = await names();
    await expect(openPortfolio(services, { version: '1.0.0', epoch: 99 })).rejects.toThrow(StaleStandingError);
    await expect(openPortfolio(services, { version: '9.9.9', epoch: 1 })).rejects.toThrow('nothing was written');
    await services.migrations.executeMigration(services.migrations.getMigrationPlan('1.0.0', currentVersion));
    await expect(openPortfolio(services, { version: '1.0.0', epoch: 1 })).rejects.toThrow(StaleStandingError);
    expect(await names()).toEqual(before);
  });
});
