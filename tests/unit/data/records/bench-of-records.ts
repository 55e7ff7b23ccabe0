/** A portfolio in memory at any version, with what a step needs; and its rows as they lie. */
import { openPortfolio, type Dataset } from '../../../../src/lib/data';
import { saveStep, StepJournal, takeStep, type SavedStep, type TakenStep } from '../../../../src/lib/data/records';
import type { Row } from '../../../../src/lib/migration';
import { memoryRecords } from '../../../../src/lib/migration/testing';
import type { RecordWriting } from '../../../../src/lib/protocol';
import { memoryServices, portfolioAt, stored, type MemoryServices } from '../memory-services';
import { smallPortfolio } from '../small-portfolio';

export const now = '2024-06-28T12:00:00.000Z';

export interface Records {
  readonly services: MemoryServices;
  readonly dataset: Dataset;
  journal: StepJournal;
  save(label: string, writes: readonly RecordWriting[]): Promise<SavedStep>;
  undo(leaveChanged?: boolean): Promise<TakenStep | null>;
  redo(leaveChanged?: boolean): Promise<TakenStep | null>;
  /** Every row of the person's stores, byte for byte: fields in their order. */
  rows(): Promise<string>;
  in(store: string): Promise<Row[]>;
  /** A journal as another session would find it. */
  reopen(): void;
}

/** The small portfolio, migrated to `version` unless it starts there; several at once do not disturb each other. */
export async function recordsAt(
  version: string,
  rows: Readonly<Record<string, readonly Row[]>> = smallPortfolio
): Promise<Records> {
  const services = memoryServices();
  await portfolioAt(services, '1.0.0', rows);
  const { migrations } = services;
  if (version !== '1.0.0') await migrations.executeMigration(migrations.getMigrationPlan('1.0.0', version));
  const found = await migrations.inspect();
  if (found.kind !== 'supported') throw new Error(`The data is ${found.kind}.`);
  const dataset = await openPortfolio(services, { version: found.version, epoch: found.epoch });
  const port = memoryRecords();
  const open = (): StepJournal => new StepJournal(port, `${dataset.database.name} ${found.epoch}`);
  let steps = 0;
  const records: Records = {
    services,
    dataset,
    journal: open(),
    save: (label, writes) => saveStep(dataset, records.journal, { id: `step-${++steps}`, label, writes }, { now }),
    undo: (leaveChanged = false) => takeStep(dataset, records.journal, 'undo', leaveChanged),
    redo: (leaveChanged = false) => takeStep(dataset, records.journal, 'redo', leaveChanged),
    async rows() {
      const all: Record<string, Row[]> = {};
      for (const store of Object.keys(dataset.installed.stores))
        if (!store.startsWith('_')) all[store] = await stored(services, store);
      return JSON.stringify(all, null, 1);
    },
    in: (store) => stored(services, store),
    reopen: () => void (records.journal = open())
  };
  return records;
}
