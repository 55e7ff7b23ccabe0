/**
 * Documents where the installed version has no store for them: there they are texts in their asset, and a change of a
 * document is a change of that asset. The record changes of the versions themselves translate.
 */
import { QUARANTINE, type Row } from '../../migration';
import type { Dataset } from '../dataset';

export const DOCUMENTS = 'documents';
export const ASSETS = 'assets';

export function hasDocuments(dataset: Dataset): boolean {
  return DOCUMENTS in dataset.installed.stores;
}

export interface AssetWithDocuments {
  /** In today's shape. */
  readonly asset: Row;
  readonly documents: readonly Row[];
  /** Texts that name no document, kept as they are. */
  readonly others: readonly Row[];
}

/** An asset as it lies, in today's shape, with what its texts stand for. */
export function withDocuments(dataset: Dataset, stored: Row): AssetWithDocuments {
  const documents: Row[] = [];
  const others: Row[] = [];
  const asset = dataset.lens.read(ASSETS, stored, (store, row) => {
    if (store === DOCUMENTS) documents.push(row);
    else if (store === QUARANTINE) others.push(row);
  });
  return { asset, documents, others };
}

/** The asset as it will lie, with these documents in this order. */
export function writeDocuments(
  dataset: Dataset,
  stored: Row,
  { asset, others }: AssetWithDocuments,
  documents: readonly Row[]
): Row {
  const byId = new Map(documents.map((row) => [row['id'], row]));
  const before = documentIdsOf(asset);
  const kept = before.filter((id) => byId.has(id) || others.some((other) => other['id'] === id));
  const added = [...byId.keys()].filter((id) => !kept.includes(String(id)));
  const edited = { ...asset, documentIds: [...kept, ...added] };
  return dataset.lens.write(ASSETS, edited, stored, (store) =>
    store === DOCUMENTS ? documents : store === QUARANTINE ? others : []
  );
}

export function documentIdsOf(asset: Row): readonly string[] {
  return Array.isArray(asset['documentIds']) ? (asset['documentIds'] as string[]) : [];
}

/** Which asset each of these documents belongs to, found by looking at all assets. */
export async function ownersOf(dataset: Dataset, ids: ReadonlySet<string>): Promise<Map<string, string>> {
  const owners = new Map<string, string>();
  if (ids.size === 0) return owners;
  await dataset.database.table(ASSETS).each((stored: Row) => {
    const texts = stored['documents'];
    if (!Array.isArray(texts) || texts.length === 0) return;
    for (const { id } of withDocuments(dataset, stored).documents)
      if (ids.has(String(id))) owners.set(String(id), String(stored['id']));
  });
  return owners;
}
