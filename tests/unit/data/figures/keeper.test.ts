import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { answerFigures, LedgerKeeper } from '../../../../src/lib/data/figures';
import {
  openPortfolio,
  saveStep,
  StepJournal,
  RefusedWritesError,
  StaleStandingError,
  takeStep
} from '../../../../src/lib/data';
import { noteChange } from '../../../../src/lib/data/figures';
import type { StepBody } from '../../../../src/lib/data/records';
import type { FigureQuestion } from '../../../../src/lib/domain';
import type { RecordWriting, Standing } from '../../../../src/lib/protocol';
import { supportedVersions } from '../../../../src/lib/schema';
import { memoryRecords } from '../../../../src/lib/migration/testing';
import { seed } from '../../../support/seed';
import { memoryServices, portfolioAt, type MemoryServices } from '../memory-services';
import { ids, idOf, smallPortfolio } from '../small-portfolio';

let services: MemoryServices;

beforeEach(async () => {
  services = memoryServices();
  await portfolioAt(services, '1.0.0', smallPortfolio);
});

const day = '2024-06-28';
const questions: readonly FigureQuestion[] = [
  { ask: 'overview', day, period: '1Y' },
  { ask: 'holdings', day, period: 'ALL', closed: true },
  { ask: 'asset', day, period: 'YTD', id: ids.infosys },
  { ask: 'accounts', day },
  { ask: 'transactions', day, filter: {}, from: 0, count: 100 },
  { ask: 'performance', day, period: 'ALL', scope: { kind: 'portfolio' }, benchmark: ids.infosys },
  { ask: 'income', day, year: 2024 },
  { ask: 'allocation', day, by: 'class' }
];

async function standing(): Promise<Standing> {
  const found = await services.migrations.inspect();
  if (found.kind !== 'supported') throw new Error(`The data is ${found.kind}.`);
  return { version: found.version, epoch: found.epoch };
}

async function answers(keeper: LedgerKeeper): Promise<unknown[]> {
  const ledger = await keeper.ledger(await standing());
  return questions.map((question) => structuredClone(answerFigures(ledger, question)));
}

/** Writes as the worker does; `noted`: as this window does, and not another. */
async function write(writes: readonly RecordWriting[], noted = true): Promise<void> {
  const dataset = await openPortfolio(services, await standing());
  try {
    const before = await dataset.sequence();
    const journal = new StepJournal(memoryRecords(), 'test');
    const { body } = await saveStep(
      dataset,
      journal,
      { id: 'step', label: 'Test', writes },
      { now: '2024-06-28T12:00:00.000Z' }
    );
    if (noted) await noteChange(services.environment, dataset, before, rowsIn(body));
  } finally {
    dataset.close();
  }
}

function rowsIn({ rows, packed, series }: StepBody) {
  return [...rows, ...packed, ...series].map(({ store, key }) => ({ store, key }));
}

function bought(number: number, more: Partial<Record<string, unknown>> = {}): RecordWriting {
  return {
    op: 'put',
    store: 'transactions',
    record: {
      id: idOf(number),
      accountId: ids.depot,
      assetId: ids.infosys,
      date: '2024-02-15',
      type: 'buy',
      quantity: '5',
      gross: '7500',
      currency: 'INR',
      ...more
    }
  } as RecordWriting;
}

describe('the ledger of a worker', () => {
  it('tells the same figures at every data version', async () => {
    const first = await answers(new LedgerKeeper(services));
    expect(first[0]).toMatchObject({ netWorth: '181500.5', dataVersion: '1.0.0' });
    for (const version of supportedVersions.slice(1)) {
      const plan = services.migrations.getMigrationPlan(await services.migrations.getCurrentDataVersion(), version);
      await services.migrations.executeMigration(plan);
      const [overview, ...others] = await answers(new LedgerKeeper(services));
      const expected = { ...(first[0] as object), dataVersion: version, attention: expect.anything() };
      expect(overview).toEqual(expected);
      expect(others).toEqual(first.slice(1));
    }
  });

  it('refuses a standing that is not the present one', async () => {
    const { version, epoch } = await standing();
    const keeper = new LedgerKeeper(services);
    await expect(keeper.ledger({ version, epoch: epoch + 1 })).rejects.toThrow(StaleStandingError);
    await expect(keeper.ledger({ version: '1.3.0', epoch })).rejects.toThrow(StaleStandingError);
    await expect(keeper.ledger({ version, epoch })).resolves.toBeDefined();
  });

  it('is read once while nothing is written, whoever asks', async () => {
    const keeper = new LedgerKeeper(services);
    const at = await standing();
    const [first, second] = await Promise.all([keeper.ledger(at), keeper.ledger(at)]);
    expect(second).toBe(first);
    expect(await keeper.ledger(at)).toBe(first);
  });

  it('follows what this window wrote, without what is not concerned', async () => {
    const keeper = new LedgerKeeper(services);
    const before = await keeper.ledger(await standing());
    await write([bought(500)]);
    const after = await keeper.ledger(await standing());
    // Read anew, the prices would be others of the same values.
    expect(after.prices.get(1)).toBe(before.prices.get(1));
    expect(after.transactions.count).toBe(4);
    expect(await answers(keeper)).toEqual(await answers(new LedgerKeeper(services)));
  });

  it('takes other bookings of the same account and month for what they were', async () => {
    const keeper = new LedgerKeeper(services);
    await write([bought(500)]);
    const before = await keeper.ledger(await standing());
    const known = before.remembered(before.assetNumber(ids.infosys) ?? 0, 'test', () => ({}));
    // In the depot in February too, of another asset.
    await write([bought(501, { assetId: ids.sap })]);
    const other = await keeper.ledger(await standing());
    expect(other.remembered(other.assetNumber(ids.infosys) ?? 0, 'test', () => null)).toBe(known);
    await write([{ op: 'remove', store: 'transactions', id: idOf(500) }]);
    const without = await keeper.ledger(await standing());
    expect(without.remembered(without.assetNumber(ids.infosys) ?? 0, 'test', () => 'anew')).toBe('anew');
  });

  it('is read anew after another window’s write, also between two of its own', async () => {
    const keeper = new LedgerKeeper(services);
    await keeper.ledger(await standing());
    await write([bought(500)]);
    await write([bought(501, { quantity: '7' })], false);
    await write([bought(502, { date: '2024-03-01' })]);
    const ledger = await keeper.ledger(await standing());
    expect(ledger.transactions.count).toBe(6);
    expect(await answers(keeper)).toEqual(await answers(new LedgerKeeper(services)));
  });

  it('follows undoing as well', async () => {
    const keeper = new LedgerKeeper(services);
    const first = await answers(keeper);
    const dataset = await openPortfolio(services, await standing());
    const journal = new StepJournal(memoryRecords(), 'test');
    const writes = [bought(500), { op: 'remove', store: 'assets', id: ids.flat } as RecordWriting];
    const now = '2024-06-28T12:00:00.000Z';
    let before = await dataset.sequence();
    const saved = await saveStep(dataset, journal, { id: 'a', label: 'Both', writes }, { now });
    await noteChange(services.environment, dataset, before, rowsIn(saved.body));
    expect((await answers(keeper))[0]).not.toEqual(first[0]);
    before = await dataset.sequence();
    const taken = await takeStep(dataset, journal, 'undo', false);
    if (taken === null) throw new Error('Nothing to undo.');
    await noteChange(services.environment, dataset, before, rowsIn(taken.body));
    dataset.close();
    expect(await answers(keeper)).toEqual(first);
  });

  it('is after any edits what it is when built from the rows', async () => {
    const edits = fc.oneof(
      fc.record({
        kind: fc.constant('book' as const),
        number: fc.integer({ min: 500, max: 506 }),
        account: fc.constantFrom(ids.depot, ids.bank),
        asset: fc.constantFrom(ids.infosys, ids.sap, ids.cash, null),
        date: fc.constantFrom('2023-12-31', '2024-01-10', '2024-01-31', '2024-02-29', '2024-06-28', '2024-07-01'),
        type: fc.constantFrom('buy', 'sell', 'dividend', 'deposit', 'split', 'transferOut', 'transferIn', 'deliveryIn'),
        quantity: fc.constantFrom('0', '1', '2.5', '0.000000000000000001', '99999999999999999999'),
        gross: fc.constantFrom('0', '10', '99.95', '12345678901234567890.123'),
        currency: fc.constantFrom('EUR', 'INR', 'USD')
      }),
      fc.record({ kind: fc.constant('drop' as const), number: fc.integer({ min: 500, max: 506 }) }),
      fc.record({
        kind: fc.constant('price' as const),
        asset: fc.constantFrom(ids.infosys, ids.sap),
        day: fc.constantFrom('2023-05-05', '2024-01-10', '2024-06-28'),
        close: fc.constantFrom('1', '150.25', '0.00000001')
      }),
      fc.record({ kind: fc.constant('rate' as const), rate: fc.constantFrom('80', '91.5') }),
      fc.record({ kind: fc.constant('asset' as const), value: fc.constantFrom('1', '55.5'), active: fc.boolean() }),
      fc.record({ kind: fc.constant('settings' as const), base: fc.constantFrom('EUR', 'INR') })
    );
    await fc.assert(
      fc.asyncProperty(fc.array(edits, { minLength: 1, maxLength: 6 }), async (some) => {
        services = memoryServices();
        await portfolioAt(services, '1.0.0', smallPortfolio);
        const keeper = new LedgerKeeper(services);
        await answers(keeper);
        const there = new Set<number>();
        for (const edit of some) {
          const writes = writesOf(edit, there);
          await write(writes).catch((error: unknown) => {
            // Not every edit is one that a person may make: then nothing was written.
            if (!(error instanceof RefusedWritesError)) throw error;
            if (edit.kind === 'book') there.delete(edit.number);
          });
          const ledger = await keeper.ledger(await standing());
          expect(ledger.transactions.count).toBe(3 + there.size);
        }
        expect(await answers(keeper)).toEqual(await answers(new LedgerKeeper(services)));
      }),
      seed(10)
    );

    type Edit = typeof edits extends fc.Arbitrary<infer E> ? E : never;
    function writesOf(edit: Edit, there: Set<number>): RecordWriting[] {
      switch (edit.kind) {
        case 'book': {
          if (there.has(edit.number)) return [];
          there.add(edit.number);
          const { account, asset, date, type, quantity, gross, currency } = edit;
          const assetId = asset === null ? {} : { assetId: asset };
          const writing = bought(edit.number, { accountId: account, date, type, quantity, gross, currency });
          const { assetId: _, ...record } = (writing as { record: Record<string, unknown> }).record;
          return [{ ...writing, record: { ...record, ...assetId } } as RecordWriting];
        }
        case 'drop':
          return there.delete(edit.number)
            ? [{ op: 'remove', store: 'transactions', id: idOf(edit.number) } as RecordWriting]
            : [];
        case 'price':
          return [
            {
              op: 'put',
              store: 'prices',
              record: { assetId: edit.asset, day: edit.day, close: edit.close }
            } as RecordWriting
          ];
        case 'rate':
          return [
            {
              op: 'put',
              store: 'fxRates',
              record: { base: 'EUR', quote: 'INR', day: '2024-06-28', rate: edit.rate }
            } as RecordWriting
          ];
        case 'asset':
          return [
            {
              op: 'patch',
              store: 'assets',
              id: ids.sap,
              fields: { currentValue: edit.value, isActive: edit.active }
            } as RecordWriting
          ];
        case 'settings':
          return [
            { op: 'patch', store: 'settings', id: 'settings', fields: { baseCurrency: edit.base } } as RecordWriting
          ];
      }
    }
  });
});
