/** What the compliance rules look at, gathered in one reading and kept small: persons, accounts, assets and flows. */
import type { Row } from '../../migration';
import { factsOf, type Account, type Person, type PriceYear, type RateYear, type Transaction } from '../v1.0.0';
import { Decimal, zero } from '../v1.0.0/decimal';
import type { Asset } from '../v1.1.0';
import { ExchangeRates } from './exchange';
import type { TaxResidency } from './residencies';
import { Valuation } from './valuation';

/**
 * How reports look at an asset: lying in an account, a share in a business, a thing held directly, a thing for personal
 * use, in digital form, or owed.
 */
export type Scope = 'account' | 'interest' | 'thing' | 'personal' | 'digital' | 'debt';

export interface PersonFacts {
  readonly id: string;
  readonly homeCountry: string;
  readonly citizenships: readonly string[];
  readonly filingStatus: string | null;
  /** Country → type of the residencies that the step before has made. */
  readonly residencies: Map<string, TaxResidency['residencyType']>;
}

export interface AccountFacts {
  readonly id: string;
  readonly country: string;
  readonly currency: string;
  readonly kind: string;
  /** Null: everybody. */
  readonly ownerIds: readonly string[] | null;
  readonly open: boolean;
}

export interface AssetFacts {
  readonly id: string;
  readonly accountId: string;
  readonly type: string;
  readonly country: string;
  readonly currency: string;
  readonly stated: string;
  readonly cost: string | null;
  readonly active: boolean;
  /** The day on which it was changed last; of what nobody quotes. */
  readonly changedOn: string | null;
}

/** Assets that all rules treat alike, with their sums in one currency. */
export interface HoldingGroup {
  readonly account: AccountFacts;
  readonly scope: Scope;
  readonly country: string;
  readonly currency: string;
  value: Decimal;
  cost: Decimal;
  /** Assets without a stated cost. */
  withoutCost: number;
}

/** Money that came in as income or left an account within a year before the day. */
export interface Flow {
  readonly kind: 'income' | 'outflow';
  readonly accountId: string;
  readonly assetId: string | null;
  readonly date: string;
  readonly currency: string;
  readonly gross: string;
  readonly taxes: string | null;
}

const personalTypes: ReadonlySet<string> = new Set(['art', 'vehicle', 'otherTangible']);
const directTypes: ReadonlySet<string> = new Set([
  'residentialProperty',
  'commercialProperty',
  'internationalProperty',
  'physicalGold',
  'physicalSilver'
]);
const illiquidCategories: ReadonlySet<string> = new Set(['equity', 'alternative', 'business', 'tangible']);

export function scopeOf(type: string): Scope {
  if (personalTypes.has(type)) return 'personal';
  if (directTypes.has(type)) return 'thing';
  const { category } = factsOf(type);
  if (category === 'liability') return 'debt';
  if (category === 'business') return 'interest';
  return category === 'digital' ? 'digital' : 'account';
}

/** Nobody quotes a price for it, and no institution states its value. */
export function needsValuation(type: string): boolean {
  const { liquid, category } = factsOf(type);
  return !liquid && illiquidCategories.has(category);
}

export class Holdings {
  /** The day that is measured. */
  readonly day: string;
  readonly persons: PersonFacts[] = [];
  readonly accounts = new Map<string, AccountFacts>();
  readonly assets: AssetFacts[] = [];
  readonly flows: Flow[] = [];
  readonly rates: ExchangeRates;
  readonly valuation: Valuation;
  readonly observe: Readonly<Record<string, (row: Row) => void>>;
  groups: readonly HoldingGroup[] = [];
  readonly #residencies: { personId: string; country: string; type: TaxResidency['residencyType'] }[] = [];
  readonly #texts = new Map<string, string>();
  readonly #flowsFrom: string;

  constructor(day: string) {
    this.day = day;
    this.rates = new ExchangeRates(day);
    this.valuation = new Valuation(day);
    // No tax year that lasts on this day began earlier.
    this.#flowsFrom = `${String(Number(day.slice(0, 4)) - 1).padStart(4, '0')}${day.slice(4)}`;
    this.observe = {
      persons: (row) => this.#seePerson(row as Person),
      accounts: (row) => this.#seeAccount(row as Account),
      assets: (row) => this.#seeAsset(row as Asset),
      transactions: (row) => this.#seeTransaction(row as Transaction),
      prices: (row) => this.valuation.observePrices(row as PriceYear),
      fxRates: (row) => this.rates.observe(row as RateYear),
      taxResidencies: (row) => {
        const { personId, country, residencyType } = row as TaxResidency;
        this.#residencies.push({ personId, country, type: residencyType });
      }
    };
  }

  /** To be called once everything was seen. */
  settle(): void {
    const persons = new Map(this.persons.map((person) => [person.id, person]));
    for (const { personId, country, type } of this.#residencies) persons.get(personId)?.residencies.set(country, type);
    const groups = new Map<string, HoldingGroup>();
    for (const asset of this.assets) {
      const account = this.accounts.get(asset.accountId);
      if (!asset.active || !account) continue;
      const scope = scopeOf(asset.type);
      const key = `${asset.accountId} ${scope} ${asset.country} ${asset.currency}`;
      let group = groups.get(key);
      if (!group) {
        const { country, currency } = asset;
        groups.set(key, (group = { account, scope, country, currency, value: zero, cost: zero, withoutCost: 0 }));
      }
      group.value = group.value.plus(this.valueOf(asset));
      if (asset.cost === null) group.withoutCost++;
      else group.cost = group.cost.plus(Decimal(asset.cost));
    }
    this.groups = [...groups.values()];
  }

  /** In the asset's currency. An overdraft or a negative holding is worth nothing to a report. */
  valueOf(asset: AssetFacts): Decimal {
    const value = this.valuation.valueOf(asset.id, asset.stated);
    return value.lt(zero) ? zero : value;
  }

  owns(person: PersonFacts, account: AccountFacts): boolean {
    return account.ownerIds === null || account.ownerIds.includes(person.id);
  }

  #seePerson({ id, homeCountry, citizenships, filingStatus }: Person): void {
    this.persons.push({ id, homeCountry, citizenships, filingStatus: filingStatus ?? null, residencies: new Map() });
  }

  #seeAccount({ id, country, currency, kind, ownerIds, closedOn }: Account): void {
    const open = closedOn === undefined || closedOn > this.day;
    this.accounts.set(id, { id, country, currency, kind, ownerIds: ownerIds ?? null, open });
  }

  #seeAsset(asset: Asset): void {
    this.assets.push({
      id: asset.id,
      accountId: this.#one(asset.accountId),
      type: this.#one(asset.assetType),
      country: this.#one(asset.primaryCountry),
      currency: this.#one(asset.primaryCurrency),
      stated: asset.currentValue,
      cost: asset.originalInvestment ?? null,
      active: asset.isActive,
      changedOn: needsValuation(asset.assetType) ? asset.updatedAt.slice(0, 10) : null
    });
  }

  #seeTransaction(booking: Transaction): void {
    this.valuation.observeTransaction(booking);
    const { type, date, accountId, assetId, currency, gross, taxes } = booking;
    if (date < this.#flowsFrom || date > this.day) return;
    const income = type === 'dividend' || type === 'interest';
    if (!income && type !== 'withdrawal' && !(type === 'transferOut' && assetId === undefined)) return;
    this.flows.push({
      kind: income ? 'income' : 'outflow',
      accountId: this.#one(accountId),
      assetId: assetId ?? null,
      date,
      currency: this.#one(currency),
      gross,
      taxes: taxes ?? null
    });
  }

  /** One copy of a text that many assets share. */
  #one(text: string): string {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    this.#texts.set(text, text);
    return text;
  }
}
