import { afterAll, beforeAll, expect, test } from 'vitest';
import { Browser, copyProfile, removeProfile } from './support/browser';
import { dump, openRaw } from './support/raw';
import { useSite } from './support/site';

const site = useSite();
const shape = {
  native: 10,
  stores: { things: { keyPath: 'id', indexes: [{ keyPath: 'kind' }, { keyPath: ['kind', 'id'], unique: true }] } }
};
let browser: Browser;

beforeAll(async () => {
  browser = await Browser.launch();
});
afterAll(() => browser.discard());

test('a database written raw is read back whole, in canonical form', async () => {
  const page = await openRaw(browser, site);
  expect(await dump(page, 'Raw')).toBeNull();
  await page.evaluate(
    (layout) =>
      window.raw.createDatabase('Raw', layout, { things: [{ kind: 'b', id: '2', when: new Date(0) }, { id: '1' }] }),
    shape
  );
  const database = await dump(page, 'Raw');
  expect(database?.native).toBe(10);
  expect(database?.stores['things']?.rows).toEqual([
    '{"id":"1"}',
    '{"id":"2","kind":"b","when":{"$date":"1970-01-01T00:00:00.000Z"}}'
  ]);
  expect(database?.stores['things']?.indexes.map((index) => index.name)).toEqual(['[kind+id]', 'kind']);
  await page.evaluate(() => window.raw.editDatabase('Raw', { things: { put: [{ id: '1', kind: 'c' }] } }));
  expect((await dump(page, 'Raw', false))?.stores['things']?.digest).not.toBe(database?.stores['things']?.digest);
  await page.close();
});

test('a kill in the middle of a transaction leaves what was committed, and the profile starts again', async () => {
  const first = await Browser.launch();
  const page = await openRaw(first, site);
  await page.evaluate((layout) => window.raw.createDatabase('Raw', layout, { things: [{ id: 'kept' }] }), shape);
  await first.close();

  const copy = await Browser.launch({ profile: await copyProfile(first.profile) });
  const victim = await openRaw(copy, site);
  await victim.evaluate(async () => {
    const database = await window.raw.openExisting('Raw');
    const store = database?.transaction('things', 'readwrite').objectStore('things');
    await new Promise<void>((resolve) => {
      let count = 0;
      const more = () => {
        if (++count === 200) resolve();
        const request = store?.put({ id: `lost ${count}` });
        if (request !== undefined) request.onsuccess = more;
      };
      more();
    });
  });
  await copy.kill();

  const again = await Browser.launch({ profile: copy.profile });
  const database = await dump(await openRaw(again, site), 'Raw');
  expect(database?.stores['things']?.rows).toEqual(['{"id":"kept"}']);
  await again.discard();
  await removeProfile(first.profile);
});
