/** Exports of other trackers: Portfolio Performance, Ghostfolio, Wealthfolio. */
import type { Meaning } from '../mapping/mapping';
import type { TableRow } from '../reading/table';
import type { ImportedItem } from '../rows/booking';
import type { Facts } from '../rows/cells-of-row';
import type { RowReading } from '../rows/row-reading';
import { hasAll, type Format } from './format';

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const ghostfolioWords: Readonly<Record<string, Meaning>> = { item: 'openingBalance', liability: 'leaveOut' };

/** The value is what moved on the account; the gross amount stands in the security's currency where that is another. */
export const portfolioPerformance: Format = {
  id: 'portfolioPerformance',
  name: 'Portfolio Performance',
  recognises: (header) =>
    hasAll(header, ['date', 'type', 'value', 'transaction currency']) ||
    hasAll(header, ['datum', 'typ', 'wert', 'buchungswahrung']),
  columns: {
    gross: 'gross amount, bruttobetrag',
    grossCurrency: 'currency gross amount, wahrung bruttobetrag',
    priceCurrency: null,
    price: null,
    symbol: 'ticker symbol, ticker-symbol',
    name: 'security name, wertpapiername',
    account: 'cash account, account, konto, verrechnungskonto, securities account, portfolio, depot'
  },
  words: { sparplan: 'buy' }
};

const jsonWords: Readonly<Record<string, Meaning>> = {
  purchase: 'buy',
  sale: 'sell',
  inbound_delivery: 'deliveryIn',
  outbound_delivery: 'deliveryOut',
  removal: 'withdrawal',
  interest_charge: 'interestCharge',
  tax_refund: 'taxRefund',
  fee_refund: 'feeRefund'
};

export const portfolioPerformanceJson: Format = {
  id: 'portfolioPerformanceJson',
  name: 'Portfolio Performance (JSON)',
  recognises: (header) =>
    hasAll(header, ['type', 'date', 'currency', 'amount']) &&
    (header.includes('portfolio') || header.includes('account')) &&
    header.includes('security name'),
  columns: {
    net: 'amount',
    quantity: 'shares',
    isin: 'security isin',
    wkn: 'security wkn',
    symbol: 'security ticker',
    name: 'security name',
    currency: 'currency',
    gross: 'gross amount',
    grossCurrency: 'currency gross amount',
    price: null,
    account: 'account, portfolio'
  },
  words: jsonWords,
  signed: false,
  interpret: (table, reading) => {
    const others = ['other-account', 'otheraccount', 'other-portfolio', 'otherportfolio'];
    const at = table.header.flatMap((name, index) => (others.includes(name.toLowerCase()) ? [index] : []));
    const portfolio = table.header.indexOf('portfolio');
    return table.rows.map((row) => {
      const plain = reading.facts(row);
      const account = plain.account ?? row.cells[portfolio] ?? '';
      const facts = account === '' ? plain : { ...plain, account };
      const moves = /^(?:cash|security)_transfer$/i.test(facts.type ?? '');
      const other = at.map((index) => row.cells[index] ?? '').find((text) => text !== '');
      return moves ? bothEnds(row, facts, other ?? '', reading) : reading.itemOf([row], facts, null);
    });
  }
};

/** A transfer stands in one entry and is booked at both ends. */
function bothEnds(row: TableRow, facts: Facts, other: string, reading: RowReading): ImportedItem {
  const out = reading.itemOf([row], facts, 'transferOut');
  const into = reading.itemOf([row], { ...facts, account: other }, 'transferIn');
  return {
    ...out,
    bookings: out.bookings.length > 0 && into.bookings.length > 0 ? [...out.bookings, ...into.bookings] : []
  };
}

export const ghostfolio: Format = {
  id: 'ghostfolio',
  name: 'Ghostfolio',
  recognises: (header) =>
    hasAll(header, ['date', 'code', 'datasource', 'currency', 'price', 'quantity', 'action']) ||
    (hasAll(header, ['date', 'currency', 'fee', 'quantity', 'type', 'unitprice']) &&
      (header.includes('symbol') || header.includes('symbolprofile symbol'))),
  columns: {
    price: 'unitprice, price',
    fees: 'fee',
    type: 'type, action',
    symbol: 'symbol, symbolprofile symbol, code',
    name: 'symbolprofile name, assetprofile name, name',
    isin: 'symbolprofile isin, assetprofile isin, isin',
    assetClass:
      'symbolprofile assetsubclass, symbolprofile assetclass, assetprofile assetsubclass, assetprofile assetclass',
    note: 'comment, note',
    account: 'accountid, account',
    reference: 'id',
    net: null,
    gross: null
  },
  words: ghostfolioWords,
  signed: false,
  refine: (facts) => {
    if (!/^(?:fee|interest)$/i.test(facts.type ?? '')) return { facts: withoutMadeUpSymbol(facts) };
    // Its symbol is a name that was made up for the charge, and no security.
    const { symbol, isin: _isin, name, ...rest } = facts;
    const amount =
      /^fee$/i.test(facts.type ?? '') && facts.fees !== undefined && !/^0*\.?0*$/.test(facts.fees)
        ? { net: facts.fees }
        : {};
    const note = facts.note ?? name ?? symbol;
    return {
      facts: { ...rest, ...('net' in amount ? amount : chargeByPrice(rest)), ...(note === undefined ? {} : { note }) }
    };
  }
};

/** Assets that a person made bear a random identifier in place of a symbol. */
function withoutMadeUpSymbol(facts: Facts): Facts {
  const { symbol, ...rest } = facts;
  return facts.name !== undefined && uuid.test(symbol ?? '') ? rest : facts;
}

function chargeByPrice(facts: Facts): Facts {
  return facts.price !== undefined && (facts.quantity === undefined || /^1(?:\.0*)?$/.test(facts.quantity))
    ? { net: facts.price }
    : {};
}

export const wealthfolio: Format = {
  id: 'wealthfolio',
  name: 'Wealthfolio',
  // Its template of today, that of before, and what it exports itself.
  recognises: (header) =>
    hasAll(header, ['date', 'symbol', 'quantity', 'type', 'unit price', 'instrumenttype', 'currency']) ||
    hasAll(header, ['date', 'symbol', 'quantity', 'activitytype', 'unitprice', 'currency']) ||
    hasAll(header, ['date', 'assetsymbol', 'quantity', 'activitytype', 'unitprice', 'currency']),
  columns: {
    type: 'activitytype, type',
    price: 'unitprice, unit price',
    symbol: 'symbol, assetsymbol',
    name: 'assetname, name',
    account: 'accountname, account',
    fees: 'fee',
    gross: 'amount',
    net: null,
    assetClass: 'instrumenttype',
    reference: 'id',
    note: 'comment'
  },
  words: {
    credit: 'cash',
    split: 'split',
    adjustment: 'exchange',
    add_holding: 'deliveryIn',
    remove_holding: 'deliveryOut'
  },
  signed: false,
  refine: (facts) => {
    const word = (facts.type ?? '').toLowerCase();
    if (word === 'split') return { facts: { ...facts, quantity: facts.gross ?? facts.quantity ?? '' } };
    if (word === 'dividend' && facts.gross !== undefined) {
      // One unit at a made-up price stands for the amount.
      const { quantity: _quantity, price: _price, ...rest } = facts;
      return { facts: rest };
    }
    if (!/^(?:fee|tax)$/.test(word)) return { facts };
    const amount = facts.gross ?? facts.fees ?? facts.price;
    return { facts: amount === undefined ? facts : { ...facts, net: amount } };
  }
};
