/** Whose portfolio it is: settings, persons, and the accounts where assets are held. */
import * as v from 'valibot';
import type { StoreDefinition } from '../../migration';
import {
  countries,
  country,
  currencies,
  currency,
  day,
  finiteNumber,
  instant,
  maybe,
  name,
  oneOf,
  text,
  uuid,
  uuids
} from './shapes';

/** The one row of `settings` has this id. */
export const SETTINGS_ID = 'settings';

export const costMethods = ['fifo', 'average'] as const;
export const filingStatuses = ['single', 'marriedJoint', 'marriedSeparate', 'headOfHousehold'] as const;
export const accountKinds = ['brokerage', 'bank', 'pension', 'property', 'wallet', 'insurance', 'liability'] as const;

export const settingsRow = v.looseObject({
  id: oneOf([SETTINGS_ID]),
  baseCurrency: currency,
  homeCountry: country,
  locale: name,
  costMethod: oneOf(costMethods),
  /** What the family spends its money in. */
  spendingCurrencies: currencies,
  /** Years until the money is needed. */
  horizonYears: v.pipe(
    finiteNumber,
    v.check((value) => value >= 0, 'is below zero')
  ),
  createdAt: instant,
  updatedAt: instant
});

export const personRow = v.looseObject({
  id: uuid,
  name,
  citizenships: countries,
  homeCountry: country,
  filingStatus: maybe(oneOf(filingStatuses)),
  createdAt: instant,
  updatedAt: instant
});

export const accountRow = v.looseObject({
  id: uuid,
  name,
  institution: maybe(text),
  country,
  currency,
  kind: oneOf(accountKinds),
  /** Persons who own it; absent means every person. */
  ownerIds: maybe(uuids),
  openedOn: maybe(day),
  closedOn: maybe(day),
  createdAt: instant,
  updatedAt: instant
});

export type Settings = v.InferOutput<typeof settingsRow>;
export type Person = v.InferOutput<typeof personRow>;
export type Account = v.InferOutput<typeof accountRow>;

export const settings: StoreDefinition = { keyPath: 'id', indexes: [], row: settingsRow };
export const persons: StoreDefinition = { keyPath: 'id', indexes: [], row: personRow };
export const accounts: StoreDefinition = { keyPath: 'id', indexes: [{ keyPath: 'country' }], row: accountRow };
