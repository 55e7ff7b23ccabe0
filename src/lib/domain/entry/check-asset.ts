/** An asset as it was typed. */
import { zero } from '../decimal';
import { categoryOf } from '../asset-types';
import { countryOf } from './check-account';
import { currencyProblem } from './check-transaction';
import type { AssetDraft, Checked, EntryContext } from './drafts';
import { isIsin } from './isin';
import { Notes } from './notes';
import type { AssetRecord } from './records';

/** A field that is absent was left empty. */
export type AssetFields = Omit<AssetRecord, 'id' | 'createdAt' | 'updatedAt' | 'documentIds'>;

const lines = ['symbol', 'institution', 'sector', 'benchmarkSymbol'] as const;
const amounts = ['originalInvestment', 'expectedAnnualIncome'] as const;
const currencies = ['underlyingCurrency', 'hedgedTo'] as const;

export function checkAsset(
  draft: AssetDraft,
  context: Pick<EntryContext, 'style' | 'today' | 'account'>
): Checked<AssetFields> {
  const notes = new Notes(context);
  const name = notes.line('name', draft.name);
  if (name === '') notes.problem('name', 'Give it a name.');
  if (draft.accountId === '') notes.problem('accountId', 'Choose the account it is held in.');
  else if (context.account(draft.accountId) === null)
    notes.problem('accountId', 'This account is no longer there. Choose another one.');
  if (categoryOf(draft.assetType) === 'other') notes.problem('assetType', 'Choose what it is.');
  const primaryCountry = countryOf(notes, 'primaryCountry', draft.primaryCountry, 'In which country is it domiciled?');
  const ownerCountry = countryOf(notes, 'ownerCountry', draft.ownerCountry, 'In which country does its owner live?');
  const primaryCurrency = draft.primaryCurrency.trim().toUpperCase();
  const unknown = currencyProblem('primaryCurrency', primaryCurrency);
  if (unknown !== null) notes.problems.push(unknown);

  const optional: Record<string, string> = {};
  const keep = (field: string, value: string): void => {
    if (value !== '') optional[field] = value;
  };
  for (const field of lines) keep(field, notes.line(field, draft[field]));
  const isin = notes.line('isin', draft.isin).toUpperCase().replace(/\s/g, '');
  if (isin !== '' && !isIsin(isin))
    notes.warn('isin', 'This is not an ISIN as they are made up: a digit may be wrong.');
  keep('isin', isin);
  for (const field of currencies) {
    const code = draft[field].trim().toUpperCase();
    const problem = code === '' ? null : currencyProblem(field, code);
    if (problem !== null) notes.problems.push(problem);
    keep(field, code);
  }
  for (const field of amounts) keep(field, notes.number(field, draft[field])?.text ?? '');
  keep('acquisitionDate', notes.day('acquisitionDate', draft.acquisitionDate) ?? '');
  keep('notes', notes.text('notes', draft.notes));
  const value = notes.number('currentValue', draft.currentValue);
  if (value?.value.lt(zero) && categoryOf(draft.assetType) !== 'liability')
    notes.warn('currentValue', 'Below zero? What is owed is better kept as a mortgage or a loan.');
  const quantity = notes.number('quantity', draft.quantity);
  if (quantity?.value.lt(zero)) notes.problem('quantity', 'Write the number of units without a minus.');
  const identifiers = Object.entries(draft.identifiers)
    .map(([scheme, text]) => [scheme.trim(), notes.line('identifiers', text)] as const)
    .filter(([scheme, text]) => scheme !== '' && text !== '');
  const tags = [...new Set(draft.tags.map((tag) => notes.line('tags', tag)))].filter((tag) => tag !== '');

  return notes.result(() => ({
    accountId: draft.accountId,
    name,
    ...optional,
    ...(identifiers.length === 0 ? {} : { identifiers: Object.fromEntries(identifiers) }),
    assetType: draft.assetType,
    primaryCountry,
    ownerCountry,
    primaryCurrency,
    currentValue: value?.text ?? '0',
    quantity: quantity?.text ?? '0',
    ...(draft.incomeFrequency === '' || draft.incomeFrequency === undefined
      ? {}
      : { incomeFrequency: draft.incomeFrequency }),
    ...(draft.riskRating === '' || draft.riskRating === undefined ? {} : { riskRating: draft.riskRating }),
    tags,
    isActive: draft.isActive,
    isIncludedInPortfolio: draft.isIncludedInPortfolio
  }));
}
