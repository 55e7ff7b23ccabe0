/** Every ready format, the more particular ones first. */
import { wordKey } from '../cells/text';
import { parqet, schwab, swissquote, tradeRepublic, ibkrDividends } from './brokers';
import { coinbase } from './coinbase';
import { degiro } from './degiro';
import type { Format } from './format';
import { ibkrTrades } from './ibkr-trades';
import { ghostfolio, portfolioPerformance, portfolioPerformanceJson, wealthfolio } from './trackers';
import { trading212 } from './trading212';

export const formats: readonly Format[] = [
  degiro,
  trading212,
  coinbase,
  ibkrTrades,
  ibkrDividends,
  parqet,
  schwab,
  swissquote,
  portfolioPerformance,
  portfolioPerformanceJson,
  wealthfolio,
  ghostfolio,
  tradeRepublic
];

/** The format with these columns; null where it is none of them. */
export function formatOf(header: readonly string[]): Format | null {
  const names = header.map(wordKey);
  return formats.find((format) => format.recognises(names)) ?? null;
}

/** By its id, as mappings keep it. */
export function formatNamed(id: string | null): Format | null {
  return formats.find((format) => format.id === id) ?? null;
}
