/** Whatever a file holds: never a crash, never a write, always a reason. `FILES` sets how many are tried. */
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { createGzip } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { verifySnapshot } from '../../../src/lib/backup';
import { MigrationError, findVersion } from '../../../src/lib/migration';
import { history } from '../../../src/lib/schema';
import { hostileFile, smallest } from '../../support/hostile-files';
import { seed } from '../../support/seed';
import { createSample, dump, makeWealth } from '../../support/wealth';

const schemaOf = (version: string) => findVersion(history, version)?.stores ?? null;
const verify = (bytes: Uint8Array) =>
  verifySnapshot(new Blob([bytes.slice()]), { schemaOf, elapsed: () => performance.now() });

function expectReason(what: string, ok: boolean, problems: readonly string[]): void {
  expect(ok, what).toBe(false);
  expect(problems.length, what).toBeGreaterThan(0);
  for (const problem of problems) {
    expect(problem, what).toMatch(/\.$|^Backup file is empty$/);
    expect(problem, what).not.toMatch(/undefined|\[object|NaN records/);
  }
}

test('any file that was tampered with, and none that was not', { timeout: 600_000 }, async () => {
  const options = seed(Number(process.env['FILES'] ?? 400));
  const opened = vi.spyOn(IDBFactory.prototype, 'open');
  const seen = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(hostileFile, async ({ what, bytes, sound }) => {
      seen.set(what, (seen.get(what) ?? 0) + 1);
      const { verification } = await verify(bytes);
      if (sound) expect(verification).toMatchObject({ ok: true, problems: [], depth: 'full' });
      else expectReason(what, verification.ok, verification.problems);
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    }),
    options
  );
  expect(opened).not.toHaveBeenCalled();
  opened.mockRestore();
  console.log(`${options.numRuns} files: ${[...seen].map(([what, count]) => `${count} ${what}`).join(', ')}`);
  expect(seen.get('nothing') ?? 0).toBeGreaterThan(0);
});

test('a small file cut at every byte', { timeout: 600_000 }, async () => {
  const whole = smallest();
  expect((await verify(whole)).verification.ok).toBe(true);
  const step = process.env['FILES'] === undefined ? 97 : 7;
  for (let length = 0; length < whole.length; length += length < 200 || length > whole.length - 200 ? 1 : step) {
    const { verification } = await verify(whole.subarray(0, length));
    expectReason(`cut at ${length}`, verification.ok, verification.problems);
  }
});

test('a bomb is put down after little of it was read', async () => {
  const gzip = createGzip();
  const pieces: Buffer[] = [];
  gzip.on('data', (piece: Buffer) => void pieces.push(piece));
  const zeros = Buffer.alloc(16 * 2 ** 20, '[');
  for (let written = 0; written < 64; written++) await new Promise((resolve) => gzip.write(zeros, resolve));
  await new Promise((resolve) => {
    gzip.on('end', resolve);
    gzip.end();
  });
  const bomb = Buffer.concat(pieces);
  expect(bomb.length).toBeLessThan(2 * 2 ** 20);
  const before = process.memoryUsage().rss;
  const { verification } = await verify(bomb);
  expectReason('a bomb', verification.ok, verification.problems);
  expect(verification.seconds).toBeLessThan(20);
  expect(process.memoryUsage().rss - before).toBeLessThan(600 * 2 ** 20);
});

test('restoring such files says why, and leaves data and databases as they are', { timeout: 600_000 }, async () => {
  const wealth = makeWealth();
  await createSample(wealth, 10, 20);
  const before = await dump(wealth);
  const databases = await wealth.environment.indexedDB.databases();
  await fc.assert(
    fc.asyncProperty(
      hostileFile.filter(({ sound }) => !sound),
      async ({ what, bytes }) => {
        const error = await wealth.migrations.restoreFromBackup(new Blob([bytes.slice()])).then(
          () => null,
          (reason: unknown) => reason
        );
        expect(error, what).toBeInstanceOf(MigrationError);
        expect((error as Error).message.length, what).toBeGreaterThan(20);
      }
    ),
    seed(Math.min(500, Number(process.env['FILES'] ?? 60)))
  );
  expect(await dump(wealth)).toEqual(before);
  expect(await wealth.environment.indexedDB.databases()).toEqual(databases);
});
