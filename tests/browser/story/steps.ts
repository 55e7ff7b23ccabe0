/** What a person does on the way, one thing each. */
import type { Page } from 'playwright-core';
import { button } from '../support/app';
import { lastPrices, type accounts, type Symbol } from './history';
import { choose, openAsset, save } from './screen';

export async function addAccount(
  page: Page,
  { name, institution, country, currency }: typeof accounts.broker | typeof accounts.savings
): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Add an account' });
  await dialog.getByLabel('Name', { exact: true }).fill(name);
  await dialog.getByLabel('Bank or broker').fill(institution);
  await choose(dialog, 'Currency', currency);
  await choose(dialog, 'Country', country);
  await save(page, dialog);
}

export async function add(page: Page, what: string): Promise<void> {
  await button(page, /^Add$/).click();
  await page.getByRole('dialog', { name: 'Add', exact: true }).getByRole('button', { name: what, exact: true }).click();
}

/** Chooses a file and goes on until its rows are shown. */
export async function chooseFile(page: Page, name: string, text: string): Promise<void> {
  await page.getByLabel('Choose files').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  const show = button(page, 'Show what becomes of the rows');
  const rows = page.getByRole('heading', { name: 'Rows' });
  await show.or(rows).first().waitFor();
  if (await show.isVisible()) await show.click();
  await rows.waitFor();
}

export async function runImport(page: Page, verb: RegExp, said: RegExp): Promise<void> {
  await button(page, verb).click();
  await page.getByText(said).waitFor();
  await button(page, 'Import another file').click();
}

export async function addPrice(page: Page, asset: Symbol): Promise<void> {
  await openAsset(page, asset);
  await button(page, 'More to do').click();
  await page.getByRole('menuitem', { name: 'Add a price' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a price' });
  await dialog.getByLabel(/^Price per unit/).fill(lastPrices[asset]);
  await save(page, dialog);
}
