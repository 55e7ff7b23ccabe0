/** What an empty portfolio begins with: its settings and one person, in the shape of the newest version. */
import type { Row } from '../migration';

export interface Beginning {
  readonly baseCurrency: string;
  readonly homeCountry: string;
  /** BCP 47. */
  readonly locale: string;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly personId: string;
}

/** Rows by store, in the order they are written. */
export function firstRows({ baseCurrency, homeCountry, locale, at, personId }: Beginning): Record<string, Row[]> {
  const times = { createdAt: at, updatedAt: at };
  return {
    settings: [
      {
        id: 'settings',
        baseCurrency,
        homeCountry,
        locale,
        costMethod: 'fifo',
        spendingCurrencies: [baseCurrency],
        horizonYears: 10,
        ...times
      }
    ],
    persons: [{ id: personId, name: 'Me', citizenships: [homeCountry], homeCountry, ...times }]
  };
}
