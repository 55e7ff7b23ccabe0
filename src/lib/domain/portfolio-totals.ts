/** Sums of a portfolio by class, country and currency, in the base currency. */
import { type Decimal, decimal, decimalText, ratio, zero } from './decimal';
import type { AssetLine, TotalLine } from './portfolio-view';

/** One dimension: sums by key. */
class Grouping {
  readonly #label: (key: string) => string;
  readonly #sums = new Map<string, { amount: Decimal; assets: number }>();

  constructor(label: (key: string) => string) {
    this.#label = label;
  }

  add(key: string, amount: Decimal): void {
    const sum = this.#sums.get(key);
    if (sum === undefined) this.#sums.set(key, { amount, assets: 1 });
    else this.#sums.set(key, { amount: sum.amount.plus(amount), assets: sum.assets + 1 });
  }

  /** Largest first. */
  lines(): TotalLine[] {
    const all = [...this.#sums].sort((a, b) => b[1].amount.cmp(a[1].amount) || (a[0] < b[0] ? -1 : 1));
    const whole = all.reduce((sum, [, { amount }]) => sum.plus(amount.abs()), zero);
    return all.map(([key, { amount, assets }]) => ({
      key,
      label: this.#label(key),
      amount: decimalText(amount),
      share: ratio(amount.abs(), whole),
      assets
    }));
  }
}

export interface Labels {
  class(key: string): string;
  country(key: string): string;
}

/** Takes one line after the other; only active assets that are included in the portfolio count. */
export class PortfolioTotals {
  readonly #byClass: Grouping;
  readonly #byCountry: Grouping;
  readonly #byCurrency: Grouping;
  #netWorth = zero;
  #withoutRate = 0;

  constructor(labels: Labels) {
    this.#byClass = new Grouping((key) => labels.class(key));
    this.#byCountry = new Grouping((key) => labels.country(key));
    this.#byCurrency = new Grouping((key) => key);
  }

  add(line: AssetLine): void {
    if (!line.isActive || !line.isIncluded) return;
    if (line.baseAmount === null) {
      this.#withoutRate++;
      return;
    }
    const amount = decimal(line.baseAmount);
    this.#netWorth = this.#netWorth.plus(amount);
    this.#byClass.add(line.category, amount);
    this.#byCountry.add(line.country, amount);
    this.#byCurrency.add(line.value.currency, amount);
  }

  result(): {
    netWorth: string;
    withoutRate: number;
    byClass: readonly TotalLine[];
    byCountry: readonly TotalLine[];
    byCurrency: readonly TotalLine[];
  } {
    return {
      netWorth: decimalText(this.#netWorth),
      withoutRate: this.#withoutRate,
      byClass: this.#byClass.lines(),
      byCountry: this.#byCountry.lines(),
      byCurrency: this.#byCurrency.lines()
    };
  }
}
