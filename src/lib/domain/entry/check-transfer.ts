/** A transfer between two accounts as it was typed: both ends in one go, of cash in one or two currencies or of units. */
import { decimalText, zero } from '../decimal';
import { currencyProblem, warnOfAccount, type TransactionFields } from './check-transaction';
import type { Checked, EntryContext, TransferDraft } from './drafts';
import { Notes, type Read } from './notes';

/** What leaves and what arrives; whoever saves them gives both the same `transferId`. */
export interface TransferFields {
  readonly out: TransactionFields;
  readonly in: TransactionFields;
}

export function checkTransfer(draft: TransferDraft, context: EntryContext): Checked<TransferFields> {
  const notes = new Notes(context);
  const date = notes.day('date', draft.date, 'On which day was it?');
  const [from, to] = (['fromAccountId', 'toAccountId'] as const).map((field) => {
    const id = draft[field];
    const account = id === '' ? null : context.account(id);
    if (id === '') notes.problem(field, field === 'fromAccountId' ? 'From which account?' : 'To which account?');
    else if (account === null) notes.problem(field, 'This account is no longer there. Choose another one.');
    else warnOfAccount(notes, field, account, date);
    return account;
  });
  if (draft.fromAccountId !== '' && draft.fromAccountId === draft.toAccountId)
    notes.problem('toAccountId', 'Choose another account than the one it comes from.');

  const asset = draft.assetId === '' ? null : context.asset(draft.assetId);
  if (draft.assetId !== '' && asset === null)
    notes.problem('assetId', 'This asset is no longer there. Choose another one.');
  const fees = notes.number('fees', draft.fees);
  const note = notes.text('note', draft.note);
  const shared = { date: date ?? '', ...(note === '' ? {} : { note }) };
  const charged = fees === null || fees.value.eq(zero) ? {} : { fees: fees.text };

  if (draft.assetId !== '') {
    const quantity = above(notes, 'quantity', draft.quantity, 'How many units were moved?');
    const held = context.held;
    if (quantity !== null && held !== null && quantity.value.gt(zero.plus(held)))
      notes.warn('quantity', 'More than is held in this account on that day: {held}.', { held });
    return notes.result(() => {
      const units = {
        ...shared,
        assetId: draft.assetId,
        quantity: quantity?.text ?? '',
        gross: '0',
        currency: asset?.currency ?? ''
      };
      return {
        out: { ...units, ...charged, accountId: draft.fromAccountId, type: 'transferOut' },
        in: { ...units, accountId: draft.toAccountId, type: 'transferIn' }
      };
    });
  }

  const currency = draft.currency.trim().toUpperCase() || from?.currency || '';
  const currencyIn = draft.currencyIn.trim().toUpperCase() || to?.currency || '';
  for (const [field, code, known] of [
    ['currency', currency, from],
    ['currencyIn', currencyIn, to]
  ] as const) {
    const problem = known === null && code === '' ? null : currencyProblem(field, code);
    if (problem !== null) notes.problems.push(problem);
  }
  const amount = above(notes, 'amount', draft.amount, 'How much was moved?');
  let arrived: Read | null = amount;
  const differ = currency !== '' && currencyIn !== '' && currency !== currencyIn;
  if (differ || draft.amountIn.trim() !== '')
    arrived = above(notes, 'amountIn', draft.amountIn, 'How much arrived, in {currency}?', { currency: currencyIn });
  if (currency === currencyIn && amount !== null && arrived !== null && !arrived.value.eq(amount.value))
    notes.warn('amountIn', 'It differs from what left. If the rest is a fee, write it there.');
  if (currency === currencyIn && draft.amountIn.trim() === '' && amount !== null)
    notes.filled['amountIn'] = amount.text;
  return notes.result(() => ({
    out: {
      ...shared,
      ...charged,
      accountId: draft.fromAccountId,
      type: 'transferOut',
      gross: amount?.text ?? '',
      currency
    },
    in: {
      ...shared,
      accountId: draft.toAccountId,
      type: 'transferIn',
      gross: arrived?.text ?? '',
      currency: currencyIn
    }
  }));
}

/** A number above zero; what is missing is said. */
function above(
  notes: Notes,
  field: string,
  typed: string,
  missing: string,
  words?: Readonly<Record<string, string>>
): Read | null {
  if (typed.trim() === '') {
    notes.problem(field, missing, words);
    return null;
  }
  const read = notes.number(field, typed);
  if (read === null) return null;
  if (read.value.lt(zero)) notes.problem(field, 'Write it without a minus: the accounts say which way it goes.');
  else if (read.value.eq(zero)) notes.problem(field, 'Zero moves nothing.');
  return read.value.gt(zero) ? { value: read.value, text: decimalText(read.value) } : null;
}
