/** Which part of the portfolio a figure is of. */
import { categoryLabel, type CashKeeping, type Dimension, type Perimeter, type Scope } from '../../domain';
import { keepingOf, keptAccounts } from './cash-events';
import type { AssetFacts } from './facts';
import type { Ledger } from './ledger';
import { countryLabel } from './labels';

export interface Part {
  /** For people. */
  readonly label: string;
  /** Whether an asset is in it, as far as it lies in an account. */
  holds(asset: number, account: number): boolean;
  /** Whether what an account books without an asset concerns it. */
  books(account: number): boolean;
  /** Accounts whose cash is in it. */
  readonly cash: ReadonlySet<number>;
  /** How accounts keep their cash, as seen from it: cash that is not in it lies outside. */
  readonly keeping: ReadonlyMap<string, CashKeeping>;
  readonly perimeter: Perimeter;
}

const none: ReadonlySet<number> = new Set();
const outside: ReadonlyMap<string, CashKeeping> = new Map();

export function partOf(ledger: Ledger, scope: Scope): Part {
  switch (scope.kind) {
    case 'portfolio':
      return {
        label: 'Portfolio',
        holds: (asset) => ledger.assets[asset]?.isIncluded === true,
        books: () => true,
        cash: keptAccounts(ledger),
        keeping: keepingOf(ledger),
        perimeter: 'portfolio'
      };
    case 'account': {
      const number = ledger.names.accounts.find(scope.id) ?? -1;
      const kept = keptAccounts(ledger).has(number);
      return {
        label: ledger.accountName(number),
        holds: (_asset, account) => account === number,
        books: (account) => account === number,
        cash: kept ? new Set([number]) : none,
        keeping: keepingOf(ledger),
        perimeter: 'portfolio'
      };
    }
    case 'asset': {
      const number = ledger.assetNumber(scope.id);
      return {
        label: number === null ? '' : (ledger.assets[number]?.name ?? ''),
        holds: (asset) => asset === number,
        books: () => false,
        cash: none,
        keeping: outside,
        perimeter: 'security'
      };
    }
    case 'group':
      return {
        label: labelOf(ledger, scope.by, scope.key),
        holds: (asset, account) => {
          const facts = ledger.assets[asset];
          if (facts === null || facts === undefined || !facts.isIncluded) return false;
          if (scope.by === 'account') return ledger.names.accounts.text(account) === scope.key;
          return keysOf(facts, scope.by).includes(scope.key);
        },
        books: () => false,
        cash: none,
        keeping: outside,
        // Like its assets, each on its own: before taxes, which depend on the person.
        perimeter: 'security'
      };
  }
}

/** The values that an asset has in a dimension; several where it has several tags. */
export function keysOf(facts: AssetFacts, by: Dimension): readonly string[] {
  switch (by) {
    case 'class':
      return [facts.category];
    case 'type':
      return [facts.assetType];
    case 'country':
      return [facts.country];
    case 'currency':
      return [facts.currency];
    case 'sector':
      return [facts.sector ?? ''];
    case 'account':
      return [facts.accountId];
    case 'tag':
      return facts.tags.length === 0 ? [''] : facts.tags;
  }
}

/** A key of a dimension in words. */
export function labelOf(ledger: Ledger, by: Dimension, key: string): string {
  switch (by) {
    case 'class':
      return categoryLabel(key);
    case 'country':
      return countryLabel(key);
    case 'account':
      return ledger.accountName(ledger.names.accounts.find(key) ?? 0) || 'No account';
    case 'sector':
      return key === 'cash' ? categoryLabel(key) : key === '' ? 'No sector' : key;
    case 'tag':
      return key === 'cash' ? categoryLabel(key) : key === '' ? 'No tag' : key;
    case 'type':
      return key === 'accountCash' ? 'Cash in accounts' : key;
    case 'currency':
      return key;
  }
}
