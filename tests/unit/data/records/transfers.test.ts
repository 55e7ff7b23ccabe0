import { beforeEach, describe, expect, it } from 'vitest';
import type { RecordWriting, Standing } from '../../../../src/lib/protocol';
import { desk, type Desk } from '../../app/desk';
import { memoryServices, portfolioAt } from '../memory-services';
import { idOf, ids, smallPortfolio } from '../small-portfolio';

const standing: Standing = { version: '1.0.0', epoch: 1 };
const [left, arrived, alone] = [idOf(801), idOf(802), idOf(803)];
let ask: Desk['ask'];

const end = (id: string, date: string, type: string, accountId: string, transferId?: string): RecordWriting => ({
  op: 'put',
  store: 'transactions',
  record: { id, accountId, date, type, gross: '100', currency: 'EUR', ...(transferId && { transferId }) }
});
const nameOf = (id: string, accountId: string, date: string) => ({
  store: 'transactions',
  id,
  at: { accountId, date }
});

beforeEach(async () => {
  const services = memoryServices();
  await portfolioAt(services, '1.0.0', smallPortfolio);
  ({ ask } = desk(services));
  const writes = [
    end(left, '2024-01-31', 'transferOut', ids.bank, idOf(900)),
    end(arrived, '2024-02-01', 'transferIn', ids.depot, idOf(900)),
    end(alone, '2024-02-01', 'transferIn', ids.depot)
  ];
  expect(await ask({ verb: 'saveRecords', standing, label: 'Add', writes })).toMatchObject({ kind: 'saved' });
});

describe('the ends of a transfer', () => {
  it('find each other, also over the end of a month', async () => {
    const there = await ask({ verb: 'otherEnd', standing, name: nameOf(left, ids.bank, '2024-01-31') });
    expect(there?.record).toMatchObject({ id: arrived, date: '2024-02-01' });
    const back = await ask({ verb: 'otherEnd', standing, name: nameOf(arrived, ids.depot, '2024-02-01') });
    expect(back?.record).toMatchObject({ id: left });
  });

  it('are none where a transaction stands alone', async () => {
    expect(await ask({ verb: 'otherEnd', standing, name: nameOf(alone, ids.depot, '2024-02-01') })).toBeNull();
  });

  it('go together when one is deleted', async () => {
    const names = [nameOf(left, ids.bank, '2024-01-31')];
    await ask({ verb: 'removeRecords', standing, names });
    const found = await ask({
      verb: 'readRecords',
      standing,
      names: [...names, nameOf(arrived, ids.depot, '2024-02-01'), nameOf(alone, ids.depot, '2024-02-01')]
    });
    expect(found.map((seen) => seen?.record['id'] ?? null)).toEqual([null, null, alone]);
  });

  it('are edited in one step, and taken back in one', async () => {
    const patch = (id: string, accountId: string, date: string): RecordWriting => ({
      op: 'patch',
      ...nameOf(id, accountId, date),
      fields: { gross: '120' }
    });
    const writes = [patch(left, ids.bank, '2024-01-31'), patch(arrived, ids.depot, '2024-02-01')];
    await ask({ verb: 'saveRecords', standing, label: 'Edit both ends of a transfer', writes });
    await ask({ verb: 'takeStep', standing, direction: 'undo', leaveChanged: false });
    const names = [nameOf(left, ids.bank, '2024-01-31'), nameOf(arrived, ids.depot, '2024-02-01')];
    const found = await ask({ verb: 'readRecords', standing, names });
    expect(found.map((seen) => seen?.record['gross'])).toEqual(['100', '100']);
  });
});
