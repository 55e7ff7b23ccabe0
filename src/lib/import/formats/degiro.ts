/**
 * DEGIRO's account statement: one line for every movement of cash, so that one purchase in a foreign currency has four
 * lines, which belong together by their order. Recognised by its shape, since it comes in every language of Europe.
 */
import { wordKey } from '../cells/text';
import type { Mapping } from '../mapping/mapping';
import type { Table, TableRow } from '../reading/table';
import { leftOut, type ImportedItem } from '../rows/booking';
import type { RowReading } from '../rows/row-reading';
import { dividendItem, exchangeItem, orderItem } from './degiro-items';
import { isTrade, kindOf, lineOf, type Line } from './degiro-lines';
import type { Format } from './format';

const columns: Mapping['columns'] = { date: 0, time: 1, name: 3, isin: 4, type: 5, currency: 7, net: 8, reference: 11 };

export const degiro: Format = {
  id: 'degiro',
  name: 'DEGIRO, account statement',
  recognises: (header) =>
    header.length === 12 && header[6] === 'fx' && header[8] === '' && header[10] === '' && /isin/.test(header[4] ?? ''),
  columnsOf: () => columns,
  dayOrder: 'dayFirst',
  signed: true,
  understands: (word) => isTrade(word) || kindOf(wordKey(word)) !== 'unknown',
  interpret(table, reading) {
    const lines = linesOf(table, reading);
    const orders = groupedByOrder(lines);
    const done = new Set<Line>();
    const items: ImportedItem[] = [];
    for (const line of lines) {
      if (done.has(line)) continue;
      const group = line.order === '' ? [line, ...partnersOf(line, lines, done)] : (orders.get(line.order) ?? [line]);
      for (const member of group) done.add(member);
      items.push(...itemsOf(group, reading));
    }
    return items;
  }
};

/** Long order numbers break on to the next line, which then holds nothing else. */
function linesOf({ rows }: Table, reading: RowReading): readonly Line[] {
  const lines: Line[] = [];
  for (const row of rows) {
    const filled = row.cells.flatMap((cell, at) => (cell.trim() === '' ? [] : [at]));
    const previous = lines.at(-1);
    if (previous && previous.order !== '' && filled.length === 1 && filled[0] === 11) {
      lines[lines.length - 1] = {
        ...previous,
        rows: [...previous.rows, row],
        order: previous.order + (row.cells[11] ?? '').trim()
      };
    } else lines.push(lineOf(row, reading));
  }
  return lines;
}

function groupedByOrder(lines: readonly Line[]): ReadonlyMap<string, readonly Line[]> {
  const groups = new Map<string, Line[]>();
  for (const line of lines) {
    if (line.order === '') continue;
    const group = groups.get(line.order);
    if (group) group.push(line);
    else groups.set(line.order, [line]);
  }
  return groups;
}

/** What belongs to a line without an order: the tax of a dividend, the other half of an exchange, the new name of a security. */
function partnersOf(line: Line, lines: readonly Line[], done: ReadonlySet<Line>): readonly Line[] {
  const fits = (other: Line): boolean => {
    if (other === line || done.has(other) || other.order !== '' || other.date !== line.date) return false;
    if (line.kind === 'dividend' || line.kind === 'dividendTax') {
      const wanted = line.kind === 'dividend' ? 'dividendTax' : 'dividend';
      return other.kind === wanted && other.isin === line.isin && other.currency === line.currency;
    }
    if (line.kind === 'exchange') {
      return (
        other.kind === 'exchange' &&
        other.time === line.time &&
        other.currency !== line.currency &&
        other.negative !== line.negative
      );
    }
    return (
      line.kind === 'productChange' &&
      other.kind === 'productChange' &&
      other.isin === line.isin &&
      other.units === line.units
    );
  };
  const partner = lines.find(fits);
  return partner ? [partner] : [];
}

function itemsOf(group: readonly Line[], reading: RowReading): readonly ImportedItem[] {
  const [first] = group as [Line, ...Line[]];
  const rows = group.flatMap((line) => line.rows);
  if (group.some(({ kind }) => kind === 'trade')) return [orderItem(group, rows, reading)];
  if (group.some(({ kind }) => kind === 'dividend') && group.length <= 2) return [dividendItem(group, rows, reading)];
  if (group.every(({ kind }) => kind === 'exchange')) return [exchangeItem(group, rows, reading)];
  if (first.kind === 'productChange' && group.length > 1) {
    return [leftOut(rows, 'The security was only renamed; its ISIN is the same.')];
  }
  return group.map((line) => single(line, line.rows, reading));
}

function single(line: Line, rows: readonly TableRow[], reading: RowReading): ImportedItem {
  const { isin: _isin, name: _name, ...cash } = line.facts;
  switch (line.kind) {
    case 'fee':
      return reading.itemOf(rows, line.facts, 'fee');
    case 'dividendTax':
      return reading.itemOf(rows, line.facts, 'tax');
    case 'courtesy':
      return reading.itemOf(rows, cash, 'feeRefund');
    case 'deposit':
    case 'withdrawal':
      return reading.itemOf(rows, cash, line.kind);
    case 'interest':
      return reading.itemOf(rows, cash, 'interest');
    case 'moneyFund':
      return reading.itemOf(rows, cash, 'interest', ['The result of a money market fund, booked as interest.']);
    case 'stockDividend':
      return reading.itemOf(
        rows,
        { ...line.facts, quantity: line.units, price: line.price, priceCurrency: line.currency },
        'bonus'
      );
    case 'productChange':
      return reading.itemOf(
        rows,
        { ...line.facts, net: '', quantity: line.sells ? `-${line.units}` : line.units },
        'exchange'
      );
    case 'dividend':
      return dividendItem([line], rows, reading);
    case 'exchange':
      return exchangeItem([line], rows, reading);
    case 'sweep':
      return leftOut(rows, 'Money that DEGIRO moves between its own accounts of yours.');
    case 'reservation':
      return leftOut(rows, 'A reservation; the payment itself has a line of its own.');
    default:
      // By what the person said of this description.
      return reading.itemOf(rows, line.facts, null);
  }
}
