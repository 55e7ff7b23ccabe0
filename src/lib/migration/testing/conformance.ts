/** What any storage port must do, as cases that a test runner of any make can run. */
import type { LockPort, RecordPort } from '../ports';

/** Throws when the values are not equal by structure. */
export type Expectations = (actual: unknown, expected: unknown, what: string) => void;

/** Cases for a {@link RecordPort}; `make` gives an empty one. */
export function recordConformance(
  make: () => Promise<RecordPort>,
  expect: Expectations
): Record<string, () => Promise<void>> {
  return {
    'gives undefined for what was never set': async () => expect(await (await make()).get('none'), undefined, 'value'),
    'gives back what was set, as a copy': async () => {
      const port = await make();
      const value = { list: [1, { deep: 'yes' }], at: new Date(0) };
      await port.set('key', value);
      value.list.push(2);
      expect(await port.get('key'), { list: [1, { deep: 'yes' }], at: new Date(0) }, 'value');
    },
    'replaces and removes': async () => {
      const port = await make();
      await port.set('key', 1);
      await port.set('key', 2);
      expect(await port.get('key'), 2, 'replaced');
      await port.remove('key');
      expect(await port.get('key'), undefined, 'removed');
      await port.remove('key');
    },
    'loses no update of several at once': async () => {
      const port = await make();
      await Promise.all(Array.from({ length: 20 }, () => port.update<number>('count', (value = 0) => value + 1)));
      expect(await port.get('count'), 20, 'count');
    }
  };
}

/** Cases for a {@link LockPort}. `name` must be free. */
export function lockConformance(
  port: LockPort,
  name: string,
  expect: Expectations
): Record<string, () => Promise<void>> {
  return {
    'lets one exclusive holder in at a time, in order': async () => {
      const order: string[] = [];
      const take = (label: string): Promise<void> =>
        port.request(name, { mode: 'exclusive' }, async () => {
          order.push(`${label} in`);
          await Promise.resolve();
          order.push(`${label} out`);
        });
      await Promise.all([take('a'), take('b')]);
      expect(order, ['a in', 'a out', 'b in', 'b out'], 'order');
    },
    'gives null at once when taken and asked only if available': async () => {
      const seen = await port.request(name, { mode: 'exclusive' }, () =>
        port.request(name, { mode: 'exclusive', ifAvailable: true }, async (lock) => lock === null)
      );
      expect(seen, true, 'null');
    },
    'frees the lock when its holder fails': async () => {
      await port
        .request(name, { mode: 'exclusive' }, () => Promise.reject(new Error('holder failed')))
        .catch(() => undefined);
      expect(
        await port.request(name, { mode: 'exclusive', ifAvailable: true }, async (lock) => lock !== null),
        true,
        'free again'
      );
    },
    'lets shared holders in together and keeps an exclusive one waiting': async () => {
      const order: string[] = [];
      let release: () => void = () => undefined;
      const gate = new Promise<void>((resolve) => (release = resolve));
      const readers = ['a', 'b'].map((label) =>
        port.request(name, { mode: 'shared' }, async () => {
          order.push(label);
          await gate;
        })
      );
      const writer = port.request(name, { mode: 'exclusive' }, async () => void order.push('writer'));
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(order, ['a', 'b'], 'readers together');
      release();
      await Promise.all([...readers, writer]);
      expect(order, ['a', 'b', 'writer'], 'writer last');
    },
    'stops waiting when its signal is aborted': async () => {
      const waiting = new AbortController();
      const outcome = await port.request(name, { mode: 'exclusive' }, async () => {
        const second = port.request(name, { mode: 'exclusive', signal: waiting.signal }, async () => 'granted');
        waiting.abort();
        return second.catch(() => 'stopped');
      });
      expect(outcome, 'stopped', 'outcome');
    }
  };
}
