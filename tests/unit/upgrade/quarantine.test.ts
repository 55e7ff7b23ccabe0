/** A record that stood aside during an upgrade comes back in today's shape, with what belongs to it. */
import { expect, it } from 'vitest';
import type { Row } from '../../../src/lib/migration';
import { golden } from '../../support/golden';
import { create, dump, makeWealth, putRaw } from '../../support/wealth';

it('an asset restored from quarantine brings its documents with it', async () => {
  const { stores } = golden('1.0.0');
  const asset = stores['assets']?.find((row) => (row['documents'] as string[]).length > 5);
  const wealth = makeWealth();
  await create(wealth, '1.0.0', stores);
  await putRaw(wealth, 'assets', { ...asset, primaryCurrency: 'EURO' });
  await wealth.migrations.executeMigration(wealth.migrations.getMigrationPlan('1.0.0', '1.3.0'), undefined, {
    invalidRows: 'quarantine'
  });
  const upgraded = (await dump(wealth)).stores;
  expect(upgraded['assets']).toHaveLength((stores['assets']?.length ?? 0) - 1);
  expect(upgraded['documents']?.some((document) => document['assetId'] === asset?.['id'])).toBe(false);

  // Still wrong: it stays where it is.
  expect(await wealth.migrations.restoreFromQuarantine([asset?.['id']])).toBe(0);
  const kept = upgraded['quarantine']?.find((row) => row['key'] === asset?.['id']) as Row;
  await putRaw(wealth, 'quarantine', { ...kept, row: asset });
  expect(await wealth.migrations.restoreFromQuarantine([asset?.['id']])).toBe(1);

  const after = (await dump(wealth)).stores;
  const expected = golden('1.3.0').stores;
  const ofAsset = (row: Row): boolean => row['assetId'] === asset?.['id'];
  expect(after['assets']?.find((row) => row['id'] === asset?.['id'])).toEqual(
    expected['assets']?.find((row) => row['id'] === asset?.['id'])
  );
  const withoutTimes = (row: Row): Row => ({ ...row, createdAt: '', updatedAt: '' });
  expect(after['documents']?.filter(ofAsset).map(withoutTimes)).toEqual(
    expected['documents']?.filter(ofAsset).map(withoutTimes)
  );
  expect(after['quarantine']?.some((row) => row['id'] === kept['id'])).toBe(false);
});
