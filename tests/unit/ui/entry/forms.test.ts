import { describe, expect, test } from 'vitest';
import { accountDraftOf, newAccount, shownAccount } from '../../../../src/lib/ui/entry/account-form';
import {
  assetDraftOf,
  identifiersOf,
  identifiersText,
  newAsset,
  shownAsset
} from '../../../../src/lib/ui/entry/asset-form';
import { draftIdOf, requestOf, type EntryRequest } from '../../../../src/lib/ui/entry/entry.svelte';

const comma = { decimalMark: ',' } as const;
const stamps = { createdAt: '2024-01-01T00:00:00Z', updatedAt: '2024-01-01T00:00:00Z' };

describe('the form of an asset', () => {
  const record = {
    id: 'id',
    ...stamps,
    accountId: 'a',
    name: 'Wohnung',
    assetType: 'residentialProperty',
    primaryCountry: 'DE',
    ownerCountry: 'IN',
    primaryCurrency: 'EUR',
    currentValue: '250000.5',
    quantity: '1',
    identifiers: { wkn: 'A0RPWH', folio: '12:3' },
    tags: ['rented', 'family'],
    isActive: true,
    isIncludedInPortfolio: false,
    documentIds: []
  } as const;

  test('shows a record and gives the same back', () => {
    const values = shownAsset(record, comma);
    expect(values.currentValue).toBe('250000,5');
    expect(assetDraftOf(values)).toMatchObject({
      name: 'Wohnung',
      tags: ['rented', 'family'],
      identifiers: { wkn: 'A0RPWH', folio: '12:3' },
      isActive: true,
      isIncludedInPortfolio: false,
      incomeFrequency: ''
    });
  });

  test('begins with what is asked for', () => {
    expect(newAsset({ accountId: 'a' })).toMatchObject({ accountId: 'a', name: '', isActive: 'yes' });
  });

  test('reads identifiers line by line', () => {
    expect(identifiersOf('WKN: A0RPWH\n\n12345\nempty:')).toEqual({ wkn: 'A0RPWH', other: '12345' });
    expect(identifiersText({ wkn: 'A0RPWH', other: '1' })).toBe('wkn: A0RPWH\nother: 1');
  });
});

test('the form of an account shows a record and gives the same back', () => {
  const record = { id: 'id', ...stamps, name: 'Depot', country: 'DE', currency: 'EUR', kind: 'brokerage' } as const;
  expect(accountDraftOf(shownAccount({ ...record, ownerIds: ['p', 'q'], closedOn: '2024-01-31' }))).toEqual({
    name: 'Depot',
    institution: '',
    country: 'DE',
    currency: 'EUR',
    kind: 'brokerage',
    openedOn: '',
    closedOn: '2024-01-31',
    ownerIds: ['p', 'q']
  });
  expect(accountDraftOf(newAccount()).ownerIds).toEqual([]);
});

describe('a draft', () => {
  test.each<EntryRequest>([
    { kind: 'transaction' },
    { kind: 'asset' },
    { kind: 'account' },
    { kind: 'asset', id: '0190' },
    { kind: 'account', id: '0190' },
    { kind: 'price', assetId: '0190' },
    { kind: 'transaction', id: '0190' }
  ])('leads back to the form it was typed in: %o', (request) => {
    expect(requestOf({ id: draftIdOf(request), values: {} })).toEqual(request);
  });

  test('of a transaction knows where that is packed away', () => {
    const at = { accountId: 'a', date: '2024-01-31' };
    const draft = { id: 'transaction 0190', values: { keptAccountId: 'a', keptDate: '2024-01-31' } };
    expect(requestOf(draft)).toEqual({ kind: 'transaction', id: '0190', at });
  });
});
