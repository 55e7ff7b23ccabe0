/** What the portfolio has in each currency, and how much of it is foreign. */
import { type Decimal, divide, plain, zero } from '../v1.0.0/decimal';
import type { Exposure } from './currency-risks';
import { percentText } from './percentages';

/** All that the portfolio has, or depends on, in one currency, in base currency. */
interface Total {
  readonly currency: string;
  assets: Decimal;
  /** Not negative. */
  liabilities: Decimal;
  hedged: Decimal;
  /** In units of the last digit of a percentage; null where percentages cannot be said. */
  share: number | null;
}

export class CurrencyTotals {
  readonly #totals = new Map<string, Total>();

  /** @param amount negative for what is owed; null where the rate is missing. */
  add(currency: string, amount: Decimal | null, share: number | null, isHedged: boolean): void {
    let total = this.#totals.get(currency);
    if (!total) {
      total = { currency, assets: zero, liabilities: zero, hedged: zero, share: null };
      this.#totals.set(currency, total);
    }
    if (!amount) return;
    if (amount.lt(zero)) total.liabilities = total.liabilities.minus(amount);
    else total.assets = total.assets.plus(amount);
    if (isHedged) total.hedged = total.hedged.plus(amount);
    if (share !== null) total.share = (total.share ?? 0) + share;
  }

  /** The currencies as they are quoted. */
  direct(): ReadonlyMap<string, Exposure['direct']> {
    return this.#each((total) => ({
      currency: total.currency,
      amount: plain(netOf(total)),
      percentage: percentageOf(total)
    }));
  }

  /** The currencies that values depend on. */
  lookedThrough(): ReadonlyMap<string, Exposure['lookedThrough']> {
    return this.#each((total) => {
      const { currency, assets, liabilities, hedged } = total;
      return {
        currency,
        amount: plain(netOf(total)),
        percentage: percentageOf(total),
        assets: plain(assets),
        liabilities: plain(liabilities),
        naturalHedge: plain(assets.lt(liabilities) ? assets : liabilities),
        hedged: plain(hedged),
        unhedged: plain(netOf(total).minus(hedged))
      };
    });
  }

  /** What depends on foreign currencies, over that and the rest, by absolute amounts: always from 0 to 1. */
  foreignShare(base: string | null): number | null {
    if (base === null) return null;
    let foreign = zero;
    let rest = zero;
    for (const total of this.#totals.values()) {
      if (total.currency === base) rest = rest.plus(netOf(total));
      else {
        foreign = foreign.plus(netOf(total).minus(total.hedged).abs());
        rest = rest.plus(total.hedged);
      }
    }
    const whole = foreign.plus(rest.abs());
    return whole.eq(zero) ? null : Number(divide(foreign, whole).toFixed(6));
  }

  #each<T>(facts: (total: Total) => T): ReadonlyMap<string, T> {
    return new Map([...this.#totals].map(([currency, total]) => [currency, facts(total)]));
  }
}

/** By the foreign share of the portfolio: below 5 % low, 25 % moderate, 50 % high, 75 % very high, else extreme. */
export function levelOf(share: number | null): Exposure['level'] {
  if (share === null) return null;
  if (share < 0.05) return 'low';
  if (share < 0.25) return 'moderate';
  if (share < 0.5) return 'high';
  return share < 0.75 ? 'veryHigh' : 'extreme';
}

function netOf({ assets, liabilities }: Total): Decimal {
  return assets.minus(liabilities);
}

function percentageOf({ share }: Total): string | null {
  return share === null ? null : percentText(share);
}
