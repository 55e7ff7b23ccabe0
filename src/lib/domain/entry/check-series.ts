/** A closing price or an exchange rate as it was typed. */
import { zero } from '../decimal';
import { currencyProblem } from './check-transaction';
import type { Checked, EntryContext, PriceDraft, RateDraft } from './drafts';
import { Notes } from './notes';
import type { PriceRecord, RateRecord } from './records';

export function checkPrice(
  draft: PriceDraft,
  context: Pick<EntryContext, 'style' | 'today' | 'asset'>
): Checked<PriceRecord> {
  const notes = new Notes(context);
  if (draft.assetId === '' || context.asset(draft.assetId) === null) notes.problem('assetId', 'Choose an asset.');
  const day = notes.day('day', draft.day, 'Of which day is the price?');
  const close = notes.number('close', draft.close);
  if (draft.close.trim() === '') notes.problem('close', 'Write the price of one unit.');
  else if (close?.value.lt(zero)) notes.problem('close', 'A price is not below zero.');
  else if (close?.value.eq(zero)) notes.warn('close', 'Worth nothing? It is taken as you wrote it.');
  return notes.result(() => ({ assetId: draft.assetId, day: day ?? '', close: close?.text ?? '' }));
}

export function checkRate(draft: RateDraft, context: Pick<EntryContext, 'style' | 'today'>): Checked<RateRecord> {
  const notes = new Notes(context);
  const [base, quote] = (['base', 'quote'] as const).map((field) => {
    const code = draft[field].trim().toUpperCase();
    const problem = currencyProblem(field, code);
    if (problem !== null) notes.problems.push(problem);
    return code;
  }) as [string, string];
  if (base !== '' && base === quote) notes.problem('quote', 'A rate is between two different currencies.');
  const day = notes.day('day', draft.day, 'Of which day is the rate?');
  const rate = notes.number('rate', draft.rate);
  if (draft.rate.trim() === '') notes.problem('rate', 'Write what one {base} costs in {quote}.', { base, quote });
  else if (rate?.value.lte(zero)) notes.problem('rate', 'A rate is above zero.');
  return notes.result(() => ({ base, quote, day: day ?? '', rate: rate?.text ?? '' }));
}
