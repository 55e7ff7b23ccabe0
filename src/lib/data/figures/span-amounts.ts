/** What an asset, or all of a part, was worth at both ends of a span, and the money put in and taken out between. */
import { dayNumber, flowsWithin, type Flows, type Span, type SpanAmounts } from '../../domain';
import { flowsOf } from './flows';
import type { Part } from './part';
import { addAsset } from './positions';
import type { Valuation } from './valuation';
import { ValueGrid } from './value-grid';

/** As part of the portfolio: what it took from cash and gave it, after taxes. */
export function assetPart(part: Part): Part {
  return { ...part, perimeter: 'asset', keeping: new Map(), cash: new Set(), books: () => false };
}

/**
 * Null where a value is not known. `part`: see {@link assetPart}.
 * @param flows all flows of the asset, where they are known; else those of the span are gathered.
 */
export function amountsOf(
  valuation: Valuation,
  part: Part,
  asset: number,
  span: Pick<Span, 'from' | 'to'>,
  flows: Flows | null = null
): SpanAmounts | null {
  const [from, to] = [dayNumber(span.from), dayNumber(span.to)];
  const grid = new ValueGrid(Int32Array.of(from - 1, to));
  addAsset(grid, valuation, part, asset);
  const start = grid.inBase(0, valuation.conversion);
  const end = grid.inBase(1, valuation.conversion);
  if (start === null || end === null) return null;
  return { start, end, ...flowsWithin(flows ?? flowsOf(valuation, part, from, to, [asset]), span) };
}
