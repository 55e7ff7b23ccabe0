/** What files call the types of bookings, in the languages that exports come in. Compared without case and accents. */
import { wordKey } from '../cells/text';
import type { Meaning } from './mapping';

const words: Readonly<Partial<Record<Meaning, string>>> = {
  buy: `buy, bought, purchase, purchased, you bought, market buy, limit buy, stop buy, stop limit buy, subscription, savings plan, saving plan, reinvest shares,
    reinvestment buy, dividend reinvestment buy, sip, purchase sip, sip purchase, switch in, systematic investment, kauf, kaufen, sparplan, ausfuhrung sparplan,
    zeichnung, wertpapierkauf, koop, aankoop, gekocht, achat, souscription, compra, suscripcion, acquisto, sottoscrizione,
    kop, kob, osto, kupno, zakup, kharid, खरीद, खरीदें, क्रय`,
  sell: `sell, sold, sale, you sold, market sell, limit sell, stop sell, stop limit sell, redemption, redeem, switch out, verkauf, verkaufen, wertpapierverkauf, ruckgabe,
    verkoop, verkocht, vente, rachat, venta, reembolso, vendita, rimborso, venda, resgate, salj, salg, sprzedaz, bechna, बिक्री, बेचना, विक्रय`,
  dividend: `dividend, dividends, cash dividend, qualified dividend, ordinary dividend, non-qualified div, nonqualified dividend, special dividend, special non qual div, special qual div,
    qual div reinvest, non qual div reinvest, reinvest dividend, pr yr div reinvest, pr yr cash div, pr yr non-qual div, long term cap gain reinvest, short term cap gain reinvest, long term cap gain,
    short term cap gain, capital gain, capital gains distribution, return of capital, cash in lieu, payment in lieu of dividend, payment in lieu of dividends, payment in lieu,
    dividend received, distribution, income distribution, idcw, idcw payout, coupon, div, cdiv, dividend (dividend), dividend (ordinary), dividend (bonus), dividend (property income),
    dividend (return of capital), dividend (dividends paid by us corporations), dividend (dividends paid by foreign corporations), dividend (dividend manufactured payment), property income,
    dividende, dividenden, dividendengutschrift, ausschuttung, ertragsgutschrift, ertragnis, ertrag, dividendenzahlung, ausschuttung aus fonds,
    dividendes, distribution de dividendes, coupons, dividendo, dividendos, dividendi, cedola, utdelning, udbytte, osinko, dywidenda, labhansh, लाभांश`,
  interest: `interest, credit interest, bank interest, interest income, interest received, interest earned, interest on cash, interest payment, broker interest received,
    bond interest, interests, lending interest, share lending interest, zins, zinsen, zinsgutschrift, habenzinsen, zinszahlung, zinsertrag, rente, rentevergoeding, interet, interets, interets crediteurs,
    interes, intereses, interesse, interessi, juros, ranta, odsetki, byaj, ब्याज`,
  interestCharge: `interest charge, interest charged, interest paid, margin interest, debit interest, broker interest paid, zinsbelastung, sollzinsen, debetrente, interets debiteurs`,
  fee: `fee, fees, commission, service fee, custody fee, custody fees, account fee, advisor fee, advisory fee, management fee, adr mgmt fee, adr fee, platform fee, other fee, other fees, stamp duty,
    connection fee, gebuhr, gebuhren, depotgebuhr, depotgebuhren, kontofuhrungsgebuhr, spesen, kosten, provision, ordergebuhr, beheerkosten, frais, frais de garde, commissions,
    comision, comisiones, gastos, commissione, commissioni, spese, taxa, taxas, avgift, gebyr, oplata, prowizja, shulk, शुल्क`,
  feeRefund:
    'fee refund, fees refund, fee reimbursement, fee rebate, rebate, gebuhrenerstattung, gebuhrenruckerstattung, erstattung, terugbetaling kosten, remboursement de frais',
  tax: `tax, taxes, withholding tax, foreign tax paid, foreign tax withheld, foreign tax, tax withheld, nra tax adj, nra tax, tds, stt, transaction tax, steuer, steuern, quellensteuer, kapitalertragsteuer,
    abgeltungsteuer, vorabpauschale, steuerabzug, belasting, dividendbelasting, bronbelasting, impot, impots, impots sur dividende, prelevement, impuesto, impuestos, retencion, retencion del dividendo,
    imposta, imposte, ritenuta, imposto, impostos, skatt, podatek, kar, कर`,
  taxRefund:
    'tax refund, taxes refund, withholding tax refund, tax reclaim, steuererstattung, steuerruckerstattung, steuergutschrift, belastingteruggave, remboursement d impot',
  deposit: `deposit, deposits, cash deposit, cash in, money in, funds received, funding, funds deposited, wire received, wire funds received, electronic funds transfer in, ach in, credit, incoming transfer, card deposit, bank deposit,
    einlage, einzahlung, gutschrift, uberweisungseingang, geldeingang, storting, stortingen, gestort, depot especes, versement, virement recu, approvisionnement, ingreso, deposito, aportacion, abono,
    versamento, bonifico in entrata, insattning, indbetaling, talletus, wplata, jama, जमा`,
  withdrawal: `withdrawal, withdrawals, withdraw, removal, cash withdrawal, cash out, money out, payout, funds sent, wire sent, wired funds disbursed, ach out, debit, outgoing transfer, card debit, spending,
    entnahme, auszahlung, lastschrift, uberweisungsausgang, geldausgang, kartenzahlung, onttrekking, opname, opgenomen, terugstorting, retrait, virement emis, retirada, reintegro, retiro, cargo,
    prelievo, bonifico in uscita, levantamento, uttag, udbetaling, nosto, wyplata, nikasi, निकासी`,
  transferIn: `transfer in, transfer (inbound), transfer_in, transfer inbound, inbound transfer, security transfer in, umbuchung (eingang), umbuchung eingang, overboeking in, transfert entrant`,
  transferOut: `transfer out, transfer (outbound), transfer_out, transfer outbound, outbound transfer, security transfer out, umbuchung (ausgang), umbuchung ausgang, overboeking uit, transfert sortant`,
  deliveryIn: `delivery (inbound), delivery in, inbound delivery, inbound_delivery, received, receive, receipt, securities in, einlieferung, depoteingang, add_holding, airdrop, inheritance, gift, gift received`,
  deliveryOut: `delivery (outbound), delivery out, outbound delivery, outbound_delivery, send, sent, securities out, auslieferung, depotausgang, remove_holding, write-off, liability`,
  openingBalance: `opening balance, opening, starting position, initial, initial balance, anfangsbestand, eroffnungsbestand, beginsaldo, solde initial, saldo inicial, item`,
  split: 'split ratio',
  unitsBySplit: 'stock split, split, aktiensplit, forward split, share split, aandelensplitsing',
  bonus: `stock dividend, stock div dist, stock distribution, bonus, bonus issue, bonus shares, rights issue, spin-off, spinoff, spin off, scrip dividend, stockdividende, gratisaktien, bonusaktien, kapitalerhohung aus gesellschaftsmitteln`,
  exchange: `stock merger, merger, name change, conversion, reverse split, mandatory exchange, exchange, corporate action, fusion, umtausch, kapitalmassnahme, symbol change`,
  conversion: `forex credit, forex debit, fx, forex, currency conversion, currency exchange, fx credit, fx debit, fx trade, wahrungsumtausch, devisenhandel, valuta creditering, valuta debitering, change de devises,
    credito de divisa, levantamento de divisa, ingreso cambio de divisa, retirada cambio de divisa`,
  transfer: `transfer, internal transfer, journal, journaled shares, journaled, security transfer, cash transfer, umbuchung, depotubertrag, overboeking, transfert, traspaso, trasferimento, transferencia`,
  trade: 'trade, order, execution',
  cash: 'cash, moneylink transfer, moneylink deposit, funds transfer, bank transfer, wire transfer, uberweisung, virement, payment',
  delivery: 'delivery, lieferung',
  incomeInKind: `staking income, staking reward, staking rewards, staking, rewards income, reward income, rewards, reward, learning reward, coinbase earn, inflation reward, mining, mining income, lending reward,
    subscription rebate, earn, savings reward, zinsen in kryptowahrung`,
  reinvestment:
    'reinvestment, dividend reinvestment, reinvested dividend, drip, dividend reinvest, wiederanlage, reinvestition, herbelegging, reinvestissement, idcw reinvestment',
  leaveOut: `total, transactions total, cash sweep, sweep, degiro cash sweep transfer, reservation ideal / sofort deposit, balance, saldo, pending, cancelled, failed, stornierung`
};

const meaningByWord = new Map<string, Meaning>();
for (const [meaning, list] of Object.entries(words) as [Meaning, string][]) {
  for (const word of list.split(',').map(wordKey)) if (!meaningByWord.has(word)) meaningByWord.set(word, meaning);
}

/** What a word of the type column usually means; null for one that is not known. */
export function meaningOfWord(word: string): Meaning | null {
  return meaningByWord.get(wordKey(word)) ?? null;
}
