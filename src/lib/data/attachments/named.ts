/** Which files are named: by documents, by texts about documents, by what was set aside, by steps. */
import type { AttachmentName } from '../../backup/bundle';
import { QUARANTINE, type Row } from '../../migration';
import type { Dataset } from '../dataset';
import type { StepJournal } from '../records/journal';
import { attachmentsIn, attachmentsNamedIn } from './names';

/** Stores whose rows may name files. */
export const namingStores: ReadonlySet<string> = new Set(['assets', 'documents', QUARANTINE]);

export async function namedAttachments({ database, installed }: Dataset, journal: StepJournal): Promise<Set<string>> {
  const named = new NamedFiles();
  for (const store of namingStores)
    if (store in installed.stores) await database.table(store).each((row: Row) => named.see(store, [row]));
  const ids = new Set(named.all.map(({ id }) => id));
  for (const body of await journal.bodies()) for (const id of attachmentsNamedIn(JSON.stringify(body))) ids.add(id);
  return ids;
}

/** Collects what rows name, wherever they come from: the database, or a backup. */
export class NamedFiles {
  readonly #names = new Map<string, string>();

  readonly see = (store: string, rows: readonly Row[]): void => {
    if (!namingStores.has(store)) return;
    for (const row of rows)
      for (const { id, name } of attachmentsIn(store === 'assets' ? row['documents'] : row))
        if (!this.#names.has(id)) this.#names.set(id, name);
  };

  get all(): readonly AttachmentName[] {
    return [...this.#names].map(([id, name]) => ({ id, name }));
  }
}
