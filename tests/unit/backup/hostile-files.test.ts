/** Whatever a file holds: never a crash, never a write, always a reason. `FILES` sets how many are tried, `SEED` which. */
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { snapshotLimits, verifySnapshot } from '../../../src/lib/backup';
import { MigrationError, findVersion } from '../../../src/lib/migration';
import { history } from '../../../src/lib/schema';
import { fileOf, gzip, hostileFile, smallest, type HostileFile } from '../../support/hostile-files';
import { seed } from '../../support/seed';
import { createSample, dump, makeWealth } from '../../support/wealth';

const FILES = Number(process.env['FILES'] ?? 600);
/** Milliseconds for one small file, on a machine that others use too. */
const LONGEST = 10_000;

const schemaOf = (version: string) => findVersion(history, version)?.stores ?? null;
const verify = (bytes: Uint8Array<ArrayBuffer>, limits: HostileFile['limits'] = {}) =>
  verifySnapshot(new Blob([bytes]), {
    schemaOf,
    elapsed: () => performance.now(),
    limits: { ...snapshotLimits, ...limits }
  });

/** Everything a page could write to; only looking for it is noted. */
const storages = ['indexedDB', 'localStorage', 'caches', 'navigator'];
const touched: string[] = [];
const prototypes = [Object.prototype, Array.prototype, Function.prototype, Map.prototype];
const ownKeys = () => prototypes.map((prototype) => Reflect.ownKeys(prototype).map(String).join()).join();
const keysBefore = ownKeys();

/** What is loaded or goes on beside these tests may look around; what reads a file may not. */
function note(what: string): void {
  const { stack = '' } = new Error();
  if (/src\/lib\/(backup|migration|schema)\//.test(stack)) touched.push(what);
}

beforeEach(() => {
  touched.length = 0;
  for (const name of storages) {
    const trap = new Proxy({}, { get: (_, key) => void note(`${name}.${String(key)}`) });
    vi.stubGlobal(name, trap);
  }
});

afterEach(() => {
  vi.unstubAllGlobals();
});

async function expectVerdict({ what, verdict, why, bytes, limits }: HostileFile): Promise<void> {
  const began = performance.now();
  const { verification } = await verify(bytes, limits);
  expect(performance.now() - began, what).toBeLessThan(LONGEST);
  if (verdict === 'refused') {
    expect(verification.ok, what).toBe(false);
    expectReasons(what, verification.problems);
    if (why) expect(verification.problems.join(' '), what).toMatch(why);
  } else {
    const depth = verdict === 'sound' ? 'full' : 'structural';
    expect([what, verification]).toMatchObject([what, { ok: true, problems: [], depth }]);
  }
  expect(ownKeys(), what).toBe(keysBefore);
  expect(touched, what).toEqual([]);
}

function expectReasons(what: string, problems: readonly string[]): void {
  expect(problems.length, what).toBeGreaterThan(0);
  for (const problem of problems) {
    expect(problem, what).toMatch(/^[A-Za-z][^]{10,500}\.$|^Backup file is empty$/);
    // The tag `$undefined` may be named; nothing may be said by accident.
    expect(problem, what).not.toMatch(/(?<!\$)undefined|\[object|NaN/);
  }
}

test(
  'every file that was tampered with is refused with a reason, and none that was not',
  { timeout: 1_800_000 },
  async () => {
    const seen = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(hostileFile, async (file) => {
        seen.set(file.what, (seen.get(file.what) ?? 0) + 1);
        await expectVerdict(file);
      }),
      seed(FILES)
    );
    console.log(`${FILES} files: ${[...seen].map(([what, count]) => `${count} ${what}`).join(', ')}`);
    expect(seen.size).toBeGreaterThan(50);
  }
);

test('a small file cut at every byte, compressed or not', { timeout: 600_000 }, async () => {
  const text = new TextEncoder().encode(smallest);
  for (const whole of [gzip(text), text.slice(0, -1)]) {
    await expectVerdict(fileOf('nothing', 'sound', whole));
    for (let length = 0; length < whole.length; length++)
      await expectVerdict(fileOf(`cut at ${length} of ${whole.length}`, 'refused', whole.subarray(0, length)));
  }
});

test('restoring such files says why, and leaves data and databases as they are', { timeout: 600_000 }, async () => {
  vi.unstubAllGlobals();
  const wealth = makeWealth();
  await createSample(wealth, 10, 20);
  const before = await dump(wealth);
  const databases = await wealth.environment.indexedDB.databases();
  expect(databases.length).toBeGreaterThan(0);
  await fc.assert(
    fc.asyncProperty(
      hostileFile.filter(({ verdict, limits }) => verdict === 'refused' && !limits),
      async ({ what, bytes }) => {
        const error = await wealth.migrations.restoreFromBackup(new Blob([bytes])).then(
          () => null,
          (reason: unknown) => reason
        );
        expect(error, what).toBeInstanceOf(MigrationError);
        expect((error as MigrationError).code, what).toBe('backupFailed');
        expect((error as Error).message.length, what).toBeGreaterThan(20);
      }
    ),
    seed(Math.min(500, Math.ceil(FILES / 6)))
  );
  expect(await dump(wealth)).toEqual(before);
  expect(await wealth.environment.indexedDB.databases()).toEqual(databases);
});
