import type { Page } from 'playwright-core';

/** From the table of holdings to the form of one asset, as a person goes. */
export async function openAssetForm(page: Page, row = 1): Promise<void> {
  await page.locator(`[data-index="${row}"] a`).click();
  await editAsset(page);
}

/** The form of the asset whose page is open. */
export async function editAsset(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await page.getByRole('dialog', { name: 'Edit an asset' }).getByLabel('Notes').waitFor();
}

/** Saves the form that is open; it closes, and what was done is told. */
export async function saveForm(page: Page): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText(/^Done: /).waitFor();
}
