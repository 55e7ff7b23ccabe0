import { beforeEach, describe, expect, it } from 'vitest';
import { NeedsVersionError, StaleStandingError } from '../../../../src/lib/data';
import {
  applyWrites,
  ChangedRecordsError,
  documentsOf,
  heldUnits,
  readRecords,
  RefusedWritesError,
  removalOf
} from '../../../../src/lib/data/records';
import type { Row } from '../../../../src/lib/migration';
import type { RecordWriting } from '../../../../src/lib/protocol';
import { currentVersion, supportedVersions } from '../../../../src/lib/schema';
import { idOf, ids, smallPortfolio } from '../small-portfolio';
import { now, recordsAt, type Records } from './bench-of-records';

const bought: Row = {
  id: idOf(900),
  accountId: ids.depot,
  assetId: ids.sap,
  date: '2024-01-15',
  type: 'buy',
  quantity: '2',
  gross: '300',
  currency: 'EUR'
};
const put = (store: string, record: Row): RecordWriting => ({ op: 'put', store, record });

async function months(records: Records): Promise<string[]> {
  return (await records.in('transactions')).map(
    (row) =>
      `${row['accountId'] === ids.depot ? 'depot' : 'bank'} ${String(row['month'])}: ${(row['entries'] as Row[])
        .map(({ id, date }) => `${Number(String(id).slice(-3))}@${String(date).slice(8)}`)
        .join(' ')}`
  );
}

async function refusal(work: Promise<unknown>): Promise<string[]> {
  const error: unknown = await work.catch((thrown: unknown) => thrown);
  if (!(error instanceof RefusedWritesError)) throw error;
  return error.problems.map(({ write, field, message }) => `${write} ${field}: ${message}`);
}

describe.each(supportedVersions)('records at %s', (version) => {
  let records: Records;
  let before: string;

  beforeEach(async () => {
    records = await recordsAt(version);
    before = await records.rows();
    return () => records.dataset.close();
  });

  it('pack a new transaction into its month, after those of its day', async () => {
    await records.save('Add', [
      put('transactions', bought),
      put('transactions', { ...bought, id: idOf(901), date: '2024-01-20' })
    ]);
    expect(await months(records)).toEqual(['depot 2024-01: 101@10 900@15 102@20 901@20', 'depot 2024-07: 103@01']);
    const [january] = await records.in('transactions');
    expect(january?.['assetIds']).toEqual([ids.infosys, ids.sap]);
    expect((january?.['entries'] as Row[])[1]).toEqual({ ...bought, createdAt: now, updatedAt: now });
  });

  it('move a transaction whose date or account changes, and leave no empty month', async () => {
    const at = { accountId: ids.depot, date: '2024-07-01' };
    await records.save('Move', [
      { op: 'patch', store: 'transactions', id: idOf(103), at, fields: { date: '2024-01-12' } }
    ]);
    expect(await months(records)).toEqual(['depot 2024-01: 101@10 103@12 102@20']);
    await records.save('Move', [
      { op: 'patch', store: 'transactions', id: idOf(103), fields: { accountId: ids.bank } }
    ]);
    expect(await months(records)).toEqual(['depot 2024-01: 101@10 102@20', 'bank 2024-01: 103@12']);
    await records.undo();
    await records.undo();
    expect(await records.rows()).toBe(before);
  });

  it('count one write of the database for a step, however many stores it touches', async () => {
    const sequence = await records.dataset.sequence();
    await records.save('Much', [
      put('transactions', bought),
      put('prices', { assetId: ids.sap, day: '2024-06-27', close: '180' }),
      { op: 'patch', store: 'settings', id: 'settings', fields: { baseCurrency: 'INR', riskFreeRate: 0.03 } },
      { op: 'patch', store: 'accounts', id: ids.bank, fields: { institution: 'GLS' } }
    ]);
    expect(await records.dataset.sequence()).toBe(sequence + 1);
    expect((await records.in('settings'))[0]).toMatchObject({ baseCurrency: 'INR', riskFreeRate: 0.03 });
    await records.undo();
    expect(await records.rows()).toBe(before);
  });

  it('write nothing at all when one write of a step is wrong, and say what is wrong with each', async () => {
    const sequence = await records.dataset.sequence();
    expect(
      await refusal(
        records.save('Bad', [
          put('transactions', bought),
          put('transactions', { ...bought, id: idOf(902), currency: 'XYZ', quantity: '-1' }),
          put('transactions', { ...bought, id: idOf(903), quantity: undefined }),
          put('accounts', { id: idOf(904), name: ' ', country: 'DE', currency: 'EUR', kind: 'bank' }),
          put('prices', { assetId: ids.sap, day: '2023-02-29', close: '1' })
        ])
      )
    ).toEqual(
      expect.arrayContaining([
        '1 currency: Currency is not a currency of ISO 4217.',
        '1 quantity: Quantity is below zero.',
        '2 quantity: A purchase needs a number of units.',
        '3 name: Name is empty.'
      ])
    );
    expect(await records.dataset.sequence()).toBe(sequence);
    expect(await records.rows()).toBe(before);
    expect(await records.undo()).toBeNull();
  });

  it('name only what is there', async () => {
    expect(await refusal(records.save('Bad', [put('transactions', { ...bought, assetId: idOf(999) })]))).toEqual([
      '0 assetId: The asset is not there. Choose another one.'
    ]);
    expect(await refusal(records.save('Bad', [put('transactions', { ...bought, accountId: idOf(999) })]))).toEqual([
      '0 accountId: The account is not there. Choose another one.'
    ]);
    expect(
      await refusal(records.save('Bad', [put('prices', { assetId: idOf(999), day: '2024-06-27', close: '1' })]))
    ).toEqual(['0 assetId: The asset is not there. Choose another one.']);
    expect(await refusal(records.save('Bad', [{ op: 'remove', store: 'assets', id: ids.infosys }]))).toEqual([
      expect.stringMatching(/^0 : ‘Infosys’ cannot go alone: .*3 transactions.* still belong to it\.$/)
    ]);
    expect(await records.rows()).toBe(before);
  });

  it('are refused when they are not as they were seen', async () => {
    const name = { store: 'assets', id: ids.sap };
    const [seen] = await readRecords(records.dataset, [name]);
    const { seen: state = '' } = seen ?? {};
    await records.save('By another window', [{ op: 'patch', ...name, fields: { notes: 'theirs' } }]);
    const theirs = await records.rows();
    const work = records.save('By this one', [
      { op: 'patch', ...name, fields: { notes: 'ours' }, seen: state },
      put('transactions', bought)
    ]);
    await expect(work).rejects.toMatchObject({
      records: [{ store: 'assets', id: ids.sap, label: 'SAP', change: 'edited' }]
    });
    await expect(records.save('Late', [{ op: 'remove', store: 'transactions', id: idOf(999) }])).rejects.toThrow(
      ChangedRecordsError
    );
    expect(await records.rows()).toBe(theirs);
    await records.undo();
    await records.save('Again', [{ op: 'patch', ...name, fields: { notes: 'ours' }, seen: state }]);
  });

  it('keep every other field, known to nobody or not', async () => {
    await records.save('Edit', [
      { op: 'patch', store: 'assets', id: ids.infosys, fields: { name: 'Infosys Ltd', symbol: 'INFY' } }
    ]);
    const row = (await records.in('assets')).find(({ id }) => id === ids.infosys);
    expect(row).toMatchObject({
      name: 'Infosys Ltd',
      symbol: 'INFY',
      unknownField: { kept: ['as', 'it', 'is'] },
      updatedAt: now
    });
    await records.save('Take out', [{ op: 'patch', store: 'assets', id: ids.infosys, fields: { symbol: undefined } }]);
    expect((await records.in('assets')).find(({ id }) => id === ids.infosys)).not.toHaveProperty('symbol');
  });

  it('make an asset in the shape of the installed version', async () => {
    const asset = {
      id: idOf(800),
      accountId: ids.bank,
      name: 'Gold 🪙',
      assetType: 'physicalGold',
      primaryCountry: 'DE',
      ownerCountry: 'DE',
      primaryCurrency: 'EUR',
      currentValue: '1999.5',
      quantity: '1.25',
      tags: ['metal'],
      documentIds: [],
      isActive: true,
      isIncludedInPortfolio: true
    };
    await records.save('Add', [put('assets', asset)]);
    const row = (await records.in('assets')).find(({ id }) => id === idOf(800));
    if (version === '1.0.0') expect(row).toMatchObject({ amount: '1999.5', quantity: 1.25, documents: [] });
    else expect(row).toMatchObject({ currentValue: '1999.5', quantity: '1.25' });
    const [read] = await readRecords(records.dataset, [{ store: 'assets', id: idOf(800) }]);
    expect(read?.record).toEqual({ ...asset, createdAt: now, updatedAt: now });
    await records.undo();
    expect(await records.rows()).toBe(before);
  });

  it('list documents as the asset has them, and take them back', async () => {
    expect((await documentsOf(records.dataset, ids.infosys)).map(({ record }) => record['title'])).toEqual([
      'Demat form',
      'scan.pdf'
    ]);
    const document = {
      id: idOf(700),
      kind: 'statement',
      title: 'Year | end',
      issued: '2024-01-31',
      locationKind: 'held',
      location: 'attachments/00000000-0000-4000-8000-000000000001/a.pdf',
      assetId: ids.infosys
    };
    await records.save('Add', [put('documents', document)]);
    const listed = await documentsOf(records.dataset, ids.infosys);
    expect(listed.map(({ record }) => record['title'])).toEqual(['Demat form', 'scan.pdf', 'Year | end']);
    expect(listed[2]?.record).toMatchObject({
      locationKind: 'held',
      issued: '2024-01-31',
      location: document.location
    });
    if (version === currentVersion) {
      const owner = (await records.in('assets')).find(({ id }) => id === ids.infosys);
      expect(owner?.['documentIds']).toEqual(listed.map(({ record }) => record['id']));
    }
    const [first] = listed;
    await records.save('Remove', [{ op: 'remove', store: 'documents', id: String(first?.record['id']) }]);
    expect((await documentsOf(records.dataset, ids.infosys)).map(({ record }) => record['title'])).toEqual([
      'scan.pdf',
      'Year | end'
    ]);
    await records.undo();
    await records.undo();
    expect(await records.rows()).toBe(before);
  });

  it('go with all that belongs to them, in one step', async () => {
    const removal = await removalOf(records.dataset, [{ store: 'accounts', id: ids.depot }]);
    expect(removal.label).toBe('Delete the account ‘Depot’');
    expect(removal.counts).toMatchObject({ accounts: 1, assets: 4, transactions: 3, prices: 3 });
    expect(removal.sentence).toMatch(
      /^Deletes the account ‘Depot’, and with it .*4 assets.*3 prices.*You can undo this\.$/
    );
    await records.save(removal.label, removal.writes);
    expect((await records.in('assets')).map(({ name }) => name)).toEqual(['Mortgage', 'Dirham note']);
    expect(await records.in('transactions')).toEqual([]);
    expect(await records.in('prices')).toEqual([]);
    if (version === currentVersion) {
      const gone = new Set([ids.infosys, ids.sap, ids.flat, ids.old]);
      for (const store of ['documents', 'complianceRequirements', 'currencyRisks'])
        expect((await records.in(store)).filter(({ assetId }) => gone.has(String(assetId)))).toEqual([]);
    }
    // What is left still satisfies every check of its version.
    const { migrations } = records.services;
    const status = await migrations.getMigrationStatus();
    expect(status.currentVersion).toBe(version);
    await records.undo();
    expect(await records.rows()).toBe(before);
    await records.redo();
    expect(await records.in('transactions')).toEqual([]);
  });

  it('survive the upgrade that follows', async () => {
    const removal = await removalOf(records.dataset, [{ store: 'assets', id: ids.infosys }]);
    await records.save(removal.label, removal.writes);
    await records.save('Add', [
      put('transactions', bought),
      put('documents', {
        id: idOf(701),
        kind: 'deed',
        title: 'Deed',
        locationKind: 'paper',
        location: 'Shelf',
        assetId: ids.sap
      })
    ]);
    records.dataset.close();
    const { migrations } = records.services;
    if (version !== currentVersion) {
      const report = await migrations.executeMigration(migrations.getMigrationPlan(version, currentVersion));
      expect(report.outcome).toBe('completed');
    }
    expect((await records.in('documents')).map(({ title }) => title)).toContain('Deed');
  });

  it('tell what is held on a day, without the transaction that is being edited', async () => {
    const held = (day: string, without?: string): Promise<string> =>
      heldUnits(records.dataset, {
        assetId: ids.infosys,
        accountId: ids.depot,
        day,
        ...(without === undefined ? {} : { without })
      });
    expect(await held('2024-01-09')).toBe('0');
    expect(await held('2024-01-10')).toBe('100');
    expect(await held('2024-06-28')).toBe('60');
    expect(await held('2024-06-28', idOf(102))).toBe('100');
    expect(await held('2024-07-01')).toBe('1060');
  });

  it('stop when they are cancelled, and leave everything as it was', async () => {
    const abort = new AbortController();
    const writes = [put('transactions', bought)];
    await expect(
      applyWrites(records.dataset, writes, { now, signal: abort.signal, onProgress: () => abort.abort() })
    ).rejects.toThrow();
    expect(await records.rows()).toBe(before);
  });
});

describe('a window that was left behind', () => {
  it('writes nothing and says so', async () => {
    const records = await recordsAt(currentVersion);
    await records.dataset.database.table('_meta').put({ key: 'epoch', value: 99 });
    const before = await records.rows();
    await expect(records.save('Late', [put('transactions', bought)])).rejects.toThrow(StaleStandingError);
    expect(await records.rows()).toBe(before);
  });
});

describe('what a version lacks', () => {
  it('is named with the version that brings it', async () => {
    const records = await recordsAt('1.2.0');
    const entry = { id: idOf(600), personId: ids.person, country: 'DE', from: '2024-01-01', to: '2024-01-02' };
    await expect(records.save('Days', [put('dayLog', entry)])).rejects.toThrow(NeedsVersionError);
    await expect(records.save('Days', [put('dayLog', entry)])).rejects.toThrow('version 1.3.0');
    const document = {
      id: idOf(601),
      kind: 'other',
      title: 'Of an account',
      locationKind: 'paper',
      accountId: ids.bank
    };
    await expect(records.save('Papers', [put('documents', document)])).rejects.toThrow('version 1.3.0');
  });

  it('is not lost silently: 1.0.0 keeps units as binary numbers', async () => {
    const records = await recordsAt('1.0.0');
    const before = await records.rows();
    const edit: RecordWriting = {
      op: 'patch',
      store: 'assets',
      id: ids.sap,
      fields: { quantity: '1.00000000000000000001' }
    };
    expect(await refusal(records.save('Edit', [edit]))).toEqual([
      '0 quantity: Your data is at version 1.0.0, which cannot keep this exactly: it would become 1. Upgrade your data, or write fewer digits.'
    ]);
    expect(await records.rows()).toBe(before);
  });
});

describe('a month that somebody else has written', () => {
  it('keeps its own fields and the order of its lists, also when it was gone in between', async () => {
    const entries = smallPortfolio['transactions']?.[0]?.['entries'] as Row[];
    const other = { ...entries[0], id: idOf(300), assetId: ids.sap };
    const month = {
      extra: { kept: true },
      entries: [...entries, other],
      assetIds: [ids.sap, ids.infosys],
      month: '2024-01',
      accountId: ids.depot
    };
    const records = await recordsAt('1.0.0', { ...smallPortfolio, transactions: [month] });
    const before = await records.rows();
    await records.save('Add', [put('transactions', { ...bought, assetId: ids.flat })]);
    await records.undo();
    expect(await records.rows()).toBe(before);
    const all = [101, 102, 300].map((at): RecordWriting => ({ op: 'remove', store: 'transactions', id: idOf(at) }));
    await records.save('Empty', all);
    expect(await records.in('transactions')).toEqual([]);
    await records.undo();
    expect(await records.rows()).toBe(before);
    records.dataset.close();
  });
});

describe('a step without writes', () => {
  it('does nothing, and there is nothing to take back', async () => {
    const records = await recordsAt(currentVersion);
    const sequence = await records.dataset.sequence();
    expect(await records.save('Nothing', [])).toMatchObject({ made: [], undoNote: null });
    expect(await records.dataset.sequence()).toBe(sequence);
    expect(await records.undo()).toBeNull();
    records.dataset.close();
  });
});

describe('a price', () => {
  it('is set, replaced and taken out day by day; a year without any has no row', async () => {
    const records = await recordsAt(currentVersion);
    const set = (day: string, close: string): RecordWriting => put('prices', { assetId: ids.infosys, day, close });
    await records.save('Set', [set('2024-06-25', '1490'), set('2024-06-26', '1501.5'), set('2022-01-03', '1700')]);
    expect(await records.in('prices')).toMatchObject([
      { year: 2022, days: ['2022-01-03'], closes: ['1700'] },
      { year: 2023 },
      { year: 2024, days: ['2024-06-25', '2024-06-26', '2024-07-01'], closes: ['1490', '1501.5', '9999'] }
    ]);
    await records.save('Out', [{ op: 'remove', store: 'prices', id: `${ids.infosys} 2022-01-03` }]);
    expect((await records.in('prices')).map(({ year }) => year)).toEqual([2023, 2024]);
    await expect(
      records.save('Out', [{ op: 'remove', store: 'prices', id: `${ids.infosys} 2022-01-03` }])
    ).rejects.toThrow(ChangedRecordsError);
  });
});

describe('a person', () => {
  it('goes with residencies, and accounts let go of the name', async () => {
    const records = await recordsAt(currentVersion);
    await records.save('Own', [
      put('persons', { id: idOf(500), name: 'Ben', citizenships: [], homeCountry: 'DE' }),
      { op: 'patch', store: 'accounts', id: ids.bank, fields: { ownerIds: [ids.person, idOf(500)] } }
    ]);
    const before = await records.rows();
    const removal = await removalOf(records.dataset, [{ store: 'persons', id: ids.person }]);
    await records.save(removal.label, removal.writes);
    expect((await records.in('accounts')).find(({ id }) => id === ids.bank)).toMatchObject({ ownerIds: [idOf(500)] });
    expect((await records.in('taxResidencies')).filter(({ personId }) => personId === ids.person)).toEqual([]);
    await records.undo();
    expect(await records.rows()).toBe(before);
  });
});

describe('a transfer that was entered in one step', () => {
  it('goes with its other end', async () => {
    const records = await recordsAt('1.0.0', smallPortfolio);
    const transferId = idOf(400);
    const end = { date: '2024-05-02', gross: '100', currency: 'EUR', transferId };
    await records.save('Transfer', [
      put('transactions', { ...end, id: idOf(401), accountId: ids.bank, type: 'transferOut' }),
      put('transactions', { ...end, id: idOf(402), accountId: ids.depot, type: 'transferIn' })
    ]);
    const removal = await removalOf(records.dataset, [{ store: 'transactions', id: idOf(402) }]);
    expect(removal.counts).toEqual({ transactions: 2 });
    await records.save(removal.label, removal.writes);
    expect((await months(records)).join(' ')).not.toContain('2024-05');
  });
});
