/** Who the sample portfolio belongs to: a family with ties to India, the United States and Germany. */
import type { Account, Person, Settings } from '../../schema/v1.0.0';
import { dayNumber, instantText, momentOf } from './calendar';
import { Random } from './random';

export interface Family {
  readonly settings: Settings;
  readonly persons: readonly Person[];
  /** By the key under which assets name their account. */
  readonly accounts: ReadonlyMap<AccountKey, Account>;
}

const people = [
  { name: 'Anjali Weber-Rao', citizenships: ['IN'], homeCountry: 'DE', filingStatus: 'marriedJoint', nickname: 'Anju' },
  { name: 'Matthias Weber', citizenships: ['DE'], homeCountry: 'DE', filingStatus: 'marriedJoint' },
  { name: 'Leela Rao', citizenships: ['US', 'IN'], homeCountry: 'US', filingStatus: 'single' },
  { name: 'Venkatesh Rao · వెంకటేశ్', citizenships: ['IN'], homeCountry: 'IN', filingStatus: 'single' }
] as const;

const accountFacts = {
  depot: ['Depot', 'Spreebank', 'DE', 'EUR', 'brokerage', [0, 1]],
  giro: ['Girokonto', 'Spreebank', 'DE', 'EUR', 'bank', [0, 1]],
  demat: ['Demat account', 'Deccan Securities', 'IN', 'INR', 'brokerage', [0]],
  nre: ['NRE savings', 'Konkan Bank', 'IN', 'INR', 'bank', [0]],
  brokerage: ['Brokerage account', 'Hudson & Pine', 'US', 'USD', 'brokerage', [2]],
  checking: ['Checking', 'First Prairie Bank', 'US', 'USD', 'bank', [2]],
  retirement: ['401(k)', 'Hudson & Pine', 'US', 'USD', 'pension', [2]],
  provident: ["Employees' provident fund", 'Provident Office Hyderabad', 'IN', 'INR', 'pension', [3]],
  policies: ['Lebensversicherung', 'Hanseatische Leben', 'DE', 'EUR', 'insurance', [1]],
  grundbuch: ['Immobilien', 'Grundbuchamt Potsdam', 'DE', 'EUR', 'property', [0, 1]],
  flats: ['Flats and land', 'Registrar Pune', 'IN', 'INR', 'property', [3]],
  wallet: ['Hardware wallet', undefined, 'DE', 'EUR', 'wallet', [1]],
  tokyo: ['証券口座', '桜証券', 'JP', 'JPY', 'brokerage', [1]],
  kuwait: ['Salary account', 'Gulf Road Bank', 'KW', 'KWD', 'bank', [0]],
  mortgages: ['Baufinanzierung', 'Havelkasse', 'DE', 'EUR', 'liability', [0, 1]],
  homeLoan: ['Home loan', 'Konkan Bank', 'IN', 'INR', 'liability', [3]]
} as const;

export type AccountKey = keyof typeof accountFacts;
export const accountKeys = Object.keys(accountFacts) as AccountKey[];

/** Settings, persons and accounts; the first account is as old as the portfolio. */
export function familyOf(seed: number, firstDay: string): Family {
  const random = new Random(seed, 1);
  const start = dayNumber(firstDay);
  let second = 32_000;
  const stamps = (): { createdAt: string; updatedAt: string; moment: number } => {
    const moment = momentOf(start, (second += 61));
    return { createdAt: instantText(moment), updatedAt: instantText(moment), moment };
  };

  const persons = people.map(({ citizenships, ...facts }): Person => {
    const { moment, ...times } = stamps();
    return { id: random.uuid(moment), citizenships: [...citizenships], ...facts, ...times };
  });
  const accounts = new Map<AccountKey, Account>();
  for (const key of accountKeys) {
    const [name, institution, country, currency, kind, owners] = accountFacts[key];
    const { moment, ...times } = stamps();
    accounts.set(key, {
      id: random.uuid(moment),
      name,
      ...(institution === undefined ? {} : { institution }),
      country,
      currency,
      kind,
      ownerIds: owners.flatMap((at) => persons[at]?.id ?? []),
      openedOn: firstDay,
      ...times
    });
  }
  const { moment: _moment, ...times } = stamps();
  const settings: Settings = {
    id: 'settings',
    baseCurrency: 'EUR',
    homeCountry: 'DE',
    locale: 'de-DE',
    costMethod: 'fifo',
    spendingCurrencies: ['EUR', 'INR'],
    horizonYears: 12,
    ...times
  };
  return { settings, persons, accounts };
}
