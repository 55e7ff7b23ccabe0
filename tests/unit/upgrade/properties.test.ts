/** What holds for any valid 1.0.0 database, whatever people have put into it. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findVersion, type Row } from '../../../src/lib/migration';
import { history } from '../../../src/lib/schema';
import { golden } from '../../support/golden';
import { seed } from '../../support/seed';
import { create, dump, makeWealth, type Stores } from '../../support/wealth';

const base = golden('1.0.0').stores;
const first = findVersion(history, '1.0.0');
const last = findVersion(history, '1.3.0');
if (!first || !last) throw new Error('there is no history');

/** Names that no version knows, and names that a later version gives to something else. */
const unknownName = fc.oneof(
  fc.string({ minLength: 1, maxLength: 12 }).map((name) => `x-${name}`),
  fc.constantFrom('currentValue', 'riskRating', 'documentIds', 'benchmarkSymbol', 'constructor', 'toString', 'length')
);
const unknownFields = fc.dictionary(unknownName, fc.jsonValue({ maxDepth: 3 }), { maxKeys: 4 });
const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.integer({ min: 0, max: 8 }))
  .map(([digits, places]) => {
    const text = String(digits < 0n ? -digits : digits).padStart(places + 1, '0');
    const sign = digits < 0n ? '-' : '';
    return places === 0 ? sign + text : `${sign}${text.slice(0, -places)}.${text.slice(-places)}`;
  });
const assetChange = fc.record({
  amount: decimal,
  quantity: fc.double({ noNaN: true, noDefaultInfinity: true }),
  documents: fc.array(fc.string({ unit: 'grapheme', maxLength: 30 }), { maxLength: 5 }),
  isActive: fc.boolean(),
  unknown: unknownFields
});

interface Change {
  readonly assets: readonly {
    amount: string;
    quantity: number;
    documents: string[];
    isActive: boolean;
    unknown: Row;
  }[];
  readonly bookings: readonly Row[];
  readonly months: Row;
}

const change: fc.Arbitrary<Change> = fc.record({
  assets: fc.array(assetChange, { minLength: 1, maxLength: 6 }),
  bookings: fc.array(unknownFields, { maxLength: 4 }),
  months: unknownFields
});

/** A small portfolio with these changes in it. */
function portfolio({ assets, bookings, months }: Change): Stores {
  const stores = structuredClone(base) as Stores;
  stores['fxRates'] = stores['fxRates']?.filter((row) => row['year'] === 2026) ?? [];
  stores['prices'] = stores['prices']?.slice(0, 10) ?? [];
  assets.forEach(({ unknown, ...known }, at) => {
    const asset = stores['assets']?.[at * 3];
    if (asset) Object.assign(asset, unknown, known);
  });
  stores['transactions']?.forEach((month, at) => {
    if (at === 0)
      Object.assign(month, Object.fromEntries(Object.entries(months).filter(([name]) => name.startsWith('x-'))));
    const extra = bookings[at];
    const entry = (month['entries'] as Row[])[0];
    if (extra && entry) Object.assign(entry, extra);
  });
  return stores;
}

async function upgraded(
  stores: Stores,
  path: 'direct' | 'incremental'
): Promise<{ stores: Stores; conserved: readonly { before: string; after: string }[] }> {
  const wealth = makeWealth();
  await create(wealth, '1.0.0', stores);
  const report = await wealth.migrations.executeMigration(
    wealth.migrations.getMigrationPlan('1.0.0', '1.3.0'),
    undefined,
    { path }
  );
  return { stores: (await dump(wealth)).stores, conserved: report.conserved };
}

const text = (rows: readonly Row[] | undefined): string => JSON.stringify(rows);

it('keeps ids, unknown fields, values, cost and cash; direct and incremental end the same; documents have a way back', async () => {
  const step = last.definition.steps?.find(({ name }) => name === 'MigrateDocumentReferences');
  const documents = step && 'records' in step ? step.records['assets'] : undefined;
  await fc.assert(
    fc.asyncProperty(change, async (given) => {
      const before = portfolio(given);
      const direct = await upgraded(before, 'direct');
      const incremental = await upgraded(before, 'incremental');
      expect(JSON.stringify(incremental.stores)).toBe(JSON.stringify(direct.stores));
      for (const store of ['settings', 'persons', 'accounts', 'transactions', 'prices', 'fxRates']) {
        expect(text(direct.stores[store]), store).toBe(text(before[store]));
      }
      expect(direct.stores['assets']?.map((asset) => asset['id'])).toEqual(
        before['assets']?.map((asset) => asset['id'])
      );
      for (const figure of direct.conserved) expect(figure.after).toBe(figure.before);
      before['assets']?.forEach((old, at) => {
        const asset = direct.stores['assets']?.[at] ?? {};
        expect(asset['currentValue']).toBe(old['amount']);
        expect(Number(asset['quantity'])).toBe(Object.is(old['quantity'], -0) ? 0 : old['quantity']);
        for (const [field, value] of Object.entries(old)) {
          if (field in first.stores['assets']!.row.entries) continue;
          const kept = field in last.stores['assets']!.row.entries ? keptAside(asset, field) : asset[field];
          expect(kept, field).toEqual(value);
        }
        const related = (store: string): readonly Row[] =>
          (direct.stores[store] ?? []).filter((row) => row['assetId'] === asset['id'] || row['key'] === asset['id']);
        expect(documents?.down(asset, undefined, related)['documents']).toEqual(old['documents']);
      });
    }),
    seed(12)
  );
}, 240_000);

/** An unknown field that bears the name of a new one waits under that name and the version before. */
function keptAside(asset: Row, field: string): unknown {
  const name = Object.keys(asset).find((candidate) => candidate.startsWith(`${field}@`));
  return name === undefined ? undefined : asset[name];
}
