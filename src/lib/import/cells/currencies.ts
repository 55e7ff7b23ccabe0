/** Currencies as files write them: codes of ISO 4217, signs, and the sub-units that some exchanges quote in. */

/** The codes that data accepts; a test holds this list against the newest data version. */
const codes = new Set(
  `AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BYR BZD CAD
   CDF CHE CHF CHW CLF CLP CNY COP COU CRC CUC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP
   GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK
   LBP LKR LRD LSL LTL LYD MAD MDL MGA MKD MMK MNT MOP MRO MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD
   OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STD STN SVC
   SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD USN UYI UYU UYW UZS VED VEF VES VND VUV WST XAF XAG XAU
   XBA XBB XBC XBD XCD XDR XOF XPD XPF XPT XSU XUA YER ZAR ZMW ZWG ZWL`.split(/\s+/)
);

const signs: Readonly<Record<string, string>> = {
  $: 'USD',
  US$: 'USD',
  C$: 'CAD',
  CA$: 'CAD',
  A$: 'AUD',
  AU$: 'AUD',
  NZ$: 'NZD',
  HK$: 'HKD',
  S$: 'SGD',
  R$: 'BRL',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '￥': 'JPY',
  '₹': 'INR',
  'Rs.': 'INR',
  Rs: 'INR',
  '₩': 'KRW',
  '₽': 'RUB',
  '₺': 'TRY',
  '₪': 'ILS',
  '₫': 'VND',
  '฿': 'THB',
  '₱': 'PHP',
  '₴': 'UAH',
  '₦': 'NGN',
  'Fr.': 'CHF',
  SFr: 'CHF',
  'SFr.': 'CHF',
  Kč: 'CZK',
  zł: 'PLN',
  Ft: 'HUF'
};

/** A hundredth of a currency under a name of its own. */
const hundredths: Readonly<Record<string, string>> = {
  GBX: 'GBP',
  GBp: 'GBP',
  GBPX: 'GBP',
  p: 'GBP',
  ILA: 'ILS',
  ILX: 'ILS',
  ZAC: 'ZAR',
  ZAc: 'ZAR',
  USX: 'USD',
  USc: 'USD',
  EUX: 'EUR'
};

export interface CurrencyRead {
  readonly code: string;
  /** 100 where the file counts in hundredths, such as pence. */
  readonly per: 1 | 100;
}

export function isCurrencyCode(text: string): boolean {
  return codes.has(text);
}

/** What a code or sign stands for; null for one that is not known. */
export function readCurrency(text: string): CurrencyRead | null {
  const trimmed = text.trim();
  const whole = Object.hasOwn(hundredths, trimmed) ? hundredths[trimmed] : undefined;
  if (whole !== undefined) return { code: whole, per: 100 };
  if (codes.has(trimmed)) return { code: trimmed, per: 1 };
  if (Object.hasOwn(signs, trimmed)) return { code: signs[trimmed] as string, per: 1 };
  const upper = trimmed.toUpperCase();
  if (codes.has(upper)) return { code: upper, per: 1 };
  return Object.hasOwn(hundredths, upper) ? { code: hundredths[upper] as string, per: 100 } : null;
}
