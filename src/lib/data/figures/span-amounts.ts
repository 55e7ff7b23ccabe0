/** What an asset, or all of a part, was worth at both ends of a span, and the money put in and taken out between. */
import { dayNumber, flowsWithin, type Span, type SpanAmounts } from '../../domain';
import { flowsOf, roughFlows } from './flows';
import type { Part } from './part';
import { addAsset } from './positions';
import { closeNumber, priceOn } from './prices';
import { stepOn } from './units';
import type { Valuation } from './valuation';
import { ValueGrid } from './value-grid';

/** As part of the portfolio: what it took from cash and gave it, after taxes. */
export function assetPart(part: Part): Part {
  return { ...part, perimeter: 'asset', keeping: new Map(), cash: new Set(), books: () => false };
}

/** Null where a value is not known. `part`: see {@link assetPart}. */
export function amountsOf(
  valuation: Valuation,
  part: Part,
  asset: number,
  span: Pick<Span, 'from' | 'to'>
): SpanAmounts | null {
  const [from, to] = [dayNumber(span.from), dayNumber(span.to)];
  const grid = new ValueGrid(Int32Array.of(from - 1, to));
  addAsset(grid, valuation, part, asset);
  const start = grid.inBase(0, valuation.conversion);
  const end = grid.inBase(1, valuation.conversion);
  if (start === null || end === null) return null;
  return { start, end, ...flowsWithin(flowsOf(valuation, part, from, to, [asset]), span) };
}

/** The gain of a priced asset over a span as a plain number, to rank by; `NaN` where that takes a closer look. */
export function roughGain(valuation: Valuation, asset: number, from: number, to: number): number {
  const path = valuation.path(asset);
  if (path.kind !== 'priced' || valuation.leavesOn(asset) !== null) return Number.NaN;
  const currency = valuation.currencyOf(asset);
  const worthOn = (day: number): number => {
    const close = closeNumber(path.prices, Math.max(0, priceOn(path.prices, day)));
    let units = 0;
    for (const track of path.units.tracks) {
      const step = stepOn(track, day);
      if (step >= 0) units += (track.digits[step] as number) / 10 ** track.places;
    }
    return units === 0 ? 0 : valuation.sign(asset) * units * close * valuation.conversion.number(currency, day);
  };
  return worthOn(to) - worthOn(from - 1) - roughFlows(valuation, asset, from, to);
}
