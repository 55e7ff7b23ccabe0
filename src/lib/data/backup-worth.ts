/** What the portfolio in a backup is worth, from the file alone. */
import { netWorth } from '../domain';
import {
  findVersion,
  latestVersion,
  lensOf,
  recordsOf,
  type CheckedSnapshot,
  type History,
  type Row
} from '../migration';
import { assetOf, type AssetRecord } from './asset-records';
import { lineOf, MarketReading } from './asset-lines';

/** In its base currency on that day; null where it has none, or its data is of a version that this app does not know. */
export async function netWorthOf(
  history: History,
  snapshot: CheckedSnapshot,
  day: string
): Promise<{ amount: string; currency: string } | null> {
  const version = findVersion(history, snapshot.info.dataVersion);
  if (version === undefined) return null;
  const lens = lensOf(history, version.version, latestVersion(history).version);
  const market = new MarketReading(day);
  const assets: AssetRecord[] = [];
  await snapshot.rows((store, rows) => {
    const definition = version.stores[store];
    const see = store === 'assets' ? (row: Row) => void assets.push(assetOf(row)) : market.observe[store];
    if (definition === undefined || see === undefined) return;
    for (const row of rows) for (const record of recordsOf(definition, row)) see(lens.read(store, record));
  });
  const known = market.market();
  if (known.baseCurrency === '') return null;
  const { amount } = netWorth(assets.map((asset) => lineOf(asset, known)));
  return { amount, currency: known.baseCurrency };
}
