/** From values to exposures: what depends on which currency, how much of it is hedged, and how much it may lose. */
import { minorUnitsOf } from '../v1.0.0/currencies';
import { type Decimal, divide, plain, zero } from '../v1.0.0/decimal';
import type { Exposure, RateFacts } from './currency-risks';
import { percentText, sharesOf } from './percentages';
import type { Portfolio, ValuedHolding } from './portfolio';
import { valueAtRiskOf, type Rate } from './rates';

/** All that the portfolio has, or depends on, in one currency; signed, in base currency. */
interface CurrencyTotal {
  readonly currency: string;
  amount: Decimal;
  assets: Decimal;
  liabilities: Decimal;
  hedged: Decimal;
  /** In units of the last digit of a percentage; null where percentages cannot be said. */
  share: number | null;
}

/** What the value is exposed to: a class hedged to a third currency depends on that one. */
export function exposureCurrencyOf(economicCurrency: string, hedgedTo: string | null, base: string | null): string {
  return hedgedTo !== null && hedgedTo !== base ? hedgedTo : economicCurrency;
}

/**
 * The exposure of every holding, by asset id; computed from all of them together, because percentages are parts of the
 * portfolio. Missing rates leave null, never a guess.
 */
export function exposuresOf(portfolio: Portfolio): (assetId: string) => Exposure | undefined {
  const base = portfolio.baseCurrency;
  const valued = portfolio.valued();
  const shares = sharesOf(valued.map((one) => one.base));
  const direct = new Map<string, CurrencyTotal>();
  const lookedThrough = new Map<string, CurrencyTotal>();
  const places = new Map<string, number>();

  valued.forEach((one, at) => {
    places.set(one.holding.id, at);
    const share = shares[at] ?? null;
    addTo(direct, one.holding.quoteCurrency, one, share, zero);
    addTo(lookedThrough, currencyOf(one, base), one, share, hedgedPart(one, base));
  });
  const foreignShare = foreignShareOf(lookedThrough, base);

  return (assetId) => {
    const at = places.get(assetId);
    const one = at === undefined ? undefined : valued[at];
    if (at === undefined || !one) return undefined;
    const currency = currencyOf(one, base);
    const hedged = hedgedPart(one, base);
    const unhedged = one.base && one.base.minus(hedged);
    const volatility = base === null ? null : portfolio.rates.volatility(currency, base);
    return {
      asOf: portfolio.day,
      value: plain(one.value.amount),
      valueBasis: one.value.basis,
      ...(one.value.day === null ? {} : { priceDay: one.value.day }),
      amount: one.base && plain(one.base),
      percentage: textOf(shares[at] ?? null),
      rate: rateFacts(one.rate, one.holding.quoteCurrency === base),
      currency,
      hedged: one.base && plain(hedged),
      unhedged: unhedged && plain(unhedged),
      volatility: volatility && { ...volatility },
      valueAtRisk:
        unhedged && volatility
          ? {
              amount: plain(valueAtRiskOf(unhedged, volatility, minorUnitsOf(base ?? '') ?? 2)),
              confidence: 0.95,
              days: 1
            }
          : null,
      direct: directTotal(direct.get(one.holding.quoteCurrency) as CurrencyTotal),
      lookedThrough: lookedThroughTotal(lookedThrough.get(currency) as CurrencyTotal),
      foreignShare,
      level: levelOf(foreignShare)
    };
  };
}

function currencyOf({ holding }: ValuedHolding, base: string | null): string {
  return exposureCurrencyOf(holding.economicCurrency, holding.hedgedTo, base);
}

/** A share class hedged to the base currency is hedged whole; nothing else is known to be. */
function hedgedPart({ holding, base: amount }: ValuedHolding, base: string | null): Decimal {
  return amount && base !== null && holding.hedgedTo === base && holding.economicCurrency !== base ? amount : zero;
}

function addTo(
  totals: Map<string, CurrencyTotal>,
  currency: string,
  { base }: ValuedHolding,
  share: number | null,
  hedged: Decimal
): void {
  let total = totals.get(currency);
  if (!total)
    totals.set(
      currency,
      (total = { currency, amount: zero, assets: zero, liabilities: zero, hedged: zero, share: null })
    );
  if (!base) return;
  total.amount = total.amount.plus(base);
  if (base.lt(zero)) total.liabilities = total.liabilities.minus(base);
  else total.assets = total.assets.plus(base);
  total.hedged = total.hedged.plus(hedged);
  if (share !== null) total.share = (total.share ?? 0) + share;
}

function directTotal({ currency, amount, share }: CurrencyTotal): Exposure['direct'] {
  return { currency, amount: plain(amount), percentage: textOf(share) };
}

function lookedThroughTotal({
  currency,
  amount,
  assets,
  liabilities,
  hedged,
  share
}: CurrencyTotal): Exposure['lookedThrough'] {
  return {
    currency,
    amount: plain(amount),
    percentage: textOf(share),
    assets: plain(assets),
    liabilities: plain(liabilities),
    naturalHedge: plain(assets.lt(liabilities) ? assets : liabilities),
    hedged: plain(hedged),
    unhedged: plain(amount.minus(hedged))
  };
}

/** What depends on foreign currencies, over that and the rest, by absolute amounts: always from 0 to 1. */
function foreignShareOf(totals: ReadonlyMap<string, CurrencyTotal>, base: string | null): number | null {
  if (base === null) return null;
  let foreign = zero;
  let rest = zero;
  for (const { currency, amount, hedged } of totals.values()) {
    if (currency === base) rest = rest.plus(amount);
    else {
      foreign = foreign.plus(amount.minus(hedged).abs());
      rest = rest.plus(hedged);
    }
  }
  const whole = foreign.plus(rest.abs());
  return whole.eq(zero) ? null : Number(divide(foreign, whole).toFixed(6));
}

/** By the foreign share of the portfolio: below 5 % low, 25 % moderate, 50 % high, 75 % very high, else extreme. */
function levelOf(share: number | null): Exposure['level'] {
  if (share === null) return null;
  return share < 0.05
    ? 'low'
    : share < 0.25
      ? 'moderate'
      : share < 0.5
        ? 'high'
        : share < 0.75
          ? 'veryHigh'
          : 'extreme';
}

function rateFacts(rate: Rate | null, same: boolean): RateFacts {
  if (same) return { status: 'same' };
  if (!rate) return { status: 'missing' };
  return {
    status: rate.stale ? 'stale' : 'current',
    rate: plain(rate.rate),
    day: rate.day,
    ...(rate.through === null ? {} : { through: rate.through })
  };
}

function textOf(share: number | null): string | null {
  return share === null ? null : percentText(share);
}
