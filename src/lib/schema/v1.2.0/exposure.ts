/** From values to exposures: what depends on which currency, how much of it is hedged, and how much it may lose. */
import { minorUnitsOf } from '../v1.0.0/currencies';
import { plain, zero } from '../v1.0.0/decimal';
import type { Exposure, RateFacts } from './currency-risks';
import { CurrencyTotals, levelOf } from './currency-totals';
import { percentText, sharesOf } from './percentages';
import type { Holding, Portfolio } from './portfolio';
import { dailyLossOf, type Rate } from './rates';

/** What the value is exposed to: a class hedged to a third currency depends on that one. */
export function exposureCurrencyOf(economicCurrency: string, hedgedTo: string | null, base: string | null): string {
  return hedgedTo !== null && hedgedTo !== base ? hedgedTo : economicCurrency;
}

/** A share class hedged to the base currency is hedged whole; nothing else is known to be. */
function isHedged({ hedgedTo, economicCurrency }: Holding, base: string | null): boolean {
  return base !== null && hedgedTo === base && economicCurrency !== base;
}

/**
 * The exposure of every holding, by asset id; computed from all of them together, because percentages are parts of the
 * portfolio. Missing rates leave null, never a guess.
 */
export function exposuresOf(portfolio: Portfolio): (assetId: string) => Exposure | undefined {
  const { baseCurrency: base, day, rates } = portfolio;
  const valued = portfolio.valued();
  const shares = sharesOf(valued.map((one) => one.base));
  const direct = new CurrencyTotals();
  const lookedThrough = new CurrencyTotals();
  const places = new Map<string, number>();
  valued.forEach(({ holding, base: amount }, at) => {
    const share = shares[at] ?? null;
    places.set(holding.id, at);
    direct.add(holding.quoteCurrency, amount, share, false);
    lookedThrough.add(currencyOf(holding, base), amount, share, isHedged(holding, base));
  });

  const foreignShare = lookedThrough.foreignShare(base);
  const level = levelOf(foreignShare);
  const digits = minorUnitsOf(base ?? '') ?? 2;
  // Said once per currency: thousands of rows share them.
  const ofQuote = mapped(direct.direct(), (total) => ({
    total,
    rate: rateFacts(base === null ? null : rates.rate(total.currency, base), total.currency === base)
  }));
  const ofExposure = mapped(lookedThrough.lookedThrough(), (total) => {
    const volatility = base === null ? null : rates.volatility(total.currency, base);
    return { total, volatility, dailyLoss: volatility && dailyLossOf(volatility) };
  });

  return (assetId) => {
    const at = places.get(assetId);
    const one = at === undefined ? undefined : valued[at];
    if (at === undefined || !one) return undefined;
    const { holding, value, base: amount } = one;
    const currency = currencyOf(holding, base);
    const quote = ofQuote.get(holding.quoteCurrency);
    const exposed = ofExposure.get(currency);
    if (!quote || !exposed) throw new Error(`the portfolio has no total in ${currency} or ${holding.quoteCurrency}`);
    const amountText = amount && plain(amount);
    const hedged = isHedged(holding, base);
    const share = shares[at] ?? null;
    const { volatility, dailyLoss } = exposed;
    const atRisk = amount && dailyLoss && (hedged ? zero : amount.abs()).times(dailyLoss).round(digits);
    return {
      asOf: day,
      value: plain(value.amount),
      valueBasis: value.basis,
      ...(value.day === null ? {} : { priceDay: value.day }),
      amount: amountText,
      percentage: share === null ? null : percentText(share),
      rate: quote.rate,
      currency,
      hedged: amountText && (hedged ? amountText : '0'),
      unhedged: amountText && (hedged ? '0' : amountText),
      volatility: volatility && { ...volatility },
      valueAtRisk: atRisk && { amount: plain(atRisk), confidence: 0.95, days: 1 },
      direct: quote.total,
      lookedThrough: exposed.total,
      foreignShare,
      level
    };
  };
}

function currencyOf({ economicCurrency, hedgedTo }: Holding, base: string | null): string {
  return exposureCurrencyOf(economicCurrency, hedgedTo, base);
}

function mapped<A, B>(map: ReadonlyMap<string, A>, change: (value: A) => B): ReadonlyMap<string, B> {
  return new Map([...map].map(([key, value]) => [key, change(value)]));
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
