/** Which files are still named: by documents, by texts about documents, by what was set aside, by steps. */
import { QUARANTINE, type Row } from '../../migration';
import type { Dataset } from '../dataset';
import type { StepJournal } from '../records/journal';
import { attachmentsNamedIn } from './names';

export async function namedAttachments({ database, installed }: Dataset, journal: StepJournal): Promise<Set<string>> {
  const named = new Set<string>();
  const see = (value: unknown): void => {
    for (const id of attachmentsNamedIn(JSON.stringify(value))) named.add(id);
  };
  for (const store of ['assets', 'documents', QUARANTINE])
    if (store in installed.stores)
      await database.table(store).each((row: Row) => see(store === 'assets' ? (row['documents'] ?? null) : row));
  for (const body of await journal.bodies()) see(body);
  return named;
}
