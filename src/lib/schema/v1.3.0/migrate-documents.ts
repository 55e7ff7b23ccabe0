/** Documents out of the texts on assets: each text becomes one document or one quarantined original, in order. */
import type { RecordContext, RecordStep, Row } from '../../migration';
import { readDocumentText, textOfDocument } from './document-text';
import type { DocumentRecord } from './documents';

/** An unknown field of 1.3.0 that bears the name of the old field waits under this name in the older shape. */
const DOCUMENTS_AFTER = 'documents@1.3.0';

export const migrateDocumentReferences: RecordStep = {
  name: 'MigrateDocumentReferences',
  description: 'Turning notes about documents into documents',
  emits: ['documents'],
  records: { assets: { up: withDocumentIds, down: withTexts } }
};

function withDocumentIds(asset: Row, context: RecordContext): Row {
  const { documents, ...next } = asset;
  if (DOCUMENTS_AFTER in next) {
    next['documents'] = next[DOCUMENTS_AFTER];
    delete next[DOCUMENTS_AFTER];
  }
  const assetId = asset['id'] as string;
  const texts = Array.isArray(documents) ? (documents as readonly string[]) : [];
  next['documentIds'] = texts.map((text, at) => {
    const facts = readDocumentText(text);
    if (facts === null)
      return context.quarantine(
        { store: 'assets', key: assetId, field: 'documents', row: { text, at } },
        'names no document'
      );
    const id = context.id(assetId, at);
    context.emit('documents', {
      id,
      ...facts,
      assetId,
      original: text,
      createdAt: context.instant,
      updatedAt: context.instant
    });
    return id;
  });
  return next;
}

function withTexts(edited: Row, stored: Row | undefined, related: (store: string) => readonly Row[]): Row {
  const { documentIds, ...older } = edited;
  if ('documents' in older) older[DOCUMENTS_AFTER] = older['documents'];
  older['documents'] = textsOf(documentIds as readonly string[] | undefined, stored, related);
  return older;
}

/** What is at hand of the documents themselves comes first, because they may have been edited since. */
function textsOf(
  documentIds: readonly string[] | undefined,
  stored: Row | undefined,
  related: (store: string) => readonly Row[]
): readonly unknown[] {
  const before = stored?.['documents'] as readonly string[] | undefined;
  if (documentIds === undefined) return before ?? [];
  if (documentIds.length === 0) return [];
  const known = new Map<unknown, string>();
  for (const row of related('quarantine')) {
    const kept = row['row'] as { text?: unknown } | undefined;
    if (row['field'] === 'documents' && typeof kept?.text === 'string') known.set(row['id'], kept.text);
  }
  for (const row of related('documents')) known.set(row['id'], textOfDocument(row as DocumentRecord));
  if (before && !documentIds.every((id) => known.has(id))) return before;
  return documentIds.flatMap((id) => known.get(id) ?? []);
}
