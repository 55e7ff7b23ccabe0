/** What the plan of an import needs to know of the portfolio, at whatever version it is. */
import type { AccountFact, AssetFact, BookingFact, PortfolioFacts } from '../../import';
import type { Row } from '../../migration';
import { isValued } from '../asset-records';
import type { Dataset } from '../dataset';
import { Repository } from '../repository';

/** Reads settings, accounts, assets and every transaction once. */
export async function readFacts(dataset: Dataset, signal?: AbortSignal): Promise<PortfolioFacts> {
  let homeCountry = '';
  let baseCurrency = '';
  const accounts: AccountFact[] = [];
  const assets: AssetFact[] = [];
  const bookings: BookingFact[] = [];
  await new Repository(dataset, 'settings').each((rows) => {
    for (const row of rows) {
      homeCountry = text(row['homeCountry']);
      baseCurrency = text(row['baseCurrency']);
    }
  }, signal);
  await new Repository(dataset, 'accounts').each(
    (rows) => rows.forEach((row) => accounts.push(accountFact(row))),
    signal
  );
  await new Repository(dataset, 'assets').each((rows) => rows.forEach((row) => assets.push(assetFact(row))), signal);
  await new Repository(dataset, 'transactions').each(
    (rows) => rows.forEach((row) => bookings.push(bookingFact(row))),
    signal
  );
  return { homeCountry, baseCurrency, accounts, assets, bookings };
}

function accountFact(row: Row): AccountFact {
  return {
    id: text(row['id']),
    name: text(row['name']),
    institution: text(row['institution']),
    country: text(row['country']),
    currency: text(row['currency']),
    closed: typeof row['closedOn'] === 'string'
  };
}

function assetFact(row: Row): AssetFact {
  return {
    id: text(row['id']),
    name: text(row['name']),
    symbol: text(row['symbol']),
    isin: text(row['isin']),
    currency: text(row['primaryCurrency']),
    accountId: text(row['accountId']),
    valued: isValued(row)
  };
}

function bookingFact(row: Row): BookingFact {
  return {
    id: text(row['id']),
    accountId: text(row['accountId']),
    assetId: text(row['assetId']),
    date: text(row['date']),
    type: text(row['type']),
    quantity: textOrNull(row['quantity']),
    price: textOrNull(row['price']),
    gross: text(row['gross']),
    fees: textOrNull(row['fees']),
    taxes: textOrNull(row['taxes']),
    currency: text(row['currency']),
    fxRate: textOrNull(row['fxRate']),
    note: text(row['note']),
    importId: text(row['importId'])
  };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
