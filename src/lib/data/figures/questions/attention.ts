/** What needs a look, the most pressing first. */
import { addDays, zero, type AttentionItem } from '../../../domain';
import { idAt } from '../ids';
import type { Valuation } from '../valuation';
import { totalsOf } from '../totals';
import { wrongRowsOf } from '../wrong-rows';

const mostExamples = 5;
/** Duties are told so many days before they are due. */
const daysAhead = 30;

type Example = AttentionItem['examples'][number];

export function attentionOf(valuation: Valuation): readonly AttentionItem[] {
  const { ledger, dayText } = valuation;
  const stale: Example[] = [];
  const unpriced: Example[] = [];
  const staleRates = new Set<string>();
  for (const asset of ledger.assetNumbers()) {
    const { counts, units, price, rate, amount } = valuation.worth(asset);
    if (!counts) continue;
    const { id, name, currency } = valuation.facts(asset);
    if (units?.gt(zero)) {
      // What a value is stated for does without a price. Zero is what stands there where nothing was stated.
      if (price === null) {
        if (amount.eq(zero)) unpriced.push({ id, label: name });
      } else if (price.stale) stale.push({ id, label: name });
    }
    if (rate?.stale && !amount.eq(zero)) staleRates.add(currency);
  }
  const { oversold, others } = wrongRowsOf(ledger);
  const rowExample = (row: number): Example => ({
    id: idAt(ledger.transactions.ids, row),
    label: ledger.assets[ledger.transactions.assets[row] as number]?.name ?? ''
  });
  const until = addDays(dayText, daysAhead);
  const dues = ledger.dues.filter(({ dueOn }) => dueOn <= until);
  const currencies = (codes: Iterable<string>): Example[] =>
    [...codes].sort().map((code) => ({ id: code, label: code }));
  const items: readonly (readonly [AttentionItem['kind'], readonly Example[], number?])[] = [
    ['missingRates', currencies(totalsOf(valuation).missing.keys())],
    ['oversold', oversold.slice(0, mostExamples).map(rowExample), oversold.length],
    ['wrongTransactions', [...others.keys()].slice(0, mostExamples).map(rowExample), others.size],
    ['dueItems', dues.map(({ id, label }) => ({ id, label }))],
    ['missingPrices', unpriced],
    ['stalePrices', stale],
    ['staleRates', currencies(staleRates)]
  ];
  return items
    .map(([kind, examples, count = examples.length]) => ({ kind, count, examples: examples.slice(0, mostExamples) }))
    .filter(({ count }) => count > 0);
}
