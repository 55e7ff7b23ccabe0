/** A broker's file as people have it: preamble, semicolons, decimal comma, and the same fill twice. */
const brokerFile = `Depotauszug;;;;;;
Datum;Typ;ISIN;Name;Stück;Kurs;Betrag;Währung
02.03.2026;Kauf;IE00B4L5Y983;World Equity Fund;10;82,15;-821,50;EUR
02.03.2026;Kauf;IE00B4L5Y983;World Equity Fund;10;82,15;-821,50;EUR
15.06.2026;Dividende;IE00B4L5Y983;World Equity Fund;;;12,40;EUR
31.02.2026;Verkauf;IE00B4L5Y983;World Equity Fund;5;85,00;425,00;EUR
`;

/**
 * Goes to every place of the app with a sample portfolio of a thousand assets, and opens what opens there.
 * @param {import('playwright-core').Page} page
 * @param {string} url
 * @param {(name: string) => Promise<void>} look
 */
export async function walkPlaces(page, url, look) {
  const button = (/** @type {string | RegExp} */ name) => page.getByRole('button', { name });
  /** @param {string} path @param {string} name */
  const go = async (path, name) => {
    await page.goto(`${url}${path}`);
    await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
    await settled();
  };
  const settled = async () => {
    await page.waitForFunction(() => !/\b(Reading|Checking|Working out)\b[^.]*…/.test(document.body.innerText));
    await page.waitForTimeout(400);
  };

  await page.goto(url);
  await button('Try with sample data').click();
  await page.getByText('Net worth').waitFor({ timeout: 60_000 });
  await settled();
  await look('places-overview');

  await go('/holdings', 'Holdings');
  await look('places-holdings');
  await page.getByRole('row').getByRole('link').first().click();
  await page.waitForURL(/\/asset\//);
  await settled();
  await look('places-asset');
  for (const part of ['Currency it depends on', 'Reports and duties'])
    await page.locator('summary').filter({ hasText: part }).click();
  await look('places-asset-across-borders');
  for (const [path, name] of /** @type {const} */ ([
    ['/transactions', 'Transactions'],
    ['/accounts', 'Accounts'],
    ['/performance', 'Performance'],
    ['/income', 'Income'],
    ['/allocation', 'Allocation'],
    ['/settings', 'Settings'],
    ['/import', 'Import']
  ])) {
    await go(path, name);
    await look(`places-${name.toLowerCase()}`);
  }
  const file = { name: 'depot.csv', mimeType: 'text/csv', buffer: Buffer.from(brokerFile) };
  await page.locator('input[type=file]').first().setInputFiles(file);
  await settled();
  await look('places-import-file');

  await go('/', 'Overview');
  await page.keyboard.press('n');
  await page.getByRole('dialog').waitFor();
  await look('places-entry');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  await look('places-palette');
}
