import { deriveId } from './derive-id';
import type { QuarantineRow } from './engine-stores';

/** The quarantine row of something that cannot stay where it was; its id depends on what it is, not on when. */
export function quarantineRow(
  original: { store: string; key: unknown; field: string; row: unknown },
  reason: string,
  instant: string,
  version: string
): QuarantineRow {
  const id = deriveId('quarantine', JSON.stringify([original.store, original.key, original.field, original.row]));
  return {
    id,
    store: original.store,
    key: original.key,
    field: original.field,
    reason,
    row: original.row,
    at: instant,
    version
  };
}
