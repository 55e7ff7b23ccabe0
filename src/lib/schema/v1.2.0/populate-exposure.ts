/** Computes what each asset, and the portfolio by currency, is exposed to. */
import type { Row, SetStep } from '../../migration';
import { factsOf, minorUnitsOf, type PriceYear, type RateYear, type Settings, type Transaction } from '../v1.0.0';
import { Decimal, divide, one, plain, zero } from '../v1.0.0/decimal';
import type { Asset } from '../v1.1.0';
import { isCounted } from './create-currency-risks';
import { ExchangeRates } from './exchange';
import { percentagesOf } from './percentages';
import { levelOf } from './rules';
import { Valuation, type Value } from './valuation';

/** z of 95 %, and the trading days of a year. */
const Z_95 = 1.645;
const TRADING_DAYS = 252;

interface Subject {
  readonly asset: Pick<Asset, 'id' | 'assetType' | 'currentValue'>;
  readonly quote: string;
  readonly economic: string;
  readonly hedgedTo: string | undefined;
}

interface Figures {
  readonly value: Value;
  readonly rate: Row;
  /** In base currency; null without a rate. */
  readonly amount: Decimal | null;
  percentage?: string;
}

/** Amounts by currency, and their share of the portfolio. */
class ByCurrency {
  readonly #amounts = new Map<string, Decimal>();
  #percentages: ReadonlyMap<string, string> = new Map();

  add(currency: string, amount: Decimal): void {
    this.#amounts.set(currency, (this.#amounts.get(currency) ?? zero).plus(amount));
  }

  amount(currency: string): Decimal {
    return this.#amounts.get(currency) ?? zero;
  }

  share(): void {
    const currencies = [...this.#amounts.keys()].sort();
    const percentages = percentagesOf(currencies.map((currency) => this.amount(currency)));
    this.#percentages = new Map(percentages?.map((percentage, at) => [currencies[at] ?? '', percentage]));
  }

  of(currency: string): Row {
    return withPercentage({ currency, amount: plain(this.amount(currency)) }, this.#percentages.get(currency));
  }

  percentage(currency: string): number | null {
    const percentage = this.#percentages.get(currency);
    return percentage === undefined ? null : Number(percentage);
  }
}

export const populateCurrencyExposure: SetStep = {
  name: 'PopulateCurrencyExposure',
  description: 'Working out what you are exposed to in each currency',
  observes: ['settings', 'transactions', 'prices', 'fxRates', 'assets'],
  maps: ['currencyRisks'],
  over(context) {
    const day = context.instant.slice(0, 10);
    const exchange = new ExchangeRates(day);
    const valuation = new Valuation(day);
    const subjects: Subject[] = [];
    const figures = new Map<string, Figures>();
    const direct = new ByCurrency();
    const lookedThrough = new ByCurrency();
    const owned = new ByCurrency();
    const owed = new ByCurrency();
    let base = '';
    let level: string | undefined;

    const rateOf = (currency: string, to: string): { factor: Decimal | null; row: Row } => {
      if (currency === to) return { factor: one, row: { status: 'notNeeded' } };
      const found = exchange.rate(currency, to);
      if (!found?.on) return { factor: null, row: { status: 'missing' } };
      return {
        factor: found.rate,
        row: { status: 'found', rate: plain(found.rate), on: found.on, stale: exchange.isStale(found.on) }
      };
    };

    return {
      observe: {
        settings: (row) => {
          base = (row as Settings).baseCurrency;
        },
        transactions: (row) => valuation.observeTransaction(row as Transaction),
        prices: (row) => valuation.observePrices(row as PriceYear),
        fxRates: (row) => exchange.observe(row as RateYear),
        assets(row) {
          const { id, assetType, currentValue, primaryCurrency, underlyingCurrency, hedgedTo, ...asset } = row as Asset;
          if (!isCounted(asset)) return;
          subjects.push({
            asset: { id, assetType, currentValue },
            quote: primaryCurrency,
            economic: underlyingCurrency ?? primaryCurrency,
            hedgedTo
          });
        }
      },
      finish() {
        const counted: Figures[] = [];
        for (const { asset, quote, economic } of subjects) {
          const value = valuation.valueOf(asset);
          const { factor, row } = rateOf(quote, base === '' ? quote : base);
          const amount = factor && value.amount.times(factor);
          const own: Figures = { value, rate: row, amount };
          figures.set(asset.id, own);
          if (!amount) continue;
          counted.push(own);
          direct.add(quote, amount);
          lookedThrough.add(economic, amount);
          (factsOf(asset.assetType).category === 'liability' ? owed : owned).add(economic, amount.abs());
        }
        percentagesOf(counted.map(({ amount }) => amount ?? zero))?.forEach((percentage, at) => {
          const own = counted[at];
          if (own) own.percentage = percentage;
        });
        direct.share();
        lookedThrough.share();
        const home = lookedThrough.percentage(base);
        if (counted.length > 0) level = levelOf(Math.abs(100 - (home ?? 0)));
        subjects.length = 0;
      },
      map: {
        currencyRisks(row) {
          const own = figures.get(row['assetId'] as string);
          if (!own) throw new Error(`there is no value for the asset ${String(row['assetId'])}`);
          const quote = row['quoteCurrency'] as string;
          const economic = row['economicCurrency'] as string;
          const to = row['baseCurrency'] as string;
          const { value, rate, amount, percentage } = own;
          const populated: Row = {
            ...row,
            value: {
              amount: plain(value.amount),
              currency: quote,
              basis: value.basis,
              ...(value.pricedOn === null ? {} : { pricedOn: value.pricedOn })
            },
            rate
          };
          if (!amount) return populated;
          const hedged = row['hedgedTo'] === to && economic !== to;
          const foreign = economic !== to;
          populated['exposure'] = withPercentage(
            {
              amount: plain(amount),
              hedged: plain(hedged ? amount : zero),
              unhedged: plain(hedged || !foreign ? zero : amount)
            },
            percentage
          );
          populated['direct'] = direct.of(quote);
          populated['lookedThrough'] = lookedThrough.of(economic);
          const debt = owed.amount(economic);
          if (foreign && debt.gt(zero)) {
            const held = owned.amount(economic);
            const covered = held.gt(debt) ? divide(debt, held) : one;
            populated['naturalHedge'] = { liabilities: plain(debt), ratio: covered.toFixed(2) };
          }
          const volatility = foreign ? exchange.volatility(economic, to) : null;
          if (volatility) {
            populated['volatility'] = { ...volatility };
            const factor = Decimal((Z_95 * volatility.annual * Math.sqrt(1 / TRADING_DAYS)).toFixed(12));
            const atRisk = hedged ? zero : amount.abs().times(factor);
            populated['valueAtRisk'] = {
              amount: atRisk.toFixed(minorUnitsOf(to) ?? 2),
              confidence: 0.95,
              days: 1,
              method: 'parametric'
            };
          }
          if (level !== undefined) populated['level'] = level;
          return populated;
        }
      }
    };
  }
};

function withPercentage(row: Row, percentage: string | undefined): Row {
  return percentage === undefined ? row : { ...row, percentage };
}
