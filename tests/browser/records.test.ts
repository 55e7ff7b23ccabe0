import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type {} from './records-page';
import { root } from '../run/command.mjs';
import { serve } from '../run/serve.mjs';
import type { RecordWriting, Standing } from '../../src/lib/protocol';
import { Browser } from './support/browser';
import { fingerprint } from './support/harness';

const bundle = join(root, '.cache', 'records-page');

let origin: string;
let close: () => Promise<void>;
let browser: Browser;

beforeAll(async () => {
  await build({
    configFile: false,
    root: join(root, 'tests', 'browser', 'records-page'),
    base: '/__records/',
    logLevel: 'warn',
    publicDir: false,
    worker: { format: 'es' },
    build: { outDir: bundle, emptyOutDir: true, target: 'es2022', minify: false }
  });
  const server = await serve({ mounts: { '/__records/': bundle } });
  origin = server.url;
  close = () => server.close();
  browser = await Browser.launch();
});
afterAll(async () => {
  await browser.discard();
  await close();
});

async function open(): Promise<Page> {
  const page = await browser.context.newPage();
  page.setDefaultTimeout(110_000);
  await page.goto(`${origin}/__records/`);
  await page.waitForFunction(() => window.records !== undefined && window.raw !== undefined);
  return page;
}

const take = (page: Page, standing: Standing, direction: 'undo' | 'redo') =>
  page.evaluate(
    async ([way, at]) =>
      (await window.records.ask({ verb: 'takeStep', standing: at, direction: way, leaveChanged: false })).kind,
    [direction, standing] as const
  );

describe('records in a real browser', () => {
  test('are edited, deleted, taken back after the page is loaded anew, and every digest is as before', async () => {
    let page = await open();
    const standing = await page.evaluate(async () => {
      await window.records.ask({ verb: 'createSample', version: '1.3.0', assets: 40, transactions: 2_000, seed: 7 });
      const { finding } = await window.records.ask({ verb: 'inspect' });
      if (finding.kind !== 'supported') throw new Error(`The data is ${finding.kind}.`);
      return { version: finding.status.currentVersion, epoch: finding.epoch };
    });
    const before = await fingerprint(page);

    // An edit, a file, many rates, an account with all that belongs to it: 50 records and more are backed up first.
    const kinds = await page.evaluate(async (at) => {
      const { lists } = await window.records.ask({ verb: 'listRecords', standing: at });
      const [asset] = lists.assets;
      const [account] = lists.accounts.filter(({ id }) => lists.assets.some(({ accountId }) => accountId === id));
      const writes: RecordWriting[] = [
        { op: 'patch', store: 'assets', id: asset?.id ?? '', fields: { name: 'Renamed 🚀' } },
        {
          op: 'series',
          store: 'fxRates',
          base: 'EUR',
          quote: 'ISK',
          days: ['2024-01-02', '2024-01-03'],
          values: ['150.5', '151']
        }
      ];
      const edited = await window.records.ask({ verb: 'saveRecords', standing: at, label: 'Edit', writes });
      const attached = await window.records.ask({
        verb: 'attachFile',
        standing: at,
        assetId: asset?.id ?? '',
        documentId: '018f0000-0000-7000-8000-00000000abcd',
        name: 'deed.pdf',
        file: new Blob(['a deed']),
        facts: { kind: 'contract', title: 'Deed' }
      });
      const names = [{ store: 'accounts', id: account?.id ?? '' }];
      const { counts } = await window.records.ask({ verb: 'planRemoval', standing: at, names });
      const removed = await window.records.ask({ verb: 'removeRecords', standing: at, names });
      const { backups } = await window.records.ask({ verb: 'readArchive' });
      return {
        kinds: [edited.kind, attached.kind, removed.kind],
        transactions: counts['transactions'] ?? 0,
        backups: backups.map(({ occasion, verifiedAt }) => [occasion, verifiedAt !== null])
      };
    }, standing);
    expect(kinds.kinds).toEqual(['saved', 'saved', 'saved']);
    expect(kinds.transactions).toBeGreaterThan(50);
    expect(kinds.backups).toContainEqual(['delete', true]);
    const after = await fingerprint(page);
    expect(after.digests).not.toEqual(before.digests);

    await page.close();
    page = await open();
    expect(await page.evaluate(async () => (await window.records.ask({ verb: 'inspect' })).finding.kind)).toBe(
      'supported'
    );
    for (let step = 0; step < 3; step++) expect(await take(page, standing, 'undo')).toBe('saved');
    expect(await take(page, standing, 'undo')).toBe('nothing');
    expect(await fingerprint(page)).toEqual(before);

    await page.close();
    page = await open();
    for (let step = 0; step < 3; step++) expect(await take(page, standing, 'redo')).toBe('saved');
    expect(await fingerprint(page)).toEqual(after);
    await take(page, standing, 'undo');
    const kept = await page.evaluate(async (at) => {
      const { lists } = await window.records.ask({ verb: 'listRecords', standing: at });
      const asset = lists.assets.find(({ name }) => name.startsWith('Renamed'));
      const documents = await window.records.ask({ verb: 'documentsOf', standing: at, assetId: asset?.id ?? '' });
      const location = String(documents.at(-1)?.record['location']);
      return (await window.records.ask({ verb: 'openAttachment', location }))?.text();
    }, standing);
    expect(kept).toBe('a deed');
    await page.close();
  });
});
