import { beforeEach, describe, expect, it } from 'vitest';
import { ChangedRecordsError, RefusedWritesError, StepJournal, type StepBody } from '../../../../src/lib/data/records';
import type { RecordPort, Row } from '../../../../src/lib/migration';
import { memoryRecords } from '../../../../src/lib/migration/testing';
import type { RecordWriting } from '../../../../src/lib/protocol';
import { currentVersion } from '../../../../src/lib/schema';
import { idOf, ids } from '../small-portfolio';
import { recordsAt, type Records } from './bench-of-records';

const rename = (id: string, name: string): RecordWriting => ({ op: 'patch', store: 'assets', id, fields: { name } });

function body(weight: number): StepBody {
  return {
    rows: [{ store: 'assets', key: 'x', before: null, after: { text: 'x'.repeat(weight) } }],
    packed: [],
    series: []
  };
}

const step = (id: string) => ({ id, label: `Step ${id}`, at: '2024-06-28T12:00:00.000Z', records: 1 });

describe('the journal of steps', () => {
  let port: RecordPort;
  let kept: Map<string, unknown>;
  const limits = { steps: 3, bytes: 1_000, stepBytes: 5_000 };

  beforeEach(() => {
    const memory = memoryRecords();
    kept = new Map();
    port = {
      ...memory,
      set: async (key, value) => {
        kept.set(key, value);
        await memory.set(key, value);
      },
      remove: async (key) => {
        kept.delete(key);
        await memory.remove(key);
      }
    };
  });

  it('takes back the newest and does again the oldest that was taken back', async () => {
    const journal = new StepJournal(port, 'a 1', limits);
    expect(await journal.state()).toEqual({ undoable: null, redoable: null, note: null });
    for (const id of ['1', '2', '3']) expect(await journal.add(step(id), body(1))).toBeNull();
    await journal.turn('3', true);
    await journal.turn('2', true);
    expect(await journal.state()).toMatchObject({ undoable: { id: '1' }, redoable: { id: '2' } });
    // A new step ends what could be done again.
    await journal.add(step('4'), body(1));
    expect(await new StepJournal(port, 'a 1', limits).state()).toMatchObject({ undoable: { id: '4' }, redoable: null });
    expect([...kept.keys()]).toEqual(['step 1', 'step 4']);
  });

  it('is bounded by steps and by bytes, and keeps the newest however large it is', async () => {
    const journal = new StepJournal(port, 'a 1', limits);
    for (const id of ['1', '2', '3', '4']) await journal.add(step(id), body(1));
    expect([...kept.keys()]).toEqual(['step 2', 'step 3', 'step 4']);
    await journal.add(step('5'), body(900));
    expect([...kept.keys()]).toEqual(['step 5']);
    await journal.add(step('6'), body(4_000));
    expect([...kept.keys()]).toEqual(['step 6']);
    const said = await journal.add(step('7'), body(9_000));
    expect(said).toMatch('too large to be kept for undoing');
    expect(await journal.state()).toEqual({ undoable: null, redoable: null, note: said });
    expect(kept.size).toBe(0);
  });

  it('holds a hundred steps and more', async () => {
    const journal = new StepJournal(port, 'a 1');
    for (let at = 0; at < 150; at++) await journal.add(step(String(at)), body(10_000));
    let undone = 0;
    for (let next = await journal.next('undo'); next !== null; next = await journal.next('undo')) {
      await journal.turn(next.step.id, true);
      undone++;
    }
    expect(undone).toBe(150);
  });

  it('is void at another epoch or in another database, and says why until the next step', async () => {
    await new StepJournal(port, 'a 1', limits).add(step('1'), body(1));
    const after = new StepJournal(port, 'a 2', limits);
    const { undoable, note } = await after.state();
    expect(undoable).toBeNull();
    expect(note).toMatch('upgraded, restored or rolled back');
    expect((await after.state()).note).toBe(note);
    expect(kept.size).toBe(0);
    await after.add(step('2'), body(1));
    expect(await after.state()).toEqual({ undoable: step('2'), redoable: null, note: null });
  });

  it('passes over a step whose keeping was cut off', async () => {
    const journal = new StepJournal(port, 'a 1', limits);
    await journal.add(step('1'), body(1));
    await journal.add(step('2'), body(1));
    await port.remove('step 2');
    expect((await journal.next('undo'))?.step.id).toBe('1');
    expect((await journal.state()).undoable?.id).toBe('1');
  });

  it('says when it could not be kept', async () => {
    const full: RecordPort = { ...port, set: () => Promise.reject(new DOMException('full', 'QuotaExceededError')) };
    expect(await new StepJournal(full, 'a 1', limits).add(step('1'), body(1))).toMatch('What you did is saved');
  });
});

describe('taking back what somebody has changed since', () => {
  let records: Records;

  beforeEach(async () => {
    records = await recordsAt(currentVersion);
    return () => records.dataset.close();
  });

  /** Another window without our journal. */
  async function elsewhere(writes: readonly RecordWriting[]): Promise<void> {
    const { applyWrites } = await import('../../../../src/lib/data/records');
    await applyWrites(records.dataset, writes, { now: '2024-06-29T08:00:00.000Z' });
  }

  it('is refused, told by record, and loses nothing', async () => {
    await records.save('Rename three', [rename(ids.sap, 'A'), rename(ids.flat, 'B'), rename(ids.old, 'C')]);
    await elsewhere([rename(ids.flat, 'Theirs')]);
    const before = await records.rows();
    const error: unknown = await records.undo().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ChangedRecordsError);
    expect((error as ChangedRecordsError).records).toEqual([
      { store: 'assets', id: ids.flat, label: 'Theirs', change: 'edited' }
    ]);
    expect(await records.rows()).toBe(before);
    expect((await records.journal.state()).undoable?.label).toBe('Rename three');
  });

  it('goes on without those records when asked to, and can be done again', async () => {
    await records.save('Rename three', [rename(ids.sap, 'A'), rename(ids.flat, 'B'), rename(ids.old, 'C')]);
    await elsewhere([rename(ids.flat, 'Theirs')]);
    const before = await records.rows();
    await records.undo(true);
    const names = (await records.in('assets')).map(({ name }) => name);
    expect(names).toEqual(['Infosys', 'SAP', 'Theirs', 'Mortgage', 'Dirham note', 'Sold long ago']);
    expect((await records.journal.state()).redoable?.records).toBe(2);
    await records.redo();
    expect(await records.rows()).toBe(before);
  });

  it('leaves other transactions of the same month as they are', async () => {
    await records.save('Remove', [{ op: 'remove', store: 'transactions', id: idOf(101) }]);
    await elsewhere([
      { op: 'patch', store: 'transactions', id: idOf(102), fields: { note: 'theirs' } },
      {
        op: 'put',
        store: 'transactions',
        record: {
          id: idOf(950),
          accountId: ids.depot,
          date: '2024-01-05',
          type: 'deposit',
          gross: '1',
          currency: 'EUR'
        }
      }
    ]);
    await records.undo();
    const [january] = await records.in('transactions');
    expect((january?.['entries'] as Row[]).map(({ id, note }) => [id, note])).toEqual([
      [idOf(101), undefined],
      [idOf(950), undefined],
      [idOf(102), 'theirs']
    ]);
    expect(january?.['assetIds']).toEqual([ids.infosys]);
  });

  it('is refused where others have come to rest on what would go', async () => {
    const made = { id: idOf(810), name: 'New', country: 'DE', currency: 'EUR', kind: 'bank' };
    await records.save('Add an account', [{ op: 'put', store: 'accounts', record: made }]);
    await elsewhere([{ op: 'patch', store: 'assets', id: ids.cash, fields: { accountId: made.id } }]);
    const before = await records.rows();
    await expect(records.undo()).rejects.toThrow(RefusedWritesError);
    await expect(records.undo()).rejects.toThrow('‘New’ cannot go alone: 1 asset still belong to it.');
    expect(await records.rows()).toBe(before);
  });
});
