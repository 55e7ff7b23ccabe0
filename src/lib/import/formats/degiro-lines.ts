/** What one line of DEGIRO's account statement is about, by its description in any of its languages. */
import { wordKey } from '../cells/text';
import type { TableRow } from '../reading/table';
import type { Facts } from '../rows/cells-of-row';
import type { RowReading } from '../rows/row-reading';

export type LineKind =
  | 'trade'
  | 'stockDividend'
  | 'productChange'
  | 'fee'
  | 'dividend'
  | 'dividendTax'
  | 'exchange'
  | 'sweep'
  | 'reservation'
  | 'deposit'
  | 'withdrawal'
  | 'interest'
  | 'moneyFund'
  | 'courtesy'
  | 'unknown';

export interface Line {
  readonly rows: readonly TableRow[];
  readonly facts: Facts;
  readonly kind: LineKind;
  readonly date: string;
  readonly time: string;
  readonly isin: string;
  readonly currency: string;
  readonly negative: boolean;
  readonly order: string;
  /** Of trades, as the description writes them. */
  readonly sells: boolean;
  readonly units: string;
  readonly price: string;
  readonly priceCurrency: string;
}

const buys = 'koop|buy|kauf|achat|compra|acquisto|kob|kop|osto|kupno';
const sells = 'verkoop|sell|verkauf|vente|venta|venda|vendita|salg|salj|myynti|sprzedaz';
const trade = new RegExp(
  `(?:^|[\\s:])(${buys}|${sells})\\s+([\\d.,\\s\\u00a0]*\\d)\\s*(?:[^@]*?)@\\s*([\\d.,]*\\d)\\s+([A-Za-z]{3})`,
  'i'
);

export function isTrade(description: string): boolean {
  return trade.test(description);
}

/** The first that fits counts; texts in comparable form: lower case, without accents. */
const kinds: readonly (readonly [LineKind, RegExp])[] = [
  [
    'productChange',
    /productwijziging|product change|produktanderung|changement de produit|cambio de producto|isin wijziging|isin change/
  ],
  ['stockDividend', /stock ?dividend|dividende en actions|aktiendividende/],
  ['moneyFund', /money market fund|geldmarktfonds|fonds monetaire|fondo monetario|mercado monetario/],
  [
    'dividendTax',
    /dividend ?belasting|dividend tax|dividendensteuer|quellensteuer|impots? sur dividende|withholding|retencion|ritenuta|imposto sobre dividendo/
  ],
  [
    'dividend',
    /^(?:dividend|dividende|dividendo|dividendi|dividends|dywidenda|udbytte|utdelning|osinko|capital return|coupon)\b/
  ],
  [
    'exchange',
    /^valuta (?:credit|debit)ering|^fx (?:credit|debit)|cambio de divisa|de divisa$|wahrungswechsel|operation de change|^cambio valuta|valutaveksling|currency (?:credit|debit)/
  ],
  [
    'sweep',
    /overboeking (?:van|naar) uw geldrekening|cash sweep|transfer (?:from|to) your cash account|flatexdegiro bank|processed flatex withdrawal|geldkonto bei der|uberweisung (?:auf|von) ihr/
  ],
  ['reservation', /^reservation|reservering/],
  ['withdrawal', /terugstorting|withdrawal|auszahlung|^retrait|^retirada|levantamento$|^opname|prelievo/],
  ['deposit', /deposit|^storting|einzahlung|^ingreso$|versement|^depot|bonifico/],
  ['courtesy', /courtesy|kulanz|promotie|cashback|vergoeding/],
  ['fee', /kosten|\bfees?\b|gebuhr|\bfrais\b|comiss|comision|commissione|\bcosti\b|gebyr|avgift|connection/],
  ['interest', /interest|\brente\b|zinsen|interets|\bjuros\b|\binteres|interessi/]
];

/** @param description in comparable form. */
export function kindOf(description: string): LineKind {
  return kinds.find(([, pattern]) => pattern.test(description))?.[0] ?? 'unknown';
}

export function lineOf(row: TableRow, reading: RowReading): Line {
  const facts = reading.facts(row);
  const description = facts.type ?? '';
  const traded = trade.exec(description);
  const named = kindOf(wordKey(description));
  const special = named === 'productChange' || named === 'stockDividend' || named === 'moneyFund';
  const order = (facts.reference ?? '').trim();
  return {
    rows: [row],
    facts: { ...facts, note: description },
    kind: traded && !special ? 'trade' : named,
    date: facts.date ?? '',
    time: facts.time ?? '',
    isin: facts.isin ?? '',
    currency: facts.currency ?? '',
    negative: /^[-−]/.test(facts.net ?? ''),
    order: special ? '' : order,
    sells: traded !== null && new RegExp(`^(?:${sells})$`, 'i').test(traded[1] ?? ''),
    units: (traded?.[2] ?? '').replace(/[\s\u00a0]/g, ''),
    price: traded?.[3] ?? '',
    priceCurrency: traded?.[4] ?? ''
  };
}
