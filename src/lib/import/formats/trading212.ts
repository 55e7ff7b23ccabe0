/** Trading 212: prices in the security's currency, totals in the account's. */
import { decimalText, divide, parseDecimal, zero } from '../../domain';
import { cleanText, wordKey } from '../cells/text';
import type { Field } from '../mapping/mapping';
import type { TableRow } from '../reading/table';
import type { ImportedItem } from '../rows/booking';
import type { Facts } from '../rows/cells-of-row';
import { hasAll, type Format } from './format';

export const trading212: Format = {
  id: 'trading212',
  name: 'Trading 212',
  recognises: (header) => hasAll(header, ['action', 'time', 'no of shares', 'price / share']),
  columns: {
    date: 'time',
    time: null,
    type: 'action',
    symbol: 'ticker',
    quantity: 'no of shares',
    price: 'price / share',
    priceCurrency: 'currency price / share',
    net: 'total',
    currency: 'currency total',
    taxes: 'withholding tax',
    taxesCurrency: 'currency withholding tax',
    moreFees: 'currency conversion fee',
    moreFeesCurrency: 'currency currency conversion fee',
    note: 'notes',
    reference: 'id'
  },
  words: {
    'stock split open': 'exchange',
    'stock split close': 'exchange',
    'card debit': 'withdrawal',
    'result adjustment': 'cash'
  },
  signed: false,
  refine: (given, row) => {
    const facts = /^EOF\w+$/.test(row.cells[6] ?? '') && given.price === row.cells[6] ? shifted(given, row) : given;
    if (!/^dividend/i.test(facts.type ?? '')) return { facts };
    // Price and total are what arrived: the tax was taken before.
    const { price: _price, ...rest } = facts;
    const [units, each, tax] = [facts.quantity, facts.price, facts.taxes].map(parseDecimal);
    if (
      !units ||
      !each ||
      !tax ||
      facts.taxesCurrency === facts.currency ||
      facts.taxesCurrency !== facts.priceCurrency
    ) {
      return { facts: facts.taxesCurrency === facts.currency ? rest : facts };
    }
    const gross = decimalText(units.times(each).plus(tax));
    return { facts: { ...rest, gross, grossCurrency: facts.priceCurrency ?? '' } };
  },
  interpret: (table, reading) => {
    const taken = new Set<TableRow>();
    return table.rows.flatMap((row): readonly ImportedItem[] => {
      if (taken.has(row)) return [];
      if (!isSplit(row, 'close')) return [reading.item(row)];
      const open = table.rows.find(
        (other) => !taken.has(other) && isSplit(other, 'open') && sameDayAndIsin(row, other)
      );
      if (!open) return [reading.item(row)];
      taken.add(open);
      const [before, after] = [shifted({}, row).quantity, shifted({}, open).quantity].map(parseDecimal);
      const [plainBefore, plainAfter] = [reading.facts(row).quantity, reading.facts(open).quantity].map(parseDecimal);
      const [from, to] = [plainBefore ?? before, plainAfter ?? after];
      if (!from || !to || from.lte(zero) || to.lte(zero)) return [reading.item(row), reading.item(open)];
      const { price: _price, quantity: _quantity, ...facts } = shifted(reading.facts(open), open);
      return [reading.itemOf([row, open], { ...facts, quantity: decimalText(divide(to, from)) }, 'split')];
    });
  }
};

function isSplit({ cells }: TableRow, side: 'open' | 'close'): boolean {
  return wordKey(cells[0] ?? '') === `stock split ${side}`;
}

function sameDayAndIsin(a: TableRow, b: TableRow): boolean {
  return a.cells[2] === b.cells[2] && a.cells[1]?.slice(0, 10) === b.cells[1]?.slice(0, 10);
}

/** Rows of newer exports in a file that begins with older ones: two columns stand before the units. */
function shifted(facts: Facts, { cells }: TableRow): Facts {
  if (!/^EOF\w+$/.test(cells[6] ?? '')) return facts;
  const {
    taxes: _taxes,
    taxesCurrency: _taxesCurrency,
    moreFees: _fees,
    moreFeesCurrency: _feesCurrency,
    ...rest
  } = facts;
  const moved: readonly (readonly [Field, number])[] = [
    ['note', 5],
    ['reference', 6],
    ['quantity', 7],
    ['price', 8],
    ['priceCurrency', 9],
    ['fxRate', 10],
    ['net', 13],
    ['currency', 14]
  ];
  const own: Facts = {};
  for (const [field, at] of moved) {
    const text = cleanText(cells[at] ?? '');
    if (text !== '') own[field] = text;
    else delete (rest as Facts)[field];
  }
  return { ...rest, ...own };
}
