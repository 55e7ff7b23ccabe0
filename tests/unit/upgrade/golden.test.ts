/** A database of every shipped version, kept for ever: the engine must bring each to each later one, byte for byte. */
import { describe, expect, it } from 'vitest';
import { lensOf, type Row } from '../../../src/lib/migration';
import { history, supportedVersions } from '../../../src/lib/schema';
import { demandsOf } from '../../support/demands';
import { golden, goldenVersions } from '../../support/golden';
import { moduleChecksum, pinnedChecksums } from '../../support/module-checksums';
import { migrateByReference } from '../../support/reference';
import { create, dump, makeWealth } from '../../support/wealth';

const definitions = history.versions.map((version) => version.definition);
const pairs = supportedVersions.flatMap((from, at) => supportedVersions.slice(at + 1).map((to) => [from, to] as const));
const { instant } = golden('1.0.0');

function byReference(from: string, to: string) {
  return migrateByReference(
    definitions,
    from,
    to,
    structuredClone(golden(from).stores) as Record<string, Row[]>,
    instant
  );
}

describe('shipped versions', () => {
  it('have a golden database, a pinned checksum, and steps that all ran', () => {
    const stepsRun = supportedVersions
      .slice(1)
      .flatMap((to, at) => byReference(supportedVersions[at] ?? '', to).stepsThatDid);
    expect(
      demandsOf(history, { fixtures: goldenVersions(), checksums: Object.keys(pinnedChecksums()), stepsRun })
    ).toEqual([]);
  });

  it.each(supportedVersions)('%s is frozen', (version) => {
    expect(
      moduleChecksum(version),
      `src/lib/schema/v${version} has shipped and must not change: write the next version instead`
    ).toBe(pinnedChecksums()[version]);
  });
});

describe('golden databases', () => {
  it.each(supportedVersions.slice(1).map((to, at) => [supportedVersions[at] ?? '', to]))(
    '%s leads to %s by the reference interpreter',
    (from, to) => {
      expect(byReference(from, to).stores).toEqual(golden(to).stores);
    }
  );

  it.each(pairs.flatMap(([from, to]) => [[from, to, 'direct'] as const, [from, to, 'incremental'] as const]))(
    '%s leads to %s by the engine, %s',
    async (from, to, path) => {
      const wealth = makeWealth();
      await create(wealth, from, golden(from).stores);
      expect((await dump(wealth)).stores).toEqual(golden(from).stores);
      await wealth.migrations.executeMigration(wealth.migrations.getMigrationPlan(from, to), undefined, { path });
      const { stores } = await dump(wealth);
      for (const [store, rows] of Object.entries(golden(to).stores)) {
        expect(
          stores[store]?.map((row) => JSON.stringify(row)),
          store
        ).toEqual(rows.map((row) => JSON.stringify(row)));
      }
      expect(Object.keys(stores).sort()).toEqual(Object.keys(golden(to).stores).sort());
    }
  );

  it('are full of oddities', () => {
    const assets = golden('1.0.0').stores['assets'] ?? [];
    expect(assets.some((asset) => asset['quantity'] === 0)).toBe(true);
    expect(assets.some((asset) => asset['quantity'] === 1e-7)).toBe(true);
    expect(assets.some((asset) => asset['riskRating'] === 17)).toBe(true);
    expect(assets.some((asset) => (asset['documents'] as string[]).length >= 500)).toBe(true);
    expect(new Set(assets.map((asset) => asset['primaryCurrency'])).size).toBeGreaterThan(4);
  });
});

describe('the way back', () => {
  it.each(pairs)('%s seen as %s and written back is the same record', (from, to) => {
    const lens = lensOf(history, from, to);
    for (const store of ['assets', 'accounts', 'settings']) {
      for (const row of golden(from).stores[store] ?? [])
        expect(lens.write(store, lens.read(store, row), row)).toEqual(row);
    }
  });

  it('gives the same document strings, from the stored documents alone', () => {
    const after = golden('1.3.0').stores;
    const step = definitions
      .flatMap(({ steps = [] }) => steps)
      .find((candidate) => candidate.name === 'MigrateDocumentReferences');
    const change = step && 'records' in step ? step.records['assets'] : undefined;
    const before = new Map(golden('1.2.0').stores['assets']?.map((asset) => [asset['id'], asset]));
    expect(after['assets']).toHaveLength(before.size);
    for (const asset of after['assets'] ?? []) {
      const related = (store: string): readonly Row[] =>
        (after[store] ?? []).filter((row) => row['assetId'] === asset['id'] || row['key'] === asset['id']);
      expect(change?.down(asset, undefined, related)['documents']).toEqual(before.get(asset['id'])?.['documents']);
    }
  });
});
