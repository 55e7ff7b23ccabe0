/** Going about in the app as a person does, and reading what it shows. */
import type { Locator, Page } from 'playwright-core';
import { button, seeHeading } from '../support/app';
import { accounts, assets, symbols, type Symbol } from './history';
import type { AssetSheet, Sheet } from './sheet';

export async function goTo(page: Page, place: string): Promise<void> {
  await page.getByRole('link', { name: place, exact: true }).click();
  await seeHeading(page, place);
}

/** Chooses in one of the fields that find while one types. */
export async function choose(dialog: Locator, label: string, text: string): Promise<void> {
  await dialog.getByLabel(label, { exact: true }).fill(text);
  await dialog.getByRole('option').filter({ hasText: text }).first().click();
}

/** Saves what is open, and waits until that is told. */
export async function save(page: Page, dialog: Locator): Promise<void> {
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await page
    .getByText(/^Done: /)
    .last()
    .waitFor();
}

export async function undo(page: Page, told: RegExp): Promise<void> {
  await button(page, 'Find or do').click();
  const palette = page.getByRole('dialog', { name: 'Find or do' });
  await palette.getByRole('combobox').fill('undo');
  await palette.getByRole('option', { name: /^Undo/ }).click();
  await page.getByText(told).waitFor();
}

/** All figures since the beginning, whatever the period was before. */
export async function sinceTheBeginning(page: Page): Promise<void> {
  await goTo(page, 'Performance');
  await page.getByRole('radio', { name: 'All of it' }).check();
}

export async function openAsset(page: Page, asset: Symbol): Promise<void> {
  const { name } = assets[asset];
  await goTo(page, 'Holdings');
  await page.getByRole('table', { name: 'Holdings' }).getByRole('link', { name, exact: true }).click();
  await seeHeading(page, name);
}

/** What the screens show, in the same form as the sheet. */
export async function shownFigures(page: Page, of: readonly Symbol[] = symbols): Promise<Sheet> {
  await goTo(page, 'Overview');
  const netWorth = await textOf(page.getByRole('region', { name: 'Net worth', exact: true }).locator('.worth'));
  await goTo(page, 'Accounts');
  const cash: string[] = [];
  for (const { name } of [accounts.broker, accounts.savings]) {
    const row = page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) });
    cash.push(await textOf(row.getByRole('cell').nth(2)));
  }
  const shown: Partial<Record<Symbol, AssetSheet>> = {};
  for (const asset of of) shown[asset] = await assetFigures(page, asset);
  await goTo(page, 'Performance');
  const key = (term: string) =>
    page
      .locator('dl > div')
      .filter({ has: button(page, term) })
      .locator('dd')
      .first();
  const money = page.getByRole('table', { name: 'From the first value to the last' });
  const within = async (name: string): Promise<string> =>
    (
      await textOf(
        money
          .getByRole('row')
          .filter({ has: page.getByRole('rowheader', { name, exact: true }) })
          .getByRole('cell')
      )
    ).replace(' EUR', '');
  return {
    netWorth,
    cash,
    assets: shown,
    timeWeighted: await textOf(key('Time-weighted return')),
    irr: await textOf(key('Money-weighted return')),
    gain: await within('Gain'),
    income: await within('Income'),
    fees: await within('Fees'),
    taxes: await within('Taxes')
  };
}

async function assetFigures(page: Page, asset: Symbol): Promise<AssetSheet> {
  await openAsset(page, asset);
  const opening = (label: string) =>
    page.locator('details').filter({ has: page.locator('summary .label', { hasText: new RegExp(`^${label}$`) }) });
  const figure = async (label: string): Promise<string> =>
    (await textOf(opening(label).locator('summary .figure'))).replace(' EUR', '');
  const parts = async (label: string): Promise<string> => {
    await opening(label).locator('summary').click();
    return textOf(
      opening(label)
        .getByText(/^From price/)
        .first()
    );
  };
  const unrealised = 'Gain not yet realised';
  const realised = 'Gain realised';
  const value = await figure('Value');
  const sold = (await opening(realised).count()) > 0;
  return {
    value,
    cost: await figure('Cost'),
    unrealised: await figure(unrealised),
    unrealisedParts: await parts(unrealised),
    realised: sold ? await figure(realised) : null,
    realisedParts: sold ? await parts(realised) : null,
    income: await figure('Income')
  };
}

async function textOf(locator: Locator): Promise<string> {
  return (await locator.innerText()).replace(/\s+/g, ' ').trim();
}
