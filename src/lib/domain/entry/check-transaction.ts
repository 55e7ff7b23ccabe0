/** A transaction as it was typed: every field by the rules of its type, in that type's words. */
import { type Decimal, decimalText, divide, zero } from '../decimal';
import type { Checked, EntryContext, FieldNote, KnownAccount, KnownAsset, TransactionDraft } from './drafts';
import { isKnownCurrency } from './facts';
import { Notes, type Read } from './notes';
import type { TransactionRecord } from './records';
import { typeRules, type TypeRules } from './transaction-rules';

export type TransactionFields = Omit<TransactionRecord, 'id' | 'createdAt' | 'updatedAt'>;

/** Decimal places up to which a price that follows from an amount is written down; a longer one is left to be computed. */
const writtenPlaces = 10;

export function checkTransaction(draft: TransactionDraft, context: EntryContext): Checked<TransactionFields> {
  return new TransactionCheck(draft, context).run();
}

class TransactionCheck {
  readonly #draft: TransactionDraft;
  readonly #context: EntryContext;
  readonly #rules: TypeRules;
  readonly #notes: Notes;
  readonly #account: KnownAccount | null;
  readonly #asset: KnownAsset | null;

  constructor(draft: TransactionDraft, context: EntryContext) {
    this.#draft = draft;
    this.#context = context;
    this.#rules = typeRules[draft.type];
    this.#notes = new Notes(context);
    this.#account = draft.accountId === '' ? null : context.account(draft.accountId);
    this.#asset = draft.assetId === '' || this.#rules.asset === 'none' ? null : context.asset(draft.assetId);
  }

  run(): Checked<TransactionFields> {
    const { type, accountId } = this.#draft;
    const notes = this.#notes;
    const date = notes.day('date', this.#draft.date, 'On which day was it?');
    this.#place(date);
    const quantity = this.#quantity();
    const price = this.#price();
    const { gross, unit } = this.#amount(quantity, price);
    const fees = this.#cost('fees');
    const taxes = this.#cost('taxes');
    const currency = this.#currency();
    const fxRate = this.#rate(currency);
    const note = notes.text('note', this.#draft.note);
    this.#compareWithHeld(quantity);
    return notes.result(() => ({
      accountId,
      ...(this.#asset === null ? {} : { assetId: this.#draft.assetId }),
      date: date ?? '',
      type,
      ...(quantity === null ? {} : { quantity: quantity.text }),
      ...(unit === null ? {} : { price: decimalText(unit) }),
      gross: decimalText(gross ?? zero),
      ...(fees === null ? {} : { fees: fees.text }),
      ...(taxes === null ? {} : { taxes: taxes.text }),
      currency,
      ...(fxRate === null ? {} : { fxRate: fxRate.text }),
      ...(note === '' ? {} : { note })
    }));
  }

  #place(date: string | null): void {
    const notes = this.#notes;
    const { accountId, assetId } = this.#draft;
    if (accountId === '') notes.problem('accountId', 'Choose an account.');
    else if (this.#account === null) notes.problem('accountId', 'This account is no longer there. Choose another one.');
    else warnOfAccount(notes, 'accountId', this.#account, date);
    const { asset, missing } = this.#rules;
    if (asset === 'needed' && assetId === '') notes.problem('assetId', missing.asset ?? 'Choose an asset.');
    else if (asset !== 'none' && assetId !== '' && this.#asset === null)
      notes.problem('assetId', 'This asset is no longer there. Choose another one.');
  }

  #quantity(): Read | null {
    const { type, quantity: typed } = this.#draft;
    const { quantity: presence, missing } = this.#rules;
    const notes = this.#notes;
    if (presence === 'none' || (this.#rules.asset === 'optional' && this.#draft.assetId === '')) return null;
    const needed = presence === 'needed' || (this.#rules.asset === 'optional' && this.#draft.assetId !== '');
    if (typed.trim() === '') {
      if (needed) notes.problem('quantity', missing.quantity ?? 'How many units?');
      return null;
    }
    const read = type === 'split' ? this.#ratio(typed) : notes.number('quantity', typed);
    if (read === null) return null;
    if (read.value.lt(zero)) {
      notes.problem(
        'quantity',
        type === 'buy' || type === 'sell'
          ? 'Write the number of units without a minus: the type says whether they come in or go out.'
          : 'Write the number of units without a minus.'
      );
      return null;
    }
    if (read.value.eq(zero)) {
      notes.problem(
        'quantity',
        type === 'split'
          ? 'A split into 0 would leave nothing.'
          : 'Zero units change nothing. Write how many there were.'
      );
      return null;
    }
    return read;
  }

  /** `4`, or `3:2` for three new units in place of two old ones. */
  #ratio(typed: string): Read | null {
    const [to = '', from, ...more] = typed.split(/[:/]/);
    if (from === undefined) return this.#notes.number('quantity', typed);
    const newer = this.#notes.number('quantity', to);
    const older = this.#notes.number('quantity', from);
    if (newer === null || older === null || more.length > 0 || older.value.lte(zero)) {
      if (this.#notes.problems.every(({ field }) => field !== 'quantity'))
        this.#notes.problem('quantity', 'Write new units to old ones: 3:2.');
      return null;
    }
    const value = divide(newer.value, older.value);
    if (!value.times(older.value).eq(newer.value))
      this.#notes.warn('quantity', 'This cannot be written exactly; it is kept to twenty digits and more.');
    return { value, text: decimalText(value) };
  }

  #price(): Read | null {
    if (this.#rules.price === 'none' || this.#asset === null) return null;
    const read = this.#notes.number('price', this.#draft.price);
    if (read === null) return null;
    if (read.value.lt(zero)) {
      this.#notes.problem('price', 'A price is not below zero.');
      return null;
    }
    return read;
  }

  /** The amount in all and the price of one unit, each from the other where one was left out. */
  #amount(quantity: Read | null, price: Read | null): { gross: Decimal | null; unit: Decimal | null } {
    const notes = this.#notes;
    const { gross: presence, missing } = this.#rules;
    const { type } = this.#draft;
    if (presence === 'none') return { gross: zero, unit: null };
    const typed = notes.number('gross', this.#draft.gross);
    const unread = this.#draft.gross.trim() !== '' && typed === null;
    const product = quantity !== null && price !== null ? quantity.value.times(price.value) : null;
    if (typed === null) {
      if (product !== null) {
        if (!unread) notes.filled['gross'] = decimalText(product);
        return { gross: product, unit: price?.value ?? null };
      }
      const movesUnits = this.#asset !== null && this.#rules.quantity !== 'none';
      const mayLack =
        (type === 'deliveryIn' || type === 'deliveryOut' || (presence === 'optional' && movesUnits)) && price === null;
      if (!mayLack && !unread && !this.#waitsForPrice(quantity, price))
        notes.problem('gross', missing.gross ?? 'How much was it?');
      if (mayLack && !unread && (type === 'deliveryIn' || type === 'openingBalance'))
        notes.warn('gross', 'Without what they cost, these units count as having cost nothing.');
      return { gross: mayLack ? zero : null, unit: price?.value ?? null };
    }
    this.#checkSign(typed.value);
    if (product !== null) this.#checkTie(typed, quantity, price, product);
    return { gross: typed.value, unit: price?.value ?? this.#unitOf(typed, quantity) };
  }

  /** Units or price are being mended: the amount will follow from them. */
  #waitsForPrice(quantity: Read | null, price: Read | null): boolean {
    const { problems } = this.#notes;
    return (
      this.#rules.gross === 'tied' &&
      (price !== null || problems.some(({ field }) => field === 'price')) &&
      (quantity !== null || problems.some(({ field }) => field === 'quantity'))
    );
  }

  #unitOf(gross: Read, quantity: Read | null): Decimal | null {
    if (this.#rules.price === 'none' || this.#asset === null || quantity === null || quantity.value.eq(zero))
      return null;
    const unit = divide(gross.value, quantity.value);
    const exact = unit.times(quantity.value).eq(gross.value) && placesOf(unit) <= writtenPlaces;
    this.#notes.filled['price'] = decimalText(exact ? unit : unit.round(writtenPlaces));
    return exact && unit.gte(zero) ? unit : null;
  }

  #checkSign(gross: Decimal): void {
    const notes = this.#notes;
    const { type } = this.#draft;
    const { liability = false } = this.#asset ?? {};
    if (gross.eq(zero)) {
      if (type === 'buy' || type === 'sell') notes.warn('gross', 'For nothing? It is taken as you wrote it.');
      else if (this.#rules.gross === 'needed' || type === 'dividend' || this.#asset === null)
        notes.problem('gross', 'Zero changes nothing. Write how much it was.');
      return;
    }
    if (gross.gt(zero)) {
      if (type === 'interest' && liability)
        notes.warn('gross', 'Interest on what you owe is paid, not received: write it with a minus.');
      return;
    }
    switch (type) {
      case 'dividend':
      case 'fee':
      case 'tax':
        return notes.warn('gross', 'With a minus it takes back an earlier one.');
      case 'interest':
        if (!liability) notes.warn('gross', 'With a minus it is interest that was paid, or takes back an earlier one.');
        return;
      case 'openingBalance':
        return notes.warn('gross', 'With a minus the account begins overdrawn.');
      case 'deposit':
        return notes.problem('gross', 'Write it without a minus, or choose Withdrawal.');
      case 'withdrawal':
        return notes.problem('gross', 'Write it without a minus, or choose Deposit.');
      default:
        return notes.problem('gross', 'Write the amount without a minus.');
    }
  }

  /** Told where all three were typed and the difference is more than rounding. */
  #checkTie(gross: Read, quantity: Read | null, price: Read | null, product: Decimal): void {
    if (quantity === null || price === null) return;
    const rounding = quantity.value.times(halfUnitOf(price.value)).plus(halfUnitOf(gross.value));
    if (product.minus(gross.value).abs().lte(rounding)) return;
    this.#notes.warn(
      'gross',
      '{units} × {price} is {product}, not {gross}. If the rest is a fee or a tax, write it there.',
      {
        units: quantity.text,
        price: price.text,
        product: decimalText(product),
        gross: gross.text
      }
    );
  }

  #cost(field: 'fees' | 'taxes'): Read | null {
    if (this.#rules.costs === 'none') return null;
    const read = this.#notes.number(field, this.#draft[field]);
    if (read?.value.lt(zero))
      this.#notes.warn(
        field,
        field === 'fees' ? 'With a minus fees are paid back.' : 'With a minus taxes are paid back.'
      );
    return read?.value.eq(zero) ? null : read;
  }

  #currency(): string {
    const currency = this.#draft.currency.trim().toUpperCase() || (this.#asset ?? this.#account)?.currency || '';
    const problem = currencyProblem('currency', currency);
    if (problem !== null && (this.#account !== null || currency !== '')) this.#notes.problems.push(problem);
    return currency;
  }

  #rate(currency: string): Read | null {
    const account = this.#account;
    if (account === null || currency === account.currency) return null;
    const read = this.#notes.number('fxRate', this.#draft.fxRate);
    if (read === null) {
      if (this.#draft.fxRate.trim() === '' && isKnownCurrency(currency))
        this.#notes.warn('fxRate', 'Without the rate that was booked, the table’s rate of that day is used.');
      return null;
    }
    if (read.value.lte(zero)) {
      this.#notes.problem('fxRate', 'A rate is above zero: what one {currency} was worth in {account}.', {
        currency,
        account: account.currency
      });
      return null;
    }
    return read;
  }

  #compareWithHeld(quantity: Read | null): void {
    const { held } = this.#context;
    if (!this.#rules.takesOut || quantity === null || held === null || this.#asset === null) return;
    const units = this.#notes.number('quantity', held.replace('.', this.#context.style.decimalMark));
    if (units !== null && quantity.value.gt(units.value))
      this.#notes.warn('quantity', 'More than is held in this account on that day: {held}.', { held });
  }
}

/** Null for a currency of ISO 4217. */
export function currencyProblem(field: string, currency: string): FieldNote | null {
  if (isKnownCurrency(currency)) return null;
  if (currency === '') return { field, message: 'Choose a currency.' };
  const template = '‘{currency}’ is not a currency. Use its three letters, such as EUR.';
  return { field, message: template.replace('{currency}', currency), template, values: { currency } };
}

export function warnOfAccount(notes: Notes, field: string, account: KnownAccount, date: string | null): void {
  if (date === null) return;
  if (account.closedOn !== undefined && date > account.closedOn)
    notes.warn(field, 'This account was closed on {day}.', { day: account.closedOn });
  else if (account.openedOn !== undefined && date < account.openedOn)
    notes.warn(field, 'This account was opened on {day}, later than that.', { day: account.openedOn });
}

/** Digits after the point. */
function placesOf(value: Decimal): number {
  return Math.max(0, value.c.length - 1 - value.e);
}

/** Half of the last digit that was written; a cent's, where fewer were. */
function halfUnitOf(value: Decimal): Decimal {
  return zero.plus(`0.${'0'.repeat(Math.max(2, placesOf(value)))}5`);
}
