import { beforeEach, describe, expect, it } from 'vitest';
import {
  assetDetails,
  ChangedElsewhereError,
  changeAsset,
  openPortfolio,
  StaleStandingError,
  type Dataset
} from '../../../src/lib/data';
import type { Row } from '../../../src/lib/migration';
import { currentVersion, supportedVersions } from '../../../src/lib/schema';
import { memoryServices, portfolioAt, stored, type MemoryServices } from './memory-services';
import { ids, smallPortfolio } from './small-portfolio';

const now = '2024-06-28T12:00:00.000Z';
let services: MemoryServices;

beforeEach(async () => {
  services = memoryServices();
  await portfolioAt(services, '1.0.0', smallPortfolio);
});

async function open(): Promise<Dataset> {
  const found = await services.migrations.inspect();
  if (found.kind !== 'supported') throw new Error(`The data is ${found.kind}.`);
  return openPortfolio(services, { version: found.version, epoch: found.epoch });
}

async function upgrade(to: string): Promise<void> {
  const from = await services.migrations.getCurrentDataVersion();
  if (from !== to) await services.migrations.executeMigration(services.migrations.getMigrationPlan(from, to));
}

async function storedAsset(id: string): Promise<Row | undefined> {
  return (await stored(services, 'assets')).find((row) => row['id'] === id);
}

describe('editing an asset', () => {
  it.each(supportedVersions)(
    'writes the shape of the installed version %s and leaves every other field alone',
    async (version) => {
      await upgrade(version);
      const before = await stored(services, 'assets');
      const dataset = await open();
      await changeAsset(dataset, ids.infosys, { name: 'Infosys Ltd', value: '12.50', notes: 'Held in Pune' }, now);
      dataset.close();
      const after = await stored(services, 'assets');
      const value = version === '1.0.0' ? { amount: '12.5' } : { currentValue: '12.5' };
      expect(after).toEqual(
        before.map((row) =>
          row['id'] === ids.infosys
            ? { ...row, name: 'Infosys Ltd', notes: 'Held in Pune', ...value, updatedAt: now }
            : row
        )
      );
      expect(await storedAsset(ids.infosys)).toMatchObject({ unknownField: { kept: ['as', 'it', 'is'] } });
    }
  );

  it.each(supportedVersions)('is refused at %s when it was changed since it was seen', async (version) => {
    await upgrade(version);
    const dataset = await open();
    const seen = (await assetDetails(dataset, ids.sap))?.seen ?? '';
    await changeAsset(dataset, ids.sap, { notes: 'by another window', seen }, now);
    const before = await stored(services, 'assets');
    await expect(changeAsset(dataset, ids.sap, { notes: 'by this one', seen }, now)).rejects.toThrow(
      ChangedElsewhereError
    );
    expect(await stored(services, 'assets')).toEqual(before);
    const again = (await assetDetails(dataset, ids.sap))?.seen ?? '';
    await changeAsset(dataset, ids.sap, { notes: 'by this one', seen: again }, now);
    expect(await storedAsset(ids.sap)).toMatchObject({ notes: 'by this one' });
    dataset.close();
  });

  it.each(supportedVersions)('reads the same at %s', async (version) => {
    await upgrade(version);
    const dataset = await open();
    expect(await assetDetails(dataset, ids.sap)).toEqual({
      name: 'SAP',
      notes: '',
      value: '500.5',
      currency: 'EUR',
      seen: '2024-01-05T08:00:00.000Z'
    });
    expect(await assetDetails(dataset, 'not there')).toBeNull();
    dataset.close();
  });

  it('survives the upgrade that follows', async () => {
    const dataset = await open();
    await changeAsset(dataset, ids.flat, { value: '310000' }, now);
    dataset.close();
    await upgrade(currentVersion);
    expect(await storedAsset(ids.flat)).toMatchObject({ currentValue: '310000', updatedAt: now });
  });

  it.each([
    [{ value: '1,5' }, 'write a number'],
    [{ value: '' }, 'write a number'],
    [{ name: '  ' }, 'it is empty']
  ])('refuses %o with a reason and writes nothing', async (change, reason) => {
    const before = await stored(services, 'assets');
    const dataset = await open();
    const sequence = await dataset.sequence();
    await expect(changeAsset(dataset, ids.flat, change, now)).rejects.toThrow(reason);
    expect(await dataset.sequence()).toBe(sequence);
    dataset.close();
    expect(await stored(services, 'assets')).toEqual(before);
  });

  it('refuses a record that the installed version does not accept, and rolls the transaction back', async () => {
    const dataset = await open();
    const sequence = await dataset.sequence();
    await expect(changeAsset(dataset, ids.flat, { value: '1' }, 'yesterday')).rejects.toThrow(
      "'updatedAt' is not valid"
    );
    expect(await dataset.sequence()).toBe(sequence);
    dataset.close();
    expect(await storedAsset(ids.flat)).toMatchObject({ amount: '300000' });
  });

  it('says so when the asset is gone', async () => {
    const dataset = await open();
    await expect(changeAsset(dataset, 'gone', { value: '1' }, now)).rejects.toThrow('no longer there');
    dataset.close();
  });
});

describe('a window that was left behind', () => {
  it('is refused before anything is opened when the data has moved on', async () => {
    const before = await stored(services, 'assets');
    await expect(openPortfolio(services, { version: '1.0.0', epoch: 99 })).rejects.toThrow(StaleStandingError);
    await expect(openPortfolio(services, { version: '9.9.9', epoch: 1 })).rejects.toThrow('nothing was written');
    await upgrade(currentVersion);
    await expect(openPortfolio(services, { version: '1.0.0', epoch: 1 })).rejects.toThrow(StaleStandingError);
    expect((await stored(services, 'assets')).map((row) => row['name'])).toEqual(before.map((row) => row['name']));
  });

  it('cannot write through a connection it opened before, even when nobody told it', async () => {
    const dataset = await open();
    // Another window restores or migrates: all that this connection could notice is the epoch.
    await new Promise<void>((resolve, reject) => {
      const request = services.environment.indexedDB.open('WealthWise');
      request.onerror = () => reject(request.error ?? new Error('not opened'));
      request.onsuccess = () => {
        const transaction = request.result.transaction('_meta', 'readwrite');
        transaction.objectStore('_meta').put({ key: 'epoch', value: 2 });
        transaction.oncomplete = () => {
          request.result.close();
          resolve();
        };
      };
    });
    await expect(changeAsset(dataset, ids.flat, { value: '1' }, now)).rejects.toThrow(StaleStandingError);
    dataset.close();
    expect(await storedAsset(ids.flat)).toMatchObject({ amount: '300000' });
  });
});
