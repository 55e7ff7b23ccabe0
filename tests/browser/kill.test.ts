import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApp, seeHeading } from './support/app';
import { Browser, copyProfile, delay, removeProfile } from './support/browser';
import { fingerprint, openHarness } from './support/harness';
import { chooseSeed, randomFrom } from './support/random';
import { useSite } from './support/site';

const kills = Number(process.env.KILLS ?? 10);
const seed = chooseSeed(`${kills} kills`);
const run = { from: '1.0.0', to: '1.3.0', instant: '2026-02-03T04:05:06.789Z' } as const;
const site = useSite();

type Fingerprint = Awaited<ReturnType<typeof fingerprint>>;
let profile: string;
let before: Fingerprint;
let after: Fingerprint;
/** Milliseconds of an upgrade that is left alone, and when its transaction begins and has ended. */
let undisturbed: { total: number; begins: number; ends: number };

beforeAll(async () => {
  const seeding = await Browser.launch();
  profile = seeding.profile;
  const page = await openHarness(seeding, site);
  await page.evaluate(() => window.harness.createSample({ assets: 10_000, transactions: 20_000, seed: 7 }));
  before = await fingerprint(page);
  await seeding.close();

  const whole = await Browser.launch({ profile: await copyProfile(profile) });
  const upgrading = await openHarness(whole, site);
  const began = Date.now();
  const outcome = await upgrading.evaluate((options) => window.harness.migrate(options), run);
  expect(outcome.ok).toBe(true);
  const when = (fraction: number) => outcome.progress.find((step) => step.fraction >= fraction)?.at ?? 0;
  undisturbed = { total: Date.now() - began, begins: when(0.1), ends: when(0.9) };
  after = await fingerprint(upgrading);
  await whole.discard();
});
afterAll(() => removeProfile(profile));

test('the upgrade that is killed below does change the data', () => {
  expect(before.native).toBe(10);
  expect(after.native).toBe(40);
  expect(after.digests['assets']).not.toBe(before.digests['assets']);
});

/** The browser that was started after the last kill, where that left the old data: the next kill hits the same profile. */
let standing: { browser: Browser; page: Page } | null = null;

async function withOldData(): Promise<{ browser: Browser; page: Page }> {
  if (standing) return standing;
  const browser = await Browser.launch({ profile: await copyProfile(profile) });
  return { browser, page: await openHarness(browser, site) };
}
afterAll(() => standing?.browser.discard());

test.each(Array.from({ length: kills }, (_, kill) => kill))(
  'kill %i leaves exactly the old data or exactly the new',
  async (kill) => {
    const random = randomFrom(seed + kill);
    // Two of three kills fall into the transaction, the others anywhere from the start to some time after the end.
    const { total, begins, ends } = undisturbed;
    const instant = kill % 3 === 2 ? random() * total * 1.1 : begins + random() * (ends - begins) * 1.25;

    const victim = await withOldData();
    standing = null;
    const upgrade = victim.page.evaluate((options) => window.harness.migrate(options), run).catch(() => null);
    await delay(instant);
    await victim.browser.kill();
    await upgrade;

    const again = await Browser.launch({ profile: victim.browser.profile });
    try {
      const page = await openHarness(again, site);
      const found = await fingerprint(page);
      console.log(`kill ${kill} after ${instant.toFixed(0)} ms: native version ${found.native}`);
      expect(found).toEqual(found.native === 40 ? after : before);

      const { page: app, problems } = await openApp(again, site, 'data');
      await seeHeading(app, /^(Data$|An upgrade was interrupted)/);
      // Whatever the start has settled, the data is still the same.
      expect(await fingerprint(page)).toEqual(found);
      expect(problems).toEqual([]);
      await app.close();
      if (found.native !== 40) standing = { browser: again, page };
    } finally {
      if (standing?.browser !== again) await again.discard();
    }
  }
);
