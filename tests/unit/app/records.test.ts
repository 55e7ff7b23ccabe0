import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createApp, type App, type SaveResult } from '../../../src/lib/app';
import type { AssetDraft, TransactionDraft } from '../../../src/lib/app';
import { currentVersion } from '../../../src/lib/schema';
import { memoryServices, portfolioAt, stored, type MemoryServices } from '../data/memory-services';
import { ids, smallPortfolio } from '../data/small-portfolio';
import { desk } from './desk';
import { FakeChannel, FakeLocks, fakeWindow, Refusal } from './fakes';

let services: MemoryServices;
let locks: FakeLocks;
let channel: FakeChannel;

/** A window whose worker is the real one, over storage in memory. */
async function open(name: string): Promise<App> {
  const { replies } = desk(services);
  const window = fakeWindow(name, locks, channel, async ({ job }) => {
    const last = (await replies(job)).at(-1);
    if (last?.type === 'answer') return last.value;
    if (last?.type === 'failure') throw new Refusal(last.failure.code, last.failure.message, last.failure.details);
    throw new Error('There was no answer.');
  });
  const app = createApp(window.surroundings);
  await app.boot.start();
  await app.records.load();
  return app;
}

beforeEach(async () => {
  services = memoryServices();
  locks = new FakeLocks();
  channel = new FakeChannel();
  await portfolioAt(services, '1.0.0', smallPortfolio);
});

const names = (app: App): string[] => app.records.lists?.assets.map(({ name }) => name) ?? [];
const kindOf = (result: SaveResult): string => result.kind;

const sale: TransactionDraft = {
  type: 'sell',
  date: '2024-06-03',
  accountId: ids.depot,
  assetId: ids.infosys,
  quantity: '61',
  price: '1,500.00',
  gross: '',
  fees: '',
  taxes: '',
  currency: '',
  fxRate: '0.0111',
  note: ''
};

describe('records on the page', () => {
  it('offer what choosers need, by name', async () => {
    const { records } = await open('a');
    expect(records.lists).toMatchObject({
      settings: { baseCurrency: 'EUR' },
      persons: [{ name: 'Anita' }],
      accounts: [
        { name: 'Bank', currency: 'EUR', closed: false },
        { name: 'Depot', kind: 'brokerage' }
      ]
    });
    expect(records.lists?.assets[1]).toMatchObject({ name: 'Flat in Köln', account: 'Depot', archived: false });
    expect(records.undoable).toBeNull();
  });

  it('are edited, taken back and done again, and every window follows', async () => {
    const [a, b] = [await open('a'), await open('b')];
    const seen = await a.records.read({ store: 'assets', id: ids.sap });
    const change = {
      label: 'Rename SAP',
      writes: [{ op: 'patch', store: 'assets', id: ids.sap, fields: { name: 'SAP SE' } }]
    } as const;
    expect(await a.records.apply(change)).toMatchObject({ kind: 'saved', label: 'Rename SAP', undoable: true });
    await vi.waitFor(() => expect([names(a), names(b)].map((all) => all.includes('SAP SE'))).toEqual([true, true]));
    expect(b.records.undoable?.label).toBe('Rename SAP');
    const late = { ...change, writes: [{ ...change.writes[0], seen: seen?.seen ?? '' }] };
    expect(await b.records.apply(late)).toMatchObject({ kind: 'changedElsewhere', records: [{ label: 'SAP SE' }] });

    expect(kindOf(await b.records.undo())).toBe('saved');
    await vi.waitFor(() => expect(names(a)).toContain('SAP'));
    expect(a.records.redoable?.label).toBe('Rename SAP');
    expect(kindOf(await a.records.redo())).toBe('saved');
    expect(await a.records.redo()).toMatchObject({
      kind: 'refused',
      message: 'There is nothing left to take back or to do again.'
    });
  });

  it('are checked as they were typed, with what is held on the day', async () => {
    const { records } = await open('a');
    const saved = await records.saveTransaction(sale);
    expect(saved).toMatchObject({ kind: 'saved', label: 'Add a sale' });
    expect(saved.kind === 'saved' && saved.warnings).toEqual([
      expect.objectContaining({ field: 'quantity', message: 'More than is held in this account on that day: 60.' })
    ]);
    const id = saved.kind === 'saved' ? (saved.made[0] ?? '') : '';
    const at = { accountId: ids.depot, date: '2024-06-03' };
    const found = await records.read({ store: 'transactions', id, at });
    expect(found?.record).toMatchObject({
      type: 'sell',
      quantity: '61',
      price: '1500',
      gross: '91500',
      currency: 'INR',
      fxRate: '0.0111'
    });

    const edits = { id, at, seen: found?.seen ?? '' };
    const edited = await records.saveTransaction({ ...sale, quantity: '60', fxRate: '', date: '2024-05-31' }, edits);
    expect(edited).toMatchObject({ kind: 'saved', label: 'Edit a sale', warnings: [{ field: 'fxRate' }] });
    const after = await records.read({ store: 'transactions', id });
    expect(after?.record).toMatchObject({ date: '2024-05-31', quantity: '60' });
    expect(after?.record).not.toHaveProperty('fxRate');
    expect(await records.saveTransaction({ ...sale, quantity: '0' })).toMatchObject({
      kind: 'refused',
      problems: [{ field: 'quantity', message: 'Zero units change nothing. Write how many there were.' }]
    });
  });

  it('of a transfer are two, and one step', async () => {
    const { records } = await open('a');
    const before = await stored(services, 'transactions');
    const saved = await records.saveTransfer({
      date: '2024-06-03',
      fromAccountId: ids.bank,
      toAccountId: ids.depot,
      assetId: '',
      quantity: '',
      amount: '250',
      currency: '',
      amountIn: '',
      currencyIn: '',
      fees: '',
      note: ''
    });
    const made = saved.kind === 'saved' ? saved.made : [];
    expect(made).toHaveLength(2);
    const [out, into] = await Promise.all(made.map((id) => records.read({ store: 'transactions', id })));
    expect(out?.record.transferId).toBe(into?.record.transferId);
    expect(await records.planRemoval([{ store: 'transactions', id: made[0] ?? '' }])).toMatchObject({
      counts: { transactions: 2 }
    });
    await records.undo();
    expect(await stored(services, 'transactions')).toEqual(before);
  });

  it('of a transfer follow one another when one end is edited, in one step that is taken back as one', async () => {
    const { records } = await open('a');
    const draft = {
      date: '2024-06-03',
      fromAccountId: ids.bank,
      toAccountId: ids.depot,
      assetId: '',
      quantity: '',
      amount: '1,000.00',
      currency: 'EUR',
      amountIn: '',
      currencyIn: 'EUR',
      fees: '',
      note: ''
    };
    const saved = await records.saveTransfer(draft);
    if (saved.kind !== 'saved') throw new Error(saved.kind);
    const [out = '', into = ''] = saved.made;
    const at = { accountId: draft.fromAccountId, date: draft.date };
    const seen = await records.read({ store: 'transactions', id: out, at });
    const other = await records.otherEnd({ store: 'transactions', id: out, at });
    if (seen === null || other === null) throw new Error('An end is not there.');
    expect(other.record.id).toBe(into);
    const edited = {
      ...sale,
      type: 'transferOut' as const,
      date: '2024-06-04',
      accountId: draft.fromAccountId,
      assetId: '',
      quantity: '',
      price: '',
      gross: '900',
      currency: 'EUR',
      fxRate: ''
    };
    const edits = { id: out, seen: seen.seen, at };
    expect(await records.saveTransaction(edited, edits, { edited: seen.record, other })).toMatchObject({
      kind: 'saved',
      label: 'Edit both ends of a transfer'
    });
    const read = (id: string, accountId: string, date: string) =>
      records.read({ store: 'transactions', id, at: { accountId, date } });
    expect((await read(out, draft.fromAccountId, '2024-06-04'))?.record.gross).toBe('900');
    expect((await read(into, draft.toAccountId, '2024-06-04'))?.record.gross).toBe('900');
    await records.undo();
    expect((await read(out, draft.fromAccountId, draft.date))?.record.gross).toBe('1000');
    expect((await read(into, draft.toAccountId, draft.date))?.record.gross).toBe('1000');
  });

  it('are made, copied, archived and deleted by the verbs a person has', async () => {
    const { records } = await open('a');
    const draft: AssetDraft = {
      name: 'Gold',
      accountId: ids.bank,
      assetType: 'physicalGold',
      symbol: '',
      isin: '',
      identifiers: {},
      primaryCountry: 'DE',
      ownerCountry: 'DE',
      primaryCurrency: 'EUR',
      underlyingCurrency: '',
      hedgedTo: '',
      currentValue: '1,999.50',
      quantity: '1.5',
      originalInvestment: '',
      acquisitionDate: '',
      institution: '',
      sector: '',
      tags: ['metal'],
      notes: '',
      benchmarkSymbol: '',
      expectedAnnualIncome: '',
      incomeFrequency: '',
      riskRating: '',
      isActive: true,
      isIncludedInPortfolio: true
    };
    const before = JSON.stringify(await stored(services, 'assets'));
    const saved = await records.saveAsset(draft);
    expect(saved).toMatchObject({ kind: 'saved', label: 'Add the asset ‘Gold’' });
    const id = saved.kind === 'saved' ? (saved.made[0] ?? '') : '';
    expect(await records.duplicate({ store: 'assets', id })).toMatchObject({ kind: 'saved', label: 'Copy an asset' });
    expect(kindOf(await records.archive([id, ids.sap], true))).toBe('saved');
    await vi.waitFor(() => expect(records.lists?.assets.filter(({ archived }) => archived)).toHaveLength(3));
    expect(records.lists?.assets.map(({ name }) => name)).toContain('Gold (copy)');
    expect(records.lists?.tags).toEqual(['metal']);
    expect(
      await records.editMany(
        [
          { store: 'assets', id },
          { store: 'assets', id: ids.sap }
        ],
        { sector: 'Mixed' }
      )
    ).toMatchObject({
      label: 'Edit 2 assets'
    });
    expect(await records.closeAccount(ids.bank, '2024-06-28')).toMatchObject({ kind: 'saved' });
    expect(await records.remove([{ store: 'assets', id }])).toMatchObject({ label: 'Delete the asset ‘Gold’' });
    for (let step = 0; step < 6; step++) expect(kindOf(await records.undo())).toBe('saved');
    expect(JSON.stringify(await stored(services, 'assets'))).toBe(before);
  });

  it('switch the base currency there and back without losing anything', async () => {
    const { records } = await open('a');
    const before = await stored(services, 'settings');
    expect(await records.saveSettings({ baseCurrency: 'INR' })).toMatchObject({
      kind: 'saved',
      label: 'Change the base currency'
    });
    await vi.waitFor(() => expect(records.lists?.settings?.baseCurrency).toBe('INR'));
    await records.saveSettings({ baseCurrency: 'EUR', allocationTargets: { class: { equity: 0.6 } } });
    const [after] = await stored(services, 'settings');
    expect(after).toMatchObject({
      ...before[0],
      updatedAt: expect.any(String) as string,
      allocationTargets: { class: { equity: 0.6 } }
    });
    expect(await records.saveSettings({ baseCurrency: 'ABC' })).toMatchObject({
      kind: 'refused',
      problems: [{ field: 'baseCurrency' }]
    });
  });

  it('are not written by a window that was left behind, which is brought up to date and then writes', async () => {
    const app = await open('a');
    const change = {
      label: 'Rename SAP',
      writes: [{ op: 'patch', store: 'assets', id: ids.sap, fields: { name: 'SAP SE' } }]
    } as const;
    const nameOfSap = async (): Promise<unknown> =>
      (await stored(services, 'assets')).find(({ id }) => id === ids.sap)?.['name'];
    // Another window upgrades, and this one is not told.
    await services.migrations.executeMigration(services.migrations.getMigrationPlan('1.0.0', currentVersion));
    expect(await app.records.apply(change)).toMatchObject({
      kind: 'failed',
      message: expect.stringMatching('nothing was written') as string
    });
    expect(await nameOfSap()).toBe('SAP');
    await vi.waitFor(() => expect(app.boot.state).toMatchObject({ status: { currentVersion } }));
    expect(kindOf(await app.records.apply(change))).toBe('saved');
    expect(await nameOfSap()).toBe('SAP SE');
  });

  it('say that nothing was written while the data is not open', async () => {
    const app = await open('a');
    await locks.hold('ww:migrate', 'exclusive');
    const window = fakeWindow('b', locks, channel, () => null);
    const other = createApp(window.surroundings);
    expect(await other.records.undo()).toMatchObject({
      kind: 'failed',
      message: expect.stringMatching('nothing was read or written') as string
    });
    expect(app.records.newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
