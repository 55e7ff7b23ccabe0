/** What the form of an account holds: text in every field. */
import type { AccountDraft, AccountRecord } from '../../app/contract';
import type { Preset } from './entry.svelte';

export type AccountValues = Readonly<Record<keyof AccountDraft, string>>;

export const newAccount = (preset: Preset = {}): AccountValues => ({
  name: '',
  institution: '',
  country: '',
  currency: '',
  kind: 'brokerage',
  openedOn: '',
  closedOn: '',
  ownerIds: '',
  ...preset
});

export function shownAccount(record: AccountRecord): AccountValues {
  return {
    name: record.name,
    institution: record.institution ?? '',
    country: record.country,
    currency: record.currency,
    kind: record.kind,
    openedOn: record.openedOn ?? '',
    closedOn: record.closedOn ?? '',
    ownerIds: (record.ownerIds ?? []).join(' ')
  };
}

export function accountDraftOf(values: AccountValues): AccountDraft {
  return { ...values, kind: values.kind as AccountDraft['kind'], ownerIds: values.ownerIds.split(' ').filter(Boolean) };
}
