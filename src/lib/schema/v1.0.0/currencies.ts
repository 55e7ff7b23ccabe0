/** ISO 4217 as this version knows it: alphabetic codes with their minor units. */

/** Digits after the point → codes. The last years' withdrawn codes stay, because bookings of that time bear them. */
const byMinorUnits: Readonly<Record<number, string>> = {
  0: `
      BIF BYR CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XAG XAU XBA XBB XBC XBD XDR XOF XPD XPF XPT
      XSU XUA`,
  2: `
      AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE
      CHF CHW CNY COP COU CRC CUC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD
      HNL HRK HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL LTL MAD MDL MGA MKD MMK MNT
      MOP MRO MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR
      SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STD STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN
      UYU UZS VED VEF VES WST XCD YER ZAR ZMW ZWG ZWL`,
  3: `
      BHD IQD JOD KWD LYD OMR TND`,
  4: `
      CLF UYW`
};

const minorUnits = new Map<string, number>(
  Object.entries(byMinorUnits).flatMap(([digits, codes]) =>
    codes
      .trim()
      .split(/\s+/)
      .map((code) => [code, Number(digits)] as const)
  )
);

export function isCurrency(code: string): boolean {
  return minorUnits.has(code);
}

/** Digits after the decimal point of the smallest unit: JPY 0, EUR 2, KWD 3. Undefined for an unknown code. */
export function minorUnitsOf(code: string): number | undefined {
  return minorUnits.get(code);
}
