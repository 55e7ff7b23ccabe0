/** What each asset added to the gain of a portfolio over a period. */
import { type Decimal, ratio, zero } from '../decimal';

/** Values and flows over a span, in base currency. */
export interface SpanAmounts {
  /** Market value at its start: at the end of the day before its first day. */
  readonly start: Decimal;
  /** Market value at the end of its last day. */
  readonly end: Decimal;
  readonly inflow: Decimal;
  readonly outflow: Decimal;
}

/** end − start − inflows + outflows: what is left when money put in and taken out is set aside. */
export function gainWithin({ start, end, inflow, outflow }: SpanAmounts): Decimal {
  return end.minus(start).minus(inflow).plus(outflow);
}

/** The gain in proportion to what was at work: the value at the start and what was put in. Null where there was none. */
export function gainRatio(amounts: SpanAmounts): number | null {
  const capital = amounts.start.plus(amounts.inflow);
  return capital.gt(zero) ? ratio(gainWithin(amounts), capital) : null;
}

export interface Contribution {
  /** Null for the rest: cash, and what belongs to no asset. */
  readonly id: string | null;
  readonly gain: Decimal;
  /** Of what was at work in the whole portfolio; the ratios add up to the portfolio's. */
  readonly ratio: number | null;
}

/**
 * What each asset added, largest first, and as the last line what no asset did (interest on cash, fees, exchange). The
 * gains add up to the portfolio's exactly.
 * @param assets with the flows of the perimeter `asset`. @param portfolio with those of the perimeter `portfolio`.
 */
export function contributions(
  assets: readonly (SpanAmounts & { readonly id: string })[],
  portfolio: SpanAmounts
): readonly Contribution[] {
  const capital = portfolio.start.plus(portfolio.inflow);
  const of = (gain: Decimal): number | null => (capital.gt(zero) ? ratio(gain, capital) : null);
  let rest = gainWithin(portfolio);
  const lines = assets.map((asset): Contribution => {
    const gain = gainWithin(asset);
    rest = rest.minus(gain);
    return { id: asset.id, gain, ratio: of(gain) };
  });
  lines.sort((a, b) => b.gain.cmp(a.gain) || ((a.id ?? '') < (b.id ?? '') ? -1 : 1));
  return rest.eq(zero) ? lines : [...lines, { id: null, gain: rest, ratio: of(rest) }];
}
