import { gzipSync } from 'node:zlib';

/** KiB of JavaScript, gzipped, that a first visit may load. */
const mostScript = 150;

/**
 * What the first visit loads, as a complaint when it is too much.
 * @param {import('playwright-core').Page} page
 * @param {string} url
 */
async function firstLoad(page, url) {
  /** @type {Promise<{ worker: boolean, bytes: number }>[]} */
  const sizes = [];
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (!pathname.endsWith('.js')) return;
    sizes.push(
      response.body().then((body) => ({ worker: pathname.includes('/workers/'), bytes: gzipSync(body).length }))
    );
  });
  await page.goto(url);
  await page.getByRole('heading', { level: 1, name: 'Your portfolio, kept on this device' }).waitFor();
  const loaded = await Promise.all(sizes);
  const kilobytes = (/** @type {boolean} */ worker) =>
    loaded.filter((script) => script.worker === worker).reduce((sum, { bytes }) => sum + bytes, 0) / 1024;
  const [own, worker] = [kilobytes(false), kilobytes(true)];
  const sentence = `the first load is ${own.toFixed(1)} KiB of JavaScript for the page, ${worker.toFixed(1)} for its worker`;
  console.log(sentence);
  return own + worker <= mostScript ? [] : [sentence];
}

/**
 * Goes through the real app as a person does: a sample portfolio at the oldest version, an edit, the upgrade, the data
 * page. `look` takes a picture and collects complaints.
 * @param {import('playwright-core').Page} page
 * @param {string} url
 * @param {(name: string) => Promise<void>} look
 * @returns {Promise<readonly string[]>} further complaints
 */
export async function walkApp(page, url, look) {
  const button = (/** @type {string | RegExp} */ name) => page.getByRole('button', { name });
  const heading = (/** @type {string | RegExp} */ name) => page.getByRole('heading', { level: 1, name });

  const complaints = await firstLoad(page, url);
  await look('app-1-first-run');
  await page.getByLabel('10,000', { exact: true }).check();
  await page.getByLabel('Data version').selectOption({ index: 0 });
  await button('Try with sample data').click();
  await page.getByText('Net worth').first().waitFor({ timeout: 60_000 });
  await look('app-2-overview');
  await page.getByRole('link', { name: 'Holdings', exact: true }).click();
  await page.getByRole('searchbox').waitFor();
  await look('app-2-holdings');

  await page.getByRole('searchbox').fill('flat');
  await page.waitForURL(/q=flat/);
  await look('app-3-found');
  await page.locator('[data-index] a').filter({ hasText: /flat/i }).first().click();
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await page.getByLabel('Notes').fill('The roof was mended in spring.');
  await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText(/^Done: /).waitFor();
  await look('app-4-asset');
  await page.getByRole('link', { name: 'Overview', exact: true }).click();

  await button('See what changes').click();
  await button('Upgrade now').waitFor();
  await look('app-5-upgrade');
  await button('Upgrade now').click();
  await page.waitForFunction(() => (document.querySelector('progress')?.position ?? 0) > 0.25);
  await look('app-6-running');
  await heading(/^Your data is now at version/).waitFor({ timeout: 60_000 });
  await look('app-7-upgraded');

  await button('See your portfolio').click();
  await page.getByText('Net worth').first().waitFor();
  await page.goto(`${url}/data`);
  await button('Back up now').click();
  await page.getByText('Backed up', { exact: true }).waitFor();
  await look('app-8-data');
  await button(/^Delete the backup/)
    .first()
    .click();
  await page.getByRole('dialog', { name: 'Delete this backup?' }).waitFor();
  await look('app-9-delete');
  await page.getByRole('button', { name: 'Keep it', exact: true }).click();

  await page.getByRole('link', { name: 'Overview', exact: true }).click();
  await button('Hide amounts').click();
  await look('app-10-hidden');
  await page.goto(`${url}/no/such/page`);
  await heading('There is no page here').waitFor();
  await look('app-11-no-such-page');
  return complaints;
}
