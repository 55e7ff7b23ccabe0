/** Which backups stay: each rule by an example, and the protected ones over random histories and clocks. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { dailyBackupDue, planRetention } from '../../../src/lib/backup';
import { memoryPlace } from '../../../src/lib/backup/testing';
import type { BackupInfo } from '../../../src/lib/migration';
import { seed } from '../../support/seed';
import { backupsIn, clock, fakeSource, someThings } from './sources';

const DAY = 86_400_000;
const now = new Date(2026, 5, 30, 12);

function backup(daysOld: number, more: Partial<BackupInfo> = {}): BackupInfo {
  const createdAt = new Date(now.getTime() - daysOld * DAY).toISOString();
  return {
    id: `at ${createdAt}`,
    name: `WealthWise_Backup_${createdAt}`,
    createdAt,
    dataVersion: '1.3.0',
    reason: '',
    place: 'opfs',
    bytes: 100,
    counts: { assets: 10 },
    digest: 'd',
    verifiedAt: createdAt,
    pinned: false,
    encrypted: false,
    keptBecause: [],
    leavesOn: null,
    ...more
  };
}

function leaving(all: readonly BackupInfo[], context = { presentVersion: '1.3.0', now }): number[] {
  return planRetention(all, context).leaving.map((info) => (now.getTime() - Date.parse(info.createdAt)) / DAY);
}

describe('what is kept', () => {
  it('is everything younger than seven days', () => {
    expect(leaving([backup(0), backup(1), backup(1.5), backup(3), backup(6.99)])).toEqual([]);
  });

  it('is from then to thirty days the newest verified of each week', () => {
    // 30 June 2026 is a Tuesday: 8 and 9 days before it lie in one ISO week, 9.6 and 10 days before in the week before.
    expect(leaving([backup(0), backup(8), backup(8.4), backup(9.6), backup(10), backup(29.9)])).toEqual([8.4, 10]);
    const unverified = backup(8, { verifiedAt: null });
    expect(leaving([backup(0), unverified, backup(8.4), backup(8.45)])).toEqual([8.45]);
  });

  it('is nothing older than thirty days', () => {
    expect(leaving([backup(0), backup(29.99), backup(30.01), backup(400)])).toEqual([30.01, 400]);
  });

  it.each([
    ['the newest verified one, however old', [backup(500)]],
    ['the newest that holds anything', [backup(0, { counts: {} }), backup(90)]],
    ['the one from before the present data version', [backup(0), backup(90, { dataVersion: '1.0.0' })]],
    ['the last one made before a restore', [backup(0), backup(90, { occasion: 'restore' })]],
    ['a pinned one', [backup(0), backup(90, { pinned: true })]],
    ['one that cannot be read', [backup(0), backup(90, { dataVersion: 'unknown', verifiedAt: null })]],
    ['one of newer data', [backup(0), backup(90, { dataVersion: '9.0.0' })]],
    ['one that was never verified', [backup(0), backup(90, { verifiedAt: null })]]
  ])('is always %s', (_rule, all) => {
    const plan = planRetention(all, { presentVersion: '1.3.0', now });
    expect(plan.leaving).toEqual([]);
    const oldest = plan.backups.at(-1);
    expect(oldest?.keptBecause.length).toBeGreaterThan(0);
    expect(oldest?.leavesOn).toBeNull();
  });

  it('is of several from before the present version, or before a restore, only the newest', () => {
    expect(leaving([backup(0), backup(60, { dataVersion: '1.0.0' }), backup(90, { dataVersion: '1.0.0' })])).toEqual([
      90
    ]);
    expect(leaving([backup(0), backup(60, { occasion: 'restore' }), backup(90, { occasion: 'restore' })])).toEqual([
      90
    ]);
  });

  it('is measured from the newest verified backup that is not in the future', () => {
    expect(leaving([backup(360), backup(366), backup(372)])).toEqual([]);
    expect(leaving([backup(-1000), backup(0), backup(3)])).toEqual([]);
    expect(leaving([backup(-1000), backup(0), backup(40)])).toEqual([40]);
  });

  it('is everything while the newest holds less than half of the one before, until it is pinned', () => {
    const small = backup(0, { counts: { assets: 4 } });
    const plan = planRetention([small, backup(1), backup(90)], { presentVersion: '1.3.0', now });
    expect(plan.leaving).toEqual([]);
    expect(plan.suspended).toContain('holds 4 records, the one before it 10');
    expect(leaving([{ ...small, pinned: true }, backup(1), backup(90)])).toEqual([90]);
    expect(leaving([backup(0, { counts: { assets: 5 } }), backup(1), backup(90)])).toEqual([90]);
  });

  it('says when each will go, and what cleaning would free', () => {
    const plan = planRetention([backup(0), backup(3), backup(90)], { presentVersion: '1.3.0', now });
    expect(plan.freeable).toBe(100);
    expect(plan.backups[0]?.leavesOn).toBeNull();
    expect(plan.backups[1]?.leavesOn).toBe(new Date(now.getTime() + 27 * DAY).toISOString());
  });
});

describe('over random histories and clocks', () => {
  const version = fc.constantFrom('1.0.0', '1.2.0', '1.3.0', '1.4.0', 'unknown');
  const some = fc.array(
    fc.record({
      daysOld: fc.double({ min: -40, max: 800, noNaN: true }),
      dataVersion: version,
      verified: fc.boolean(),
      pinned: fc.boolean(),
      occasion: fc.constantFrom(undefined, 'restore' as const, 'daily' as const),
      records: fc.nat(30)
    }),
    { maxLength: 40 }
  );
  const historyOf = (items: typeof some extends fc.Arbitrary<infer T> ? T : never): BackupInfo[] =>
    items.map(({ daysOld, dataVersion, verified, pinned, occasion, records }, at) => {
      const one = backup(daysOld);
      return {
        ...one,
        id: `b${at}`,
        dataVersion,
        pinned,
        counts: { assets: records },
        verifiedAt: verified ? one.createdAt : null,
        ...(occasion && { occasion })
      };
    });
  const options = seed(2000);
  const hours = fc.integer({ min: -24 * 400, max: 24 * 400 });

  test('the protected ones never go, and cleaning twice is cleaning once', () => {
    fc.assert(
      fc.property(some, hours, (items, shift) => {
        const all = historyOf(items);
        const context = { presentVersion: '1.3.0', now: new Date(now.getTime() + shift * 3_600_000) };
        const { leaving: gone, suspended } = planRetention(all, context);
        const left = all.filter((info) => !gone.some(({ id }) => id === info.id));
        const newest = (kept: readonly BackupInfo[], holds: (info: BackupInfo) => boolean) =>
          [...kept].filter(holds).sort((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt))[0]?.createdAt;
        const isVerified = (info: BackupInfo) => info.verifiedAt !== null;
        const rules: ((info: BackupInfo) => boolean)[] = [
          isVerified,
          (info) => isVerified(info) && (info.counts['assets'] ?? 0) > 0,
          (info) => isVerified(info) && ['1.0.0', '1.2.0'].includes(info.dataVersion),
          (info) => info.occasion === 'restore'
        ];
        for (const rule of rules) expect(newest(left, rule)).toBe(newest(all, rule));
        const untouchable = (info: BackupInfo) =>
          info.pinned || !isVerified(info) || info.dataVersion === 'unknown' || info.dataVersion === '1.4.0';
        expect(left.filter(untouchable)).toEqual(all.filter(untouchable));
        if (suspended !== null) expect(gone).toEqual([]);
        const again = planRetention(left, context);
        if (again.suspended === null) expect(again.leaving).toEqual([]);
      }),
      options
    );
  });

  test('by age there are as many as the rules say', () => {
    const minute = DAY / 1440;
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 * 1440 }), { minLength: 1, maxLength: 60 }), (ages) => {
        const at = (age: number) => new Date(now.getTime() - age * minute);
        const all = ages.map((age, place) => ({ ...backup(0), id: `b${place}`, createdAt: at(age).toISOString() }));
        const gone = new Set(planRetention(all, { presentVersion: '1.3.0', now }).leaving.map(({ id }) => id));
        const measure = Math.min(...ages);
        const left = ages.filter((_, place) => !gone.has(`b${place}`));
        const within = (list: readonly number[], from: number, to: number) =>
          list.filter((age) => age - measure >= from * 1440 && age - measure < to * 1440);
        expect(within(left, 0, 7)).toEqual(within(ages, 0, 7));
        const inWeeks = ages.filter((age) => age - measure >= 7 * 1440 && age - measure <= 30 * 1440);
        const weeks = new Set(inWeeks.map((age) => mondayOf(at(age))));
        expect(left.filter((age) => inWeeks.includes(age)).length).toBe(weeks.size);
        expect(left.filter((age) => age - measure > 30 * 1440)).toEqual([]);
      }),
      options
    );
  });

  test('an absence of a year removes nothing', () => {
    fc.assert(
      fc.property(some, (items) => {
        const all = historyOf(items).map((info) => ({
          ...info,
          createdAt: new Date(Math.min(Date.parse(info.createdAt), now.getTime())).toISOString()
        }));
        const context = { presentVersion: '1.3.0', now };
        const left = all.filter((info) => !planRetention(all, context).leaving.some(({ id }) => id === info.id));
        fc.pre(planRetention(left, context).suspended === null);
        const later = { ...context, now: new Date(now.getTime() + 365 * DAY) };
        expect(planRetention(left, later).leaving).toEqual([]);
      }),
      options
    );
  });
});

function mondayOf(day: Date): string {
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() - ((day.getDay() + 6) % 7)).toDateString();
}

describe('a daily backup', () => {
  const morning = new Date(2026, 5, 30, 8);
  const made = (at: Date, sequence: number): BackupInfo =>
    backup(0, { createdAt: at.toISOString(), verifiedAt: at.toISOString(), sequence });

  it.each([
    ['there is none yet', [], 1, true],
    ['nothing was written since', [made(new Date(2026, 5, 20), 5)], 5, false],
    ['something was written since an earlier day', [made(new Date(2026, 5, 29, 23, 59), 5)], 6, true],
    ['there is one of today', [made(new Date(2026, 5, 30, 0, 1), 5)], 6, false]
  ])('when %s', (_when, all, sequence, due) => {
    expect(dailyBackupDue(all as BackupInfo[], { now: morning, sequence })).toBe(due);
  });
});

describe('cleaning', () => {
  it('removes what leaves and nothing else, and leaves what cannot be removed listed', async () => {
    const place = memoryPlace();
    const { backups } = backupsIn(place);
    const ids: string[] = [];
    for (const daysOld of [100, 90, 80, 1, 0]) {
      clock.now = new Date(now.getTime() - daysOld * DAY);
      ids.push((await backups.create(fakeSource({ things: someThings(3) }), { reason: 'r' })).info.id);
    }
    await backups.setPinned(ids[1] ?? '', true);
    const { remove } = place;
    let refusals = 0;
    place.remove = (name) => (refusals++ === 0 ? Promise.reject(new Error('in use')) : remove(name));
    const first = await backups.prune('1.0.0');
    expect(first.removed).toHaveLength(1);
    const refused = [ids[0], ids[2]].filter((id) => id !== first.removed[0]?.id);
    expect((await backups.list()).map(({ id }) => id).sort()).toEqual([ids[1], ids[3], ids[4], ...refused].sort());
    const second = await backups.prune('1.0.0');
    expect(second.removed).toHaveLength(1);
    const left = await backups.list();
    expect(left.map(({ id }) => id).sort()).toEqual([ids[1], ids[3], ids[4]].sort());
    expect(left.find(({ id }) => id === ids[1])?.pinned).toBe(true);
    expect((await backups.prune('1.0.0')).removed).toEqual([]);
    for (const { id } of left) expect(await backups.verify(id)).toMatchObject({ ok: true });
  });

  it('asks twice before the last backup with records goes', async () => {
    const { backups } = backupsIn();
    clock.now = now;
    const { info } = await backups.create(fakeSource({ things: someThings(3) }), { reason: 'r' });
    await backups.create(fakeSource({}), { reason: 'an empty one' });
    await expect(backups.remove(info.id)).rejects.toThrow('the only verified backup with your records');
    expect(await backups.list()).toHaveLength(2);
    await backups.remove(info.id, { force: true });
    expect(await backups.list()).toHaveLength(1);
  });

  it('knows from the file alone what led to a backup, when the list is lost', async () => {
    const { backups, place } = backupsIn();
    await backups.create(fakeSource({ things: someThings(3) }), { reason: 'r', occasion: 'restore' });
    place.files.delete('manifest.json');
    expect((await backups.list())[0]).toMatchObject({ occasion: 'restore', sequence: 0 });
  });
});
