/** Brokers whose exports have one row for each booking. */
import { hasAll, type Format } from './format';

/** Rows about cash alone still have a quantity of one and a price. */
export const swissquote: Format = {
  id: 'swissquote',
  name: 'Swissquote',
  recognises: (header) => hasAll(header, ['order #', 'transaction', 'unit price', 'net amount', 'accrued interest']),
  columns: { type: 'transaction', net: 'net amount', fees: 'costs', reference: 'order #' },
  dayOrder: 'dayFirst',
  signed: true,
  words: {
    debit: 'withdrawal',
    credit: 'deposit',
    payment: 'deposit',
    interests: 'interest',
    'custody fees': 'fee',
    'forex credit': 'conversion',
    'forex debit': 'conversion',
    'fx debit comp': 'conversion',
    'fx credit comp': 'conversion'
  },
  refine: (facts) => {
    const word = (facts.type ?? '').toLowerCase();
    if (/^(buy|sell)$/.test(word)) return { facts };
    const { quantity: _quantity, price: _price, ...rest } = facts;
    return { facts: rest };
  }
};

export const tradeRepublic: Format = {
  id: 'tradeRepublic',
  name: 'Trade Republic',
  recognises: (header) =>
    hasAll(header, ['datum', 'transactietype', 'waarde netto']) ||
    hasAll(header, ['datum', 'typ', 'wert', 'notiz', 'isin', 'anzahl', 'gebuhren', 'steuern']) ||
    hasAll(header, ['date', 'type', 'value', 'note', 'isin', 'shares', 'fees', 'taxes']),
  currency: 'EUR',
  signed: true,
  refine: (facts) => {
    // The remark is the security's name where there is one, and the other party of a payment where there is none.
    if (facts.isin === undefined || facts.note === undefined) return { facts };
    const { note, ...rest } = facts;
    return { facts: { ...rest, name: note } };
  }
};

/** The amount is before fees and taxes; the identifier is an ISIN, or the symbol of a coin. */
export const parqet: Format = {
  id: 'parqet',
  name: 'Parqet',
  recognises: (header) => hasAll(header, ['datetime', 'holdingname', 'identifier', 'realizedgains']),
  columns: {
    date: 'date',
    time: 'time',
    isin: 'identifier',
    gross: 'amount',
    net: null,
    priceCurrency: null,
    grossCurrency: null,
    account: null,
    name: 'holdingname',
    quantity: 'shares'
  },
  words: { transferin: 'transferIn', transferout: 'transferOut', cash: 'cash' },
  signed: false,
  refine: (facts) => {
    const { account: _account, ...rest } = facts;
    return { facts: rest };
  }
};

export const schwab: Format = {
  id: 'schwab',
  name: 'Charles Schwab',
  recognises: (header) => hasAll(header, ['date', 'action', 'symbol', 'description', 'fees & comm', 'amount']),
  columns: { name: 'description', net: 'amount', fees: 'fees & comm', note: null },
  currency: 'USD',
  dayOrder: 'monthFirst',
  signed: true,
  words: {
    'internal transfer': 'transfer',
    'moneylink transfer': 'cash',
    'wire sent': 'withdrawal',
    'wire received': 'deposit',
    'funds received': 'deposit',
    journal: 'transfer',
    'journaled shares': 'transfer',
    'security transfer': 'transfer',
    'service fee': 'fee',
    'adr mgmt fee': 'fee',
    'foreign tax paid': 'tax',
    'cash in lieu': 'dividend',
    'stock plan activity': 'deliveryIn'
  },
  refine: (facts) => {
    const word = (facts.type ?? '').toLowerCase();
    if (word === 'spin-off' && facts.quantity !== undefined) {
      return {
        facts,
        meaning: 'bonus',
        doubts: ['A part of what the old shares cost belongs to these; it does not go over by itself.']
      };
    }
    if (facts.symbol !== undefined) return { facts };
    // Without a symbol the description is a remark on cash, and no security's name.
    const { name, ...rest } = facts;
    return { facts: name === undefined ? rest : { ...rest, note: name } };
  }
};

const priceInText = /\b([A-Z]{3})\s+([\d.]+)\s+PER SHARE/;

export const ibkrDividends: Format = {
  id: 'ibkrDividends',
  name: 'Interactive Brokers, dividends',
  recognises: (header) => hasAll(header, ['type', 'settledate', 'description', 'amount', 'currencyprimary']),
  columns: { date: 'settledate', net: 'amount', currency: 'currencyprimary', note: 'description', name: null },
  signed: true,
  words: {
    dividends: 'dividend',
    'payment in lieu of dividends': 'dividend',
    'withholding tax': 'tax',
    'broker interest received': 'interest',
    'broker interest paid': 'interest',
    'deposits/withdrawals': 'cash',
    'deposits & withdrawals': 'cash',
    'other fees': 'fee',
    'commission adjustments': 'feeRefund'
  },
  refine: (facts) => {
    // `VT(US9220427424) CASH DIVIDEND USD 0.6504 PER SHARE (Ordinary Dividend)`
    const symbol = /^([A-Z0-9. ]+)\(/.exec(facts.note ?? '')?.[1]?.trim();
    const price = priceInText.exec(facts.note ?? '');
    const perShare =
      price !== null && /^(dividends|payment in lieu)/i.test(facts.type ?? '') && price[1] === facts.currency;
    return {
      facts: {
        ...facts,
        ...(symbol === undefined || facts.isin === undefined ? {} : { symbol }),
        ...(perShare && price[2] !== undefined ? { price: price[2] } : {})
      }
    };
  }
};
