/** An account as it was typed. */
import { currencyProblem } from './check-transaction';
import type { AccountDraft, Checked, EntryContext } from './drafts';
import { isKnownCountry } from './facts';
import { Notes } from './notes';
import { accountKinds, type AccountRecord } from './records';

/** A field that is absent was left empty. */
export type AccountFields = Omit<AccountRecord, 'id' | 'createdAt' | 'updatedAt'>;

export function checkAccount(
  draft: AccountDraft,
  context: Pick<EntryContext, 'style' | 'today'>
): Checked<AccountFields> {
  const notes = new Notes(context);
  const name = notes.line('name', draft.name);
  if (name === '') notes.problem('name', 'Give the account a name.');
  const institution = notes.line('institution', draft.institution);
  const country = countryOf(notes, 'country', draft.country, 'In which country is it held?');
  const currency = draft.currency.trim().toUpperCase();
  const unknown = currencyProblem('currency', currency);
  if (unknown !== null) notes.problems.push(unknown);
  if (!accountKinds.includes(draft.kind)) notes.problem('kind', 'Choose what kind of account it is.');
  const openedOn = notes.day('openedOn', draft.openedOn);
  const closedOn = notes.day('closedOn', draft.closedOn);
  if (openedOn !== null && closedOn !== null && closedOn < openedOn)
    notes.problem('closedOn', 'The account would be closed before it was opened.');
  return notes.result(() => ({
    name,
    ...(institution === '' ? {} : { institution }),
    country,
    currency,
    kind: draft.kind,
    ...(draft.ownerIds.length === 0 ? {} : { ownerIds: draft.ownerIds }),
    ...(openedOn === null ? {} : { openedOn }),
    ...(closedOn === null ? {} : { closedOn })
  }));
}

export function countryOf(notes: Notes, field: string, typed: string, missing: string): string {
  const country = typed.trim().toUpperCase();
  if (country === '') notes.problem(field, missing);
  else if (!isKnownCountry(country))
    notes.problem(field, '‘{country}’ is not a country. Choose one from the list.', { country });
  return country;
}
