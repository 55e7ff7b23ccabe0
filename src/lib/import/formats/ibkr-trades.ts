/** Interactive Brokers, trades of a flex query: securities, and money exchanged for money. */
import { decimal, decimalText, zero } from '../../domain';
import { readCurrency } from '../cells/currencies';
import { readNumber } from '../cells/numbers';
import type { TableRow } from '../reading/table';
import { wrong, type ImportedBooking, type ImportedItem } from '../rows/booking';
import type { Facts } from '../rows/cells-of-row';
import { readDate } from '../cells/dates';
import { hasAll, type Format } from './format';

export const ibkrTrades: Format = {
  id: 'ibkrTrades',
  name: 'Interactive Brokers, trades',
  recognises: (header) => hasAll(header, ['buy/sell', 'tradedate', 'quantity', 'tradeprice', 'currencyprimary']),
  columns: {
    type: 'buy/sell',
    date: 'tradedate',
    price: 'tradeprice',
    gross: 'trademoney',
    currency: 'currencyprimary',
    fees: 'ibcommission',
    feesCurrency: 'ibcommissioncurrency'
  },
  signed: true,
  refine: (facts, row) => {
    const pair = /^([A-Z]{3})\.([A-Z]{3})$/.exec(facts.symbol ?? '');
    const named = facts.isin !== undefined || (facts.symbol !== undefined && !pair);
    return named ? { facts } : { facts, item: exchangeOfMoney(facts, row, pair?.[1] ?? null) };
  }
};

/** Sells (or buys) one currency for another. Without a symbol the file does not name the first one. */
function exchangeOfMoney(facts: Facts, row: TableRow, named: string | null): ImportedItem {
  const date = readDate(facts.date ?? '', 'monthFirst');
  const [units, money] = [readNumber(facts.quantity ?? '', '.'), readNumber(facts.gross ?? '', '.')];
  const other = readCurrency(facts.currency ?? '')?.code;
  const assumed = readCurrency(facts.feesCurrency ?? '')?.code;
  const own = named ?? (assumed === other ? undefined : assumed);
  if (!date || !units || !money || other === undefined)
    return wrong([row], 'It names no security, and date, units or amount are missing.');
  if (own === undefined)
    return wrong([row], 'Money is exchanged for money here, and the file does not say which currency was given.');
  const sells = /sell/i.test(facts.type ?? '') || units.value.startsWith('-');
  const given = { amount: unsigned(units.value), currency: own };
  const got = { amount: unsigned(money.value), currency: other };
  const [out, into] = sells ? [given, got] : [got, given];
  const common = {
    date: date.day,
    time: date.time,
    account: facts.account ?? '',
    note: `${facts.type ?? ''} ${given.amount} ${own} at ${facts.price ?? ''}`
  };
  const bookings = [cash('transferOut', out, common), cash('transferIn', into, common)];
  const fee = readNumber(facts.fees ?? '', '.');
  if (fee !== null && !decimal(fee.value).eq(zero)) {
    bookings.push(cash('fee', { amount: decimalText(decimal(fee.value).neg()), currency: assumed ?? other }, common));
  }
  const doubts =
    named === null
      ? [
          `The file does not name the currency that was ${sells ? 'sold' : 'bought'}; that of the commission, ${own}, is taken for it.`
        ]
      : [];
  return { rows: [row], bookings, problems: [], doubts, leftOut: null };
}

function unsigned(value: string): string {
  return value.replace('-', '');
}

function cash(
  type: ImportedBooking['type'],
  { amount, currency }: { readonly amount: string; readonly currency: string },
  common: Pick<ImportedBooking, 'date' | 'time' | 'account' | 'note'>
): ImportedBooking {
  return {
    ...common,
    type,
    security: null,
    quantity: null,
    price: null,
    gross: amount,
    fees: null,
    taxes: null,
    currency,
    settled: null
  };
}
