import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerFigures, LedgerKeeper } from '../../../../src/lib/data/figures';
import { differencesOf } from '../../../../src/lib/data/figures/differences';
import type { Ledger } from '../../../../src/lib/data/figures/ledger';
import { decodeLedger, encodeLedger } from '../../../../src/lib/data/figures/stored-ledger';
import { sampleRows } from '../../../../src/lib/data/sample';
import { memoryPlace, type MemoryPlace } from '../../../../src/lib/backup/testing';
import type { Row } from '../../../../src/lib/migration';
import type { FigureQuestion } from '../../../../src/lib/domain';
import { memoryServices, portfolioAt, type MemoryServices } from '../memory-services';
import { asset, booking, day, idOf, ledgerOf, prices, rates } from './portfolios';

const odd = ledgerOf({
  assets: [asset(11, 'Odd ones', { tags: ['ä', '"'] }), asset(12, 'Large')],
  transactions: [
    booking(11, '2024-01-10', 'buy', {
      quantity: '123456789012345678901',
      gross: '0.10',
      note: 'हिन्दी',
      importId: 'x'
    }),
    booking(12, '2024-01-11', 'deliveryIn', { quantity: '1', gross: '1', acquired: '2019-02-03' }),
    booking(12, '2024-02-30', 'sell', { quantity: '-4', createdAt: 'yesterday', id: 'no uuid' }),
    booking(null, '2024-01-12', 'deposit', { gross: '9007199254740993' })
  ],
  prices: [
    prices(11, { '2024-01-10': '1.00000000000001', '2024-06-28': '99999999999999999999.5' }),
    prices(12, { '2024-01-10': '3', '2024-01-11': '3.25' })
  ],
  fxRates: [rates('USD', { '2024-01-10': '1.25', '2024-06-28': '1.0999' })]
});

const questions: readonly FigureQuestion[] = [
  { ask: 'overview', day, period: 'ALL' },
  { ask: 'holdings', day, period: '1Y', closed: true },
  { ask: 'transactions', day, filter: {}, from: 0, count: 100 }
];

function answers(ledger: Ledger): unknown[] {
  return questions.map((question) => structuredClone(answerFigures(ledger, question)));
}

describe('a ledger in a file', () => {
  it('is read back as it was built, oddities included', async () => {
    const read = await decodeLedger(await encodeLedger(odd), odd.stamp);
    if (read === null) throw new Error('It was not read.');
    expect(differencesOf(read, odd)).toEqual([]);
    expect(answers(read)).toEqual(answers(odd));
  });

  it('is read of the very state of the data alone, and only whole', async () => {
    const bytes = await encodeLedger(odd);
    for (const other of [
      { sequence: 2 },
      { epoch: 1 },
      { database: 'Other' },
      { version: '1.0.0' },
      { sealedAt: 'later' }
    ])
      expect(await decodeLedger(bytes, { ...odd.stamp, ...other })).toBeNull();
    expect(await decodeLedger(bytes.slice(0, bytes.length - 8), odd.stamp)).toBeNull();
    expect(await decodeLedger(new Uint8Array(), odd.stamp)).toBeNull();
    const changed = bytes.slice();
    changed[bytes.length - 9] = (changed[bytes.length - 9] ?? 0) ^ 1;
    expect(await decodeLedger(changed, odd.stamp)).toBeNull();
  });
});

describe('ledgers that differ', () => {
  it('are told apart by what they hold, not by their numbers', () => {
    const first = ledgerOf({ assets: [asset(11, 'A'), asset(12, 'B')], prices: [prices(12, { '2024-01-10': '1' })] });
    const turned = ledgerOf({
      assets: [asset(12, 'B'), asset(11, 'A')],
      prices: [prices(12, { '2024-01-10': '1.0' })]
    });
    expect(differencesOf(first, turned)).toEqual([]);
    const other = ledgerOf({ assets: [asset(12, 'B'), asset(11, 'A')], prices: [prices(12, { '2024-01-10': '2' })] });
    expect(differencesOf(first, other)).toEqual(['prices: 1 kept, 1 stored']);
  });
});

describe('a keeper with a place', () => {
  let services: MemoryServices;
  let place: MemoryPlace;
  const keeper = () => new LedgerKeeper({ ...services, figures: () => Promise.resolve(place) });
  const keepers: LedgerKeeper[] = [];

  beforeEach(async () => {
    services = memoryServices();
    place = memoryPlace();
    const rows: Record<string, Row[]> = {};
    for (const batch of sampleRows({ assets: 12, transactions: 60, seed: 3 }))
      (rows[batch.store] ??= []).push(...(batch.rows as Row[]));
    await portfolioAt(services, '1.0.0', rows);
  });

  afterEach(async () => {
    // What a timer would still write belongs to no test.
    await Promise.all(keepers.splice(0).map((kept) => kept.save()));
  });

  async function standing() {
    const found = await services.migrations.inspect();
    if (found.kind !== 'supported') throw new Error(`The data is ${found.kind}.`);
    return { version: found.version, epoch: found.epoch };
  }

  it('writes the ledger once nobody asks any more, and starts with it the next time', async () => {
    const first = keeper();
    keepers.push(first);
    const built = await first.ledger(await standing());
    expect(await place.list()).toEqual([]);
    await first.save();
    expect(await place.list()).toEqual(['ledger']);
    const second = await keeper().ledger(await standing());
    expect(differencesOf(second, built)).toEqual([]);
  });

  it('is compared with the rows by the health check, and forgotten where it differs', async () => {
    const first = keeper();
    keepers.push(first);
    expect(await first.check(await standing())).toBeNull();
    const built = await first.ledger(await standing());
    await first.save();
    expect(await first.check(await standing())).toEqual([]);
    // A file that says something else of the same state of the data.
    const other = ledgerOf({ assets: [asset(11, 'Never there')] });
    const bytes = await encodeLedger(
      Object.assign(Object.create(Object.getPrototypeOf(other) as object) as Ledger, other, { stamp: built.stamp })
    );
    const sink = await place.write('ledger');
    await sink.write(bytes);
    await sink.close();
    const wrong = keeper();
    // A start takes it at its word.
    const taken = await keeper().ledger(await standing());
    expect(taken.assets.flatMap((facts) => facts?.name ?? [])).toEqual(['Never there']);
    expect((await wrong.check(await standing()))?.length).toBeGreaterThan(0);
    expect(await place.list()).toEqual([]);
    expect(differencesOf(await wrong.ledger(await standing()), built)).toEqual([]);
    keepers.push(wrong);
  });

  describe('keeps what a start asks first', () => {
    const [overview, holdings] = questions as [FigureQuestion, FigureQuestion];

    async function rewrite(change: (kept: Record<string, unknown>) => unknown): Promise<void> {
      const kept = JSON.parse(await ((await place.read('answer')) as Blob).text()) as Record<string, unknown>;
      const sink = await place.write('answer');
      await sink.write(new TextEncoder().encode(JSON.stringify(change(kept))));
      await sink.close();
    }
    const told = async (question: FigureQuestion = overview) =>
      structuredClone(await keeper().answer(question, await standing()));
    /** As no data could give it: whoever shows it has computed nothing. */
    const strange = (kept: Record<string, unknown>) => ({ ...kept, answer: { netWorth: 'from the file' } });
    let computed: unknown;

    beforeEach(async () => {
      const first = keeper();
      computed = structuredClone(await first.answer(overview, await standing()));
      await first.answer(holdings, await standing());
      await first.save();
      expect((await place.list()).toSorted()).toEqual(['answer', 'ledger']);
    });

    it('and answers it from there, itself and no other question', async () => {
      expect(await told()).toEqual(computed);
      await rewrite(strange);
      expect(await told()).toEqual({ netWorth: 'from the file' });
      const otherPeriod = await told({ ask: 'overview', day, period: '1Y' });
      expect(otherPeriod).toHaveProperty('netWorth', (computed as { netWorth: string }).netWorth);
      expect(await told(holdings)).toHaveProperty('lines');
    });

    it('not of another state of the data, and not by another program', async () => {
      await rewrite((kept) => ({ ...strange(kept), stamp: { ...(kept['stamp'] as object), sequence: 99 } }));
      expect(await told()).toEqual(computed);
      await rewrite((kept) => ({ ...strange(kept), program: 'another build' }));
      expect(await told()).toEqual(computed);
      await rewrite(() => 'no answer');
      expect(await told()).toEqual(computed);
    });

    it('until the health check finds that it is not what the records say', async () => {
      expect(await keeper().check(await standing())).toEqual([]);
      await rewrite(strange);
      expect(await keeper().check(await standing())).toEqual(['the overview as it was last shown']);
      expect(await place.list()).toEqual([]);
      expect(await told()).toEqual(computed);
    });

    it('read beforehand or not, and asked again after a change', async () => {
      const expecting = keeper();
      keepers.push(expecting);
      expecting.expectQuestion();
      expect(structuredClone(await expecting.answer(overview, await standing()))).toEqual(computed);
      // From now on the ledger is there, and what was read beforehand is no longer taken.
      await expecting.ledger(await standing());
      await rewrite(strange);
      expect(structuredClone(await expecting.answer(overview, await standing()))).toEqual(computed);
    });
  });

  it('does without a place that refuses', async () => {
    const refusing = new LedgerKeeper({ ...services, figures: () => Promise.reject(new Error('no place')) });
    const ledger = await refusing.ledger(await standing());
    await refusing.save();
    expect(ledger.assets.filter((facts) => facts !== null)).toHaveLength(12);
    expect(ledger.assetNumber(idOf(11))).toBeNull();
  });
});
