/** How files call their columns, in the languages that exports come in. Compared without case and accents. */
import { wordKey } from '../cells/text';
import type { Field } from './mapping';

/** Names for each field, the likeliest first. A name before which no other field may claim the column. */
const names: Readonly<Record<Field, string>> = {
  date: `date, datum, trade date, tradedate, transaction date, transactiondate, booking date, run date, activity date,
    execution date, settledate, settle date, settlement date, value date, datetime, date/time, date time, timestamp, time utc, created at, completed date,
    started date, handelstag, handelsdatum, buchungstag, buchungsdatum, ausfuhrungsdatum, valuta, valutadatum, wertstellung,
    datum/uhrzeit, datum uhrzeit, fecha, fecha operacion, fecha valor, data, data operazione, data operacao, dato, paivamaara,
    datum transakcji, boekdatum, date d operation, date operation, jour, dia, as of date, price date, kursdatum`,
  time: 'time, uhrzeit, uhrze, zeit, tijd, heure, hora, ora, klockslag',
  type: `type, typ, action, activity, transaction type, transactiontype, transaction, transactie, transactietype, buy/sell, side,
    direction, operation, kind, event, trade type, vorgang, buchungsart, transaktionsart, transaktionstyp, transaktion, umsatzart,
    art, auftragsart, geschaftsart, sens, type d operation, tipo, tipo operacion, tipo di operazione, operacion, operazione, tipo de operacao,
    mutatiesoort, soort, typ transakcji`,
  isin: 'isin, isin code, code isin, isin/wkn, identifier, isin nr',
  symbol:
    'symbol, ticker, ticker symbol, tickersymbol, code, asset, coin, instrument symbol, kurzel, simbolo, security id, scrip code',
  wkn: 'wkn, valor, valoren, cusip, sedol',
  name: `name, security name, securityname, security, description, product, produkt, company, instrument, fund, scheme name, fund name,
    scrip name, holdingname, wertpapier, wertpapiername, wertpapierbezeichnung, bezeichnung, titel, fonds, produit, producto, prodotto,
    libelle, valeur mobiliere, titolo, valor mobiliario, naam, fondsnaam, nom, nombre, nome, stock name, asset name`,
  assetClass:
    'assettype, asset type, asset class, asset category, wertpapierart, anlageklasse, security type, instrument type',
  quantity: `quantity, qty, shares, units, no of shares, number of shares, no of units, volume, amount of shares, filled qty, quantity transacted,
    stuck, stucke, stuckzahl, anzahl, anteile, menge, nominal, nominale, stk, aantal, aantal stuks, quantite, nombre de titres, cantidad,
    titulos, participaciones, quantita, quantidade, antal, ilosc, wolumen`,
  price: `price, unit price, unitprice, price per share, price / share, price/share, share price, price per unit, trade price, tradeprice,
    nav, execution price, avg price, average price, price at transaction, rate, spot price at transaction, t price,
    kurs, preis, stuckpreis, ausfuhrungskurs, kurs/preis, kurswert je stuck, koers, prijs, cours, prix, prix unitaire, precio, prezzo, preco, pris, cena`,
  priceCurrency: `price currency, currency price / share, currency price, kurswahrung, wahrung kurs, instrument currency, security currency, originalcurrency`,
  gross: `gross amount, gross, gross value, subtotal, trade money, trademoney, principal, principal amount, market value, value before fees, trade value,
    brutto, bruttobetrag, kurswert, bruttowert, marktwert, montant brut, bruto, importe bruto, importo lordo, valor bruto, consideration`,
  grossCurrency: 'currency gross amount, wahrung bruttobetrag, gross currency, currency gross',
  net: `net amount, net, total, total amount, amount, value, net value, net cash, proceeds, cash amount, settlement amount, net proceeds, cash flow,
    total inclusive of fees and/or spread, change, netto, nettobetrag, betrag, gesamt, gesamtbetrag, gesamtpreis, endbetrag, wert, summe, umsatz,
    zahlungsbetrag, abrechnungsbetrag, bedrag, totaal, waarde, waarde netto, montant, montant net, importe, importe neto, monto, importo, importo netto,
    controvalore, valor, valor liquido, montante, belopp, kwota, mutatie, anderung, variacion`,
  currency: `currency, ccy, curr, transaction currency, currencyprimary, currency primary, currency total, settlement currency, account currency,
    wahrung, waehrung, whg, buchungswahrung, abrechnungswahrung, valuta code, munt, devise, divisa, moneda, moeda, valuta currency, waluta`,
  fees: `fee, fees, commission, commissions, fees & comm, fees & commissions, fees and commissions, fees and/or spread, brokerage, brokerage fee, costs, cost, charges,
    transaction cost, transaction costs, transaction fee, trading fee, ibcommission, comm/fee, comm fee,
    gebuhr, gebuhren, kosten, spesen, provision, ordergebuhr, entgelt, transactiekosten, frais, courtage, commissions et frais,
    comision, comisiones, gastos, commissione, commissioni, spese, comissao, comissoes, taxas, kurtage, avgift, prowizja`,
  feesCurrency:
    'fee currency, fees currency, ibcommissioncurrency, commission currency, wahrung gebuhren, gebuhrenwahrung',
  moreFees:
    'currency conversion fee, fx fee, exchange fee, stamp duty, stamp duty reserve tax, finra fee, fremdkosten, other charges, other fees, fremde spesen',
  moreFeesCurrency: 'currency currency conversion fee, currency stamp duty reserve tax, currency finra fee',
  taxes: `tax, taxes, withholding tax, tax withheld, tax amount, stt, steuer, steuern, quellensteuer, kapitalertragsteuer, abgeltungsteuer, belasting, belastingen, bronbelasting,
    impot, impots, taxe, impuesto, impuestos, retencion, imposta, tasse, imposto, impostos, skatt, podatek`,
  taxesCurrency: 'currency withholding tax, tax currency, taxes currency, wahrung steuern',
  moreTaxes: 'solidaritatszuschlag, soli, kirchensteuer, gst, ausl quellensteuer, foreign tax',
  fxRate: `fxrate, fx rate, fx, exchange rate, exchangerate, conversion rate, currency rate, wechselkurs, devisenkurs, umrechnungskurs, wisselkoers,
    taux de change, tipo de cambio, tasso di cambio, cambio, taxa de cambio`,
  account: `account, account name, accountname, account number, account id, portfolio, broker, depot, konto, kontonummer, depotnummer, rekening,
    compte, cuenta, conto, conta, folio, folio number`,
  note: `note, notes, comment, comments, memo, remark, remarks, details, text, reference text, notiz, notizen, kommentar, bemerkung, verwendungszweck,
    buchungstext, omschrijving, opmerking, beschreibung, descripcion, descrizione, descricao, remarque, commentaire, nota`,
  reference: `id, transaction id, transactionid, transaction hash, order id, orderid, order #, order number, order no, trade id, tradeid, trade number, reference, ref,
    external id, auftragsnummer, ordernummer, order nr, referenz, referenznummer, transaktions id, transaktionsnummer, id ordre, id orden, confirmation number`
};

const fieldByName = new Map<string, Field>();
for (const [field, list] of Object.entries(names) as [Field, string][]) {
  for (const name of list.split(',').map(wordKey)) if (!fieldByName.has(name)) fieldByName.set(name, field);
}

const rankByName = new Map<string, number>();
for (const list of Object.values(names)) {
  list.split(',').forEach((name, rank) => {
    if (!rankByName.has(wordKey(name))) rankByName.set(wordKey(name), rank);
  });
}

/** The field that a name usually stands for. Units and currencies behind a name (`Amount (EUR)`) do not hide it. */
export function fieldOfName(name: string): { field: Field; rank: number } | null {
  const key = wordKey(name);
  const short = wordKey(name.replace(/[([].*$/, '').replace(/\bin [A-Z]{3}\b/, ''));
  for (const word of [key, short]) {
    const field = fieldByName.get(word);
    if (field !== undefined) return { field, rank: (rankByName.get(word) ?? 0) + (word === key ? 0 : 0.5) };
  }
  return null;
}

const priceNames = new Set([
  'close',
  'schluss',
  'schlusskurs',
  'last',
  'open',
  'high',
  'low',
  'adj close',
  'quote',
  'slotkoers',
  'cloture'
]);

/** Whether a word in comparable form is a usual name of a column, of transactions or of prices. */
export function isColumnName(word: string): boolean {
  return fieldByName.has(word) || priceNames.has(word);
}
