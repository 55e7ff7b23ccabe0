/** Securities as files name them. */
import { readCurrency } from '../cells/currencies';
import { cleanText, wordKey } from '../cells/text';
import type { Security } from './booking';
import type { Facts } from './cells-of-row';

const isinPattern = /^[A-Z]{2}[A-Z0-9]{9}[0-9]$/;
/** How some trackers name the cash of an account. */
const cashSymbol = /^\$?CASH(?:[-_.]?([A-Z]{3}))?$/i;

export function isIsin(text: string): boolean {
  return isinPattern.test(text);
}

/** The currency that a symbol of cash names, empty where it names none; null for any other symbol. */
export function cashNamedBy(symbol: string): string | null {
  const found = cashSymbol.exec(symbol.trim());
  return found && (found[1] ?? '').toUpperCase();
}

/** Null where the row names none. */
export function securityOf(facts: Facts): Security | null {
  const wanted = (facts.isin ?? '').toUpperCase().replace(/\s/g, '');
  const isin = isIsin(wanted)
    ? wanted
    : isIsin((facts.symbol ?? '').toUpperCase())
      ? (facts.symbol ?? '').toUpperCase()
      : '';
  const symbol =
    facts.symbol !== undefined && facts.symbol.toUpperCase() !== isin ? facts.symbol : isin === '' ? wanted : '';
  if (symbol !== '' && cashNamedBy(symbol) !== null) return null;
  const name = facts.name ?? '';
  if (isin === '' && symbol === '' && (facts.wkn ?? '') === '' && name === '') return null;
  return {
    isin,
    symbol,
    wkn: facts.wkn ?? '',
    name,
    assetClass: facts.assetClass ?? '',
    currency: readCurrency(facts.priceCurrency ?? '')?.code ?? ''
  };
}

/** One security of a file: by ISIN, else by symbol, else by its number or name. */
export function securityKey({ isin, symbol, wkn, name }: Security): string {
  if (isin !== '') return isin;
  if (symbol !== '') return `symbol ${symbol.toUpperCase()}`;
  return wkn === '' ? `name ${wordKey(cleanText(name))}` : `number ${wkn.toUpperCase()}`;
}
