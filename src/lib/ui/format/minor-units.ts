/** How many decimals a currency has (ISO 4217); `Intl` differs from the standard for 29 codes. */

const codes: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW'
};

const units = new Map(
  Object.entries(codes).flatMap(([digits, list]) => list.split(' ').map((code) => [code, +digits]))
);

/** Two where the code is not known. */
export const minorUnits = (currency: string): number => units.get(currency) ?? 2;
