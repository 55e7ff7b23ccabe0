/** What a person may change of one asset, at whatever version the data is. */
import { decimalText, parseDecimal } from '../domain';
import type { Row } from '../migration';
import type { AssetChange } from '../protocol';
import { assetOf } from './asset-records';
import type { Dataset } from './dataset';
import { InvalidRecordError, Repository } from './repository';

export interface AssetDetails {
  readonly name: string;
  readonly notes: string;
  /** The stated value, in `currency`. */
  readonly value: string;
  readonly currency: string;
  /** Tells this state of the record from every other. */
  readonly seen: string;
}

/** The record was changed since the person saw it, by another window. Nothing was written. */
export class ChangedElsewhereError extends Error {
  constructor() {
    super('This asset was changed in another window meanwhile.');
    this.name = 'ChangedElsewhereError';
  }
}

/** Null when there is no such asset. */
export async function assetDetails(dataset: Dataset, id: string): Promise<AssetDetails | null> {
  const row = await new Repository(dataset, 'assets').get(id);
  if (row === null) return null;
  const { name, notes, currentValue, currency } = assetOf(row);
  return { name, notes, value: currentValue ?? '', currency, seen: String(row['updatedAt'] ?? '') };
}

/**
 * Writes the change durably; fields left out stay byte for byte as they are. `now`: ISO 8601 UTC.
 * @throws InvalidRecordError for a value that is no number or a record that the installed version refuses,
 *   ChangedElsewhereError when it is not what was seen, StaleStandingError when the data was migrated meanwhile.
 */
export async function changeAsset(dataset: Dataset, id: string, change: AssetChange, now: string): Promise<void> {
  const fields: Row = { updatedAt: now };
  if (change.name !== undefined) fields['name'] = nameOf(change.name);
  if (change.notes !== undefined) fields['notes'] = change.notes;
  if (change.value !== undefined) fields['currentValue'] = valueTextOf(change.value);
  const changed = await new Repository(dataset, 'assets').change(id, (record) => {
    if (change.seen !== undefined && change.seen !== String(record['updatedAt'] ?? ''))
      throw new ChangedElsewhereError();
    return { ...record, ...fields };
  });
  if (changed === null) throw new InvalidRecordError('assets', '', 'it is no longer there');
}

function nameOf(name: string): string {
  if (name.trim() === '') throw new InvalidRecordError('assets', 'name', 'it is empty');
  return name.trim();
}

function valueTextOf(value: string): string {
  const parsed = parseDecimal(value.trim());
  if (parsed === null) throw new InvalidRecordError('assets', 'value', 'write a number such as 1234.50');
  return decimalText(parsed);
}
