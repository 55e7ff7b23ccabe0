/** Whether two ledgers say the same, whatever numbers their assets and accounts have. */
import { bookingAt } from './bookings';
import type { Ledger } from './ledger';
import { closeAt } from './prices';

/** What differs, in words; nothing where they say the same. */
export function differencesOf(kept: Ledger, built: Ledger): readonly string[] {
  const parts: Readonly<Record<string, (ledger: Ledger) => readonly string[]>> = {
    settings: ({ settings }) => [JSON.stringify(settings)],
    accounts: ({ accounts }) =>
      accounts.filter((account) => account !== null).map((account) => JSON.stringify(account)),
    assets: ({ assets }) => assets.filter((asset) => asset !== null).map((asset) => JSON.stringify(asset)),
    requirements: ({ dues }) => dues.map((due) => JSON.stringify(due)),
    transactions: transactionsOf,
    prices: pricesOf,
    'exchange rates': ({ rates }) => rates.map((series) => JSON.stringify(series))
  };
  return Object.entries(parts).flatMap(([name, tell]) => {
    const [first, second] = [tell(kept).toSorted(), tell(built).toSorted()];
    const same = first.length === second.length && first.every((text, at) => text === second[at]);
    return same ? [] : [`${name}: ${first.length} kept, ${second.length} stored`];
  });
}

function transactionsOf(ledger: Ledger): string[] {
  const { count, extras, price } = ledger.transactions;
  return Array.from({ length: count }, (_, row) =>
    JSON.stringify([bookingAt(ledger, row), price.digits[row], price.places[row], extras.get(row)])
  );
}

function pricesOf(ledger: Ledger): string[] {
  return [...ledger.prices].map(([asset, series]) => {
    const closes = Array.from(series.days, (day, row) => `${day} ${closeAt(series, row).toFixed()}`);
    return `${ledger.names.assets.text(asset)} ${closes.join(' ')}`;
  });
}
