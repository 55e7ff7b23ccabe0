import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createApp } from '../../../src/lib/app';
import { memoryServices, portfolioAt } from '../data/memory-services';
import { desk } from './desk';
import { FakeChannel, FakeLocks, fakeWindow, supportedAt } from './fakes';

describe('duties that are due', () => {
  it.each([
    ['1.0.0', {}, 0],
    [
      '1.3.0',
      {
        complianceRequirements: [
          { id: '1', state: 'required', dueOn: '2024-07-31' },
          { id: '2', state: 'required', dueOn: '2024-08-01' },
          { id: '3', state: 'notRequired', dueOn: '2024-07-01' },
          { id: '4', state: 'required' }
        ]
      },
      1
    ]
  ])('are counted by day and state at %s', async (version, rows, one) => {
    const services = memoryServices();
    await portfolioAt(services, version, rows);
    const { ask } = desk(services);
    const { finding } = await ask({ verb: 'inspect' });
    if (finding.kind !== 'supported') throw new Error(finding.kind);
    const standing = { version, epoch: finding.epoch };
    const count = (until: string): Promise<number> => ask({ verb: 'countDue', standing, until });
    expect(await count('2024-07-30')).toBe(0);
    expect(await count('2024-07-31')).toBe(one);
    expect(await count('2024-08-01')).toBe(2 * one);
  });

  describe('on the icon', () => {
    beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] }));
    afterEach(() => void vi.useRealTimers());

    it('are shown a while after the data was opened, for the month to come', async () => {
      const badges: number[] = [];
      const window = fakeWindow('a', new FakeLocks(), new FakeChannel(), ({ job }) => {
        if (job.verb === 'inspect') return { finding: supportedAt('1.3.0'), news: [] };
        return job.verb === 'countDue' ? 3 : null;
      });
      const app = createApp({ ...window.surroundings, setBadge: (count) => void badges.push(count) });
      await app.boot.start();
      expect(badges).toEqual([]);
      await vi.advanceTimersByTimeAsync(5_000);
      expect(badges).toEqual([3]);
      expect(window.jobs).toContainEqual(expect.objectContaining({ verb: 'countDue', until: '2024-07-28' }));
    });
  });
});
