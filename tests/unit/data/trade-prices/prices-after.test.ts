import { beforeEach, expect, it } from 'vitest';
import type { RecordWriting, Standing } from '../../../../src/lib/protocol';
import { desk, type Desk } from '../../app/desk';
import { asset as assetRow } from '../figures/portfolios';
import { memoryServices, portfolioAt, stored, type MemoryServices } from '../memory-services';
import { idOf, ids, smallPortfolio } from '../small-portfolio';

let services: MemoryServices;
let ask: Desk['ask'];
const standing: Standing = { version: '1.0.0', epoch: 1 };
const fresh = idOf(900);

beforeEach(async () => {
  services = memoryServices();
  await portfolioAt(services, '1.0.0', smallPortfolio);
  ask = (job) => desk(services).ask(job);
});

const asset = (more: Readonly<Record<string, unknown>> = {}): RecordWriting => ({
  op: 'put',
  store: 'assets',
  record: assetRow(900, 'Unquoted', more)
});

const trade = (number: number, more: Readonly<Record<string, unknown>> = {}): RecordWriting => ({
  op: 'put',
  store: 'transactions',
  record: {
    id: idOf(number),
    accountId: ids.depot,
    assetId: fresh,
    date: '2024-03-04',
    type: 'buy',
    quantity: '10',
    price: '12.5',
    gross: '125',
    currency: 'EUR',
    ...more
  }
});

async function save(...writes: readonly RecordWriting[]): Promise<void> {
  expect(await ask({ verb: 'saveRecords', standing, label: 'Test', writes })).toMatchObject({ kind: 'saved' });
}

const patch = (number: number, fields: Readonly<Record<string, unknown>>): RecordWriting => ({
  op: 'patch',
  store: 'transactions',
  id: idOf(number),
  fields
});

async function pricesOf(id = fresh): Promise<Record<string, string>> {
  const rows = (await stored(services, 'prices')).filter(({ assetId }) => assetId === id);
  return Object.fromEntries(
    rows.flatMap(({ days, closes }) =>
      (days as string[]).map((day, at): [string, string] => [day, (closes as string[])[at] ?? ''])
    )
  );
}

it('an asset that is entered with its first trade is worth what was paid for it, and undoing takes both back', async () => {
  await save(asset(), trade(901));
  expect(await pricesOf()).toEqual({ '2024-03-04': '12.5' });
  await ask({ verb: 'takeStep', standing, direction: 'undo', leaveChanged: false });
  expect(await pricesOf()).toEqual({});
  await ask({ verb: 'takeStep', standing, direction: 'redo', leaveChanged: false });
  expect(await pricesOf()).toEqual({ '2024-03-04': '12.5' });
});

it('prices follow what is edited: amount, day, asset, and the trade that is deleted', async () => {
  await save(asset());
  await save(trade(901));
  await save(trade(902, { date: '2024-04-01', type: 'sell', quantity: '2', price: '14', gross: '28' }));
  expect(await pricesOf()).toEqual({ '2024-03-04': '12.5', '2024-04-01': '14' });
  await save(patch(901, { price: '13', gross: '130' }));
  expect(await pricesOf()).toEqual({ '2024-03-04': '13', '2024-04-01': '14' });
  await save(patch(901, { date: '2024-03-05' }));
  expect(await pricesOf()).toEqual({ '2024-03-05': '13', '2024-04-01': '14' });
  await save(patch(901, { note: 'of no concern' }));
  expect(await pricesOf()).toEqual({ '2024-03-05': '13', '2024-04-01': '14' });
  const removed = await ask({
    verb: 'removeRecords',
    standing,
    names: [{ store: 'transactions', id: idOf(902) }]
  });
  expect(removed).toMatchObject({ kind: 'saved' });
  expect(await pricesOf()).toEqual({ '2024-03-05': '13' });
});

it('of two trades on a day the one entered last counts, and the other again when that one goes', async () => {
  await save(asset(), trade(901));
  await save(trade(902, { price: '15', gross: '150' }));
  expect(await pricesOf()).toEqual({ '2024-03-04': '15' });
  await ask({ verb: 'removeRecords', standing, names: [{ store: 'transactions', id: idOf(902) }] });
  expect(await pricesOf()).toEqual({ '2024-03-04': '12.5' });
});

it('of two that were entered in one step the second counts, and goes on to when another is edited', async () => {
  await save(asset(), trade(901), trade(902, { price: '15', gross: '150' }));
  expect(await pricesOf()).toEqual({ '2024-03-04': '15' });
  await save(trade(903, { date: '2024-05-02', price: '16', gross: '160' }));
  await save(patch(903, { price: '17', gross: '170' }));
  expect(await pricesOf()).toEqual({ '2024-03-04': '15', '2024-05-02': '17' });
});

it('a quote, a price that a person typed, and a stated value stay in force', async () => {
  await save(asset(), trade(901));
  await save({ op: 'put', store: 'prices', record: { assetId: fresh, day: '2024-03-05', close: '12.9' } });
  await save(trade(902, { date: '2024-03-06', price: '20', gross: '200' }));
  expect(await pricesOf()).toEqual({ '2024-03-04': '12.5', '2024-03-05': '12.9' });
  const before = await pricesOf(ids.infosys);
  expect(Object.keys(before).length).toBeGreaterThan(0);
  await save(trade(903, { assetId: ids.infosys, currency: 'INR' }));
  expect(await pricesOf(ids.infosys)).toEqual(before);
});

it('an asset whose value was stated gets no price from a trade', async () => {
  await save(asset({ currentValue: '5000' }), trade(901));
  expect(await pricesOf()).toEqual({});
});

it('what goes with its asset leaves no price behind', async () => {
  await save(asset(), trade(901));
  await ask({ verb: 'removeRecords', standing, names: [{ store: 'assets', id: fresh }] });
  expect(await pricesOf()).toEqual({});
  expect((await stored(services, 'assets')).some(({ id }) => id === fresh)).toBe(false);
});
