/** From what was typed to the writes of one step. Loaded when a form is saved: the facts it rests on are large. */
import {
  checkAccount,
  checkAsset,
  checkPrice,
  checkRate,
  checkTransaction,
  checkTransfer,
  otherEndFields,
  typeRules,
  type AccountDraft,
  type AssetDraft,
  type Checked,
  type EntryContext,
  type FieldNote,
  type NumberStyle,
  type PriceDraft,
  type RateDraft,
  type TransactionDraft,
  type TransactionKind,
  type TransferDraft
} from '../domain/entry';
import { categoryOf } from '../domain';
import type { RecordWriting } from '../protocol';
import type { BothEnds, Edited, RecordLists } from './records-contract';

export type FormDraft =
  | {
      readonly kind: 'transaction';
      readonly draft: TransactionDraft;
      readonly edits?: Edited | undefined;
      /** What the other end says alike follows in the same step. */
      readonly ends?: BothEnds | undefined;
    }
  | { readonly kind: 'transfer'; readonly draft: TransferDraft }
  | { readonly kind: 'account'; readonly draft: AccountDraft; readonly edits?: Edited | undefined }
  | { readonly kind: 'asset'; readonly draft: AssetDraft; readonly edits?: Edited | undefined }
  | { readonly kind: 'price'; readonly draft: PriceDraft }
  | { readonly kind: 'rate'; readonly draft: RateDraft };

export interface DraftFacts {
  readonly lists: RecordLists;
  readonly style: NumberStyle;
  readonly today: string;
  readonly held: string | null;
  newId(): string;
}

export interface CheckedDraft {
  readonly label: string;
  /** Null while there are problems. */
  readonly writes: readonly RecordWriting[] | null;
  readonly problems: readonly FieldNote[];
  readonly warnings: readonly FieldNote[];
}

/** Fields that a form may leave empty: an edit takes them out of the record. */
const optional = {
  transactions: ['assetId', 'quantity', 'price', 'fees', 'taxes', 'fxRate', 'note'],
  accounts: ['institution', 'ownerIds', 'openedOn', 'closedOn'],
  assets: [
    'symbol',
    'isin',
    'identifiers',
    'underlyingCurrency',
    'hedgedTo',
    'originalInvestment',
    'acquisitionDate',
    'institution',
    'sector',
    'notes',
    'benchmarkSymbol',
    'expectedAnnualIncome',
    'incomeFrequency',
    'riskRating'
  ]
} as const;

export function writesOf(form: FormDraft, facts: DraftFacts): CheckedDraft {
  const context = contextOf(facts);
  switch (form.kind) {
    case 'transaction': {
      const checked = checkTransaction(form.draft, context);
      const what = oneOf(form.draft.type);
      const done = one(form.edits ? `Edit ${what}` : `Add ${what}`, 'transactions', checked, form.edits, facts);
      return form.ends === undefined ? done : withOtherEnd(done, form.ends, checked.record);
    }
    case 'transfer': {
      const checked = checkTransfer(form.draft, context);
      const transferId = facts.newId();
      const writes =
        checked.record &&
        [checked.record.out, checked.record.in].map((fields): RecordWriting => ({
          op: 'put',
          store: 'transactions',
          record: { id: facts.newId(), ...fields, transferId }
        }));
      return { label: 'Add a transfer', writes, problems: checked.problems, warnings: checked.warnings };
    }
    case 'account':
      return one(labelled('account', form), 'accounts', checkAccount(form.draft, context), form.edits, facts);
    case 'asset':
      return one(labelled('asset', form), 'assets', checkAsset(form.draft, context), form.edits, facts);
    case 'price':
      return series('Set a price', 'prices', checkPrice(form.draft, context));
    case 'rate':
      return series('Set an exchange rate', 'fxRates', checkRate(form.draft, context));
  }
}

function withOtherEnd(done: CheckedDraft, { edited, other }: BothEnds, record: object | null): CheckedDraft {
  if (done.writes === null || record === null) return done;
  const { id, accountId, date } = other.record;
  const fields = otherEndFields({ ...edited }, { ...record }, { ...other.record });
  if (Object.keys(fields).length === 0) return done;
  const following: RecordWriting = {
    op: 'patch',
    store: 'transactions',
    id,
    at: { accountId, date },
    seen: other.seen,
    fields
  };
  return { ...done, label: 'Edit both ends of a transfer', writes: [...done.writes, following] };
}

/** `a purchase`, `an opening balance`, `interest`. */
function oneOf(type: TransactionKind): string {
  const what = typeRules[type].label.toLowerCase();
  if (type === 'interest') return what;
  return `${/^[aeiou]/.test(what) ? 'an' : 'a'} ${what}`;
}

function contextOf({ lists, style, today, held }: DraftFacts): EntryContext {
  const accounts = new Map(lists.accounts.map((account) => [account.id, account]));
  const assets = new Map(lists.assets.map((asset) => [asset.id, asset]));
  return {
    style,
    today,
    held,
    account(id) {
      const found = accounts.get(id);
      if (found === undefined) return null;
      const { name, currency, openedOn, closedOn } = found;
      return { name, currency, openedOn: openedOn ?? undefined, closedOn: closedOn ?? undefined };
    },
    asset(id) {
      const found = assets.get(id);
      return found === undefined
        ? null
        : { name: found.name, currency: found.currency, liability: categoryOf(found.assetType) === 'liability' };
    }
  };
}

function one(
  label: string,
  store: keyof typeof optional,
  { record, problems, warnings }: Checked<object>,
  edits: Edited | undefined,
  { newId }: DraftFacts
): CheckedDraft {
  if (record === null) return { label, writes: null, problems, warnings };
  const fields = record as Readonly<Record<string, unknown>>;
  const writing: RecordWriting =
    edits === undefined
      ? { op: 'put', store, record: { id: newId(), ...fields } }
      : { op: 'patch', store, ...edits, fields: { ...emptied(store), ...fields } };
  return { label, writes: [writing], problems, warnings };
}

function emptied(store: keyof typeof optional): Record<string, undefined> {
  return Object.fromEntries(optional[store].map((field) => [field, undefined]));
}

function series(label: string, store: string, { record, problems, warnings }: Checked<object>): CheckedDraft {
  const writes = record && [{ op: 'put' as const, store, record: record as Readonly<Record<string, unknown>> }];
  return { label, writes, problems, warnings };
}

function labelled(
  what: string,
  { draft, edits }: { draft: { readonly name: string }; edits?: Edited | undefined }
): string {
  return `${edits ? 'Edit' : 'Add'} the ${what} ‘${draft.name.trim()}’`;
}
