/** Into which account rows go: chosen, found, or to be made. */
import { wordKey } from '../cells/text';
import type { ImportedItem } from '../rows/booking';
import type { AccountFact, PortfolioFacts } from './facts';

export interface AccountToMake {
  readonly name: string;
  readonly institution: string;
  readonly country: string;
  readonly currency: string;
  readonly kind: 'brokerage' | 'bank' | 'pension' | 'property' | 'wallet' | 'insurance' | 'liability';
}
export type AccountChoice = { readonly id: string } | { readonly make: AccountToMake };

export interface PlannedAccount {
  /** The file's own name of it; empty where it names none. */
  readonly value: string;
  readonly rows: number;
  /** Null: the person has to say it. */
  readonly choice: AccountChoice | null;
  readonly label: string;
  readonly currency: string | null;
  /** Equal for the same account: an id, or the words of one to be made. */
  readonly ref: string | null;
}

interface About {
  /** Name of the format; empty for a guessed one. */
  readonly format: string;
  readonly fileName: string;
}

/** Where the brokers of ready formats keep what they are given, as a first guess. */
const countries: Readonly<Record<string, string>> = {
  'Charles Schwab': 'US',
  'Trading 212': 'GB',
  Swissquote: 'CH',
  'Trade Republic': 'DE',
  DEGIRO: 'NL',
  Coinbase: 'US',
  'Interactive Brokers': 'US'
};

export function planAccounts(
  items: readonly ImportedItem[],
  chosen: Readonly<Record<string, AccountChoice>>,
  facts: PortfolioFacts,
  about: About
): readonly PlannedAccount[] {
  const seen = new Map<string, { rows: number; currencies: Map<string, number> }>();
  for (const { bookings } of items) {
    for (const { account, currency, settled, type, security } of bookings) {
      const entry = seen.get(account) ?? { rows: 0, currencies: new Map<string, number>() };
      if (entry.rows === 0) seen.set(account, entry);
      entry.rows++;
      const moved = settled?.currency ?? currency;
      // Payments and charges tell the account's currency better than trades, which may be in any.
      const weight = security === null && !type.startsWith('transfer') ? 10 : 1;
      entry.currencies.set(moved, (entry.currencies.get(moved) ?? 0) + weight);
    }
  }
  if (seen.size === 0) seen.set('', { rows: 0, currencies: new Map() });
  return [...seen].map(([value, { rows, currencies }]) => {
    const usual = [...currencies].sort((a, b) => b[1] - a[1])[0]?.[0] ?? facts.baseCurrency;
    const choice = (Object.hasOwn(chosen, value) ? chosen[value] : undefined) ?? suggested(value, usual, facts, about);
    return { value, rows, ...named(choice, facts.accounts) };
  });
}

function named(
  choice: AccountChoice | null,
  accounts: readonly AccountFact[]
): Pick<PlannedAccount, 'choice' | 'label' | 'currency' | 'ref'> {
  if (choice === null) return { choice: null, label: '', currency: null, ref: null };
  if ('make' in choice)
    return { choice, label: choice.make.name, currency: choice.make.currency, ref: newRef(choice.make) };
  const account = accounts.find(({ id }) => id === choice.id);
  if (!account) return { choice: null, label: '', currency: null, ref: null };
  return { choice, label: account.name, currency: account.currency, ref: account.id };
}

export function newRef(make: object): string {
  return `new ${JSON.stringify(make)}`;
}

/** One that bears the name; else, where there is nothing to choose among, one to be made. */
function suggested(
  value: string,
  currency: string,
  facts: PortfolioFacts,
  { format, fileName }: About
): AccountChoice | null {
  const open = facts.accounts.filter(({ closed }) => !closed);
  const institution = format.replace(/[,(].*$/, '').trim();
  const fits = value === '' ? keptAt(institution, open) : open.filter(({ name }) => wordKey(name) === wordKey(value));
  if (fits.length === 1 && fits[0]) return { id: fits[0].id };
  if (value === '' && institution === '' && open.length > 0)
    return open.length === 1 && open[0] ? { id: open[0].id } : null;
  if (fits.length > 1) return null;
  const name = value || institution || nameOfFile(fileName);
  return {
    make: {
      name,
      institution,
      country: countries[institution] ?? facts.homeCountry,
      currency,
      kind: institution === 'Coinbase' ? 'wallet' : 'brokerage'
    }
  };
}

/** Those that bear the institution's name; else those that bear a part of it, or it and more: "Schwab", "Schwab pension". */
function keptAt(institution: string, accounts: readonly AccountFact[]): readonly AccountFact[] {
  const wanted = wordKey(institution);
  if (wanted === '') return [];
  const namesOf = ({ name, institution: own }: AccountFact): string[] => [wordKey(name), wordKey(own)];
  const same = accounts.filter((account) => namesOf(account).includes(wanted));
  if (same.length > 0) return same;
  const words = wanted.split(' ');
  return accounts.filter((account) =>
    namesOf(account).some((name) => {
      const own = name.split(' ');
      return own.every((word) => words.includes(word)) || words.every((word) => own.includes(word));
    })
  );
}

function nameOfFile(fileName: string): string {
  return (
    fileName
      .replace(/\.[a-z0-9]+$/i, '')
      .replace(/[-_]+/g, ' ')
      .trim() || 'Imported account'
  );
}
