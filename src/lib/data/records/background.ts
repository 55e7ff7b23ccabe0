/** What newer data versions know of an asset beside its figures: its currency risk, and what has to be reported of it. */
import type { Row } from '../../migration';
import { versionWith, type Dataset } from '../dataset';

const RISKS = 'currencyRisks';
const REQUIREMENTS = 'complianceRequirements';
const RESIDENCIES = 'taxResidencies';

export interface Background {
  readonly risk: Row | null;
  readonly requirements: readonly Row[];
  readonly residencies: readonly Row[];
  /** The data version that brings it, where the installed one is older. */
  readonly needs: { readonly risk: string | null; readonly compliance: string | null };
}

/** At every version: what the installed one does not have is empty, and `needs` says what brings it. */
export async function backgroundOf(dataset: Dataset, assetId: string): Promise<Background> {
  const has = (store: string): boolean => dataset.installed.stores[store] !== undefined;
  const ofAsset = async (store: string): Promise<Row[]> => {
    if (!has(store)) return [];
    const rows = (await dataset.database.table(store).where('assetId').equals(assetId).toArray()) as Row[];
    return rows.map((row) => dataset.lens.read(store, row));
  };
  const residencies = has(RESIDENCIES) ? ((await dataset.database.table(RESIDENCIES).toArray()) as Row[]) : [];
  const needed = (store: string): string | null => (has(store) ? null : versionWith(dataset.history, store));
  return {
    risk: (await ofAsset(RISKS))[0] ?? null,
    requirements: await ofAsset(REQUIREMENTS),
    residencies: residencies
      .filter(({ status }) => status !== 'ended')
      .map((row) => dataset.lens.read(RESIDENCIES, row)),
    needs: { risk: needed(RISKS), compliance: needed(REQUIREMENTS) }
  };
}
