/** Coinbase: coins bought, sold, staked, sent, and converted into one another. */
import { decimal, type Decimal, decimalText, zero } from '../../domain';
import { isCurrencyCode } from '../cells/currencies';
import { readNumber } from '../cells/numbers';
import type { TableRow } from '../reading/table';
import type { ImportedItem } from '../rows/booking';
import type { Facts } from '../rows/cells-of-row';
import type { RowReading } from '../rows/row-reading';
import { hasAll, type Format } from './format';

const converted = /([\d.,]+)\s+(\w+)\s+to\s+([\d.,]+)\s+(\w+)/i;

export const coinbase: Format = {
  id: 'coinbase',
  name: 'Coinbase',
  recognises: (header) => hasAll(header, ['timestamp', 'transaction type', 'asset', 'quantity transacted', 'subtotal']),
  columns: {
    date: 'timestamp',
    type: 'transaction type',
    symbol: 'asset',
    gross: 'subtotal',
    net: 'total inclusive of fees and/or spread',
    fees: 'fees and/or spread',
    assetClass: null
  },
  signed: false,
  words: {
    send: 'deliveryOut',
    receive: 'deliveryIn',
    'advanced trade buy': 'buy',
    'advanced trade sell': 'sell',
    'advance trade buy': 'buy',
    'advance trade sell': 'sell',
    'exchange deposit': 'deliveryOut',
    'exchange withdrawal': 'deliveryIn',
    'pro deposit': 'deliveryOut',
    'pro withdrawal': 'deliveryIn'
  },
  understands: (word) => /^convert/i.test(word),
  refine: (facts) => {
    const currency = facts.priceCurrency ?? facts.currency;
    const coin = { ...facts, assetClass: 'cryptocurrency', ...(currency === undefined ? {} : { currency }) };
    if (facts.symbol === undefined || !isCurrencyCode(facts.symbol)) return { facts: coin };
    // Money of a state: what is transacted is the amount itself.
    const { symbol, quantity, price: _price, gross: _gross, net: _net, priceCurrency: _currency, ...rest } = facts;
    return { facts: { ...rest, currency: symbol, ...(quantity === undefined ? {} : { net: quantity }) } };
  },
  interpret: (table, reading) =>
    table.rows.map((row) => {
      const facts = reading.facts(row);
      return /^convert/i.test(facts.type ?? '') ? conversion(row, facts, reading) : reading.item(row);
    })
};

/** One coin is sold, the other bought for the same money; what is lost between them are the costs. */
function conversion(row: TableRow, facts: Facts, reading: RowReading): ImportedItem {
  const found = converted.exec(facts.note ?? '');
  const [total, subtotal] = [amount(facts.net), amount(facts.gross)];
  const got = found && readNumber(found[3] ?? '', '.');
  const plain = { ...facts, assetClass: 'cryptocurrency', currency: facts.priceCurrency ?? '' };
  if (!found || !got || !total || !subtotal) return reading.itemOf([row], plain, 'exchange');
  const costs = total.gt(subtotal) ? total.minus(subtotal) : zero;
  const { net: _net, price: _price, ...rest } = plain;
  const sold = reading.itemOf([row], { ...rest, gross: decimalText(total), fees: decimalText(costs) }, 'sell');
  const into = {
    ...rest,
    symbol: found[4] ?? '',
    quantity: got.value,
    gross: decimalText(total.minus(costs)),
    fees: '0'
  };
  const bought = reading.itemOf([row], into, 'buy');
  return {
    rows: [row],
    bookings: sold.problems.length + bought.problems.length > 0 ? [] : [...sold.bookings, ...bought.bookings],
    problems: [...sold.problems, ...bought.problems],
    doubts: [...sold.doubts, ...bought.doubts],
    leftOut: sold.leftOut
  };
}

function amount(text: string | undefined): Decimal | null {
  const read = text === undefined ? null : readNumber(text, '.');
  return read === null ? null : decimal(read.value.replace('-', ''));
}
