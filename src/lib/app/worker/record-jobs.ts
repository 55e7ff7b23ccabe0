/** Records read, written, deleted and put back. The connection lasts as long as the job; the page holds the lock. */
import {
  backgroundOf as backgroundOfAsset,
  ChangedRecordsError,
  documentsOf as documentsOfAsset,
  heldUnits as heldBy,
  type JournalState,
  listRecords as listAll,
  NeedsVersionError,
  noteChange,
  otherEndOf,
  pricesAfter,
  readRecords as readAll,
  RefusedWritesError,
  removalOf,
  saveStep,
  StepJournal,
  takeStep as takeStepOf,
  type Dataset,
  type StepBody
} from '../../data';
import type { ChangedRow } from '../../data/figures';
import type { RecordWriting, Standing } from '../../protocol';
import type { AssetBackground, RecordLists } from '../contract';
import type { RecordOutcome, VerbResults } from '../verb-results';
import { backUpBefore, manyDeletions } from './backup-before';
import type { JobContext } from './job-context';
import type { JobOf } from './perform';
import type { WorkerServices } from './services';
import { followCommit, withDataset } from './with-dataset';

export function readRecords(
  services: WorkerServices,
  { standing, names }: JobOf<'readRecords'>
): Promise<VerbResults['readRecords']> {
  return withDataset(services, standing, (dataset) => readAll(dataset, names));
}

export function listRecords(
  services: WorkerServices,
  { standing }: JobOf<'listRecords'>
): Promise<VerbResults['listRecords']> {
  return withDataset(services, standing, async (dataset) => ({
    lists: (await listAll(dataset)) as RecordLists,
    steps: await journalOf(services, dataset, standing).state()
  }));
}

export function documentsOf(
  services: WorkerServices,
  { standing, assetId }: JobOf<'documentsOf'>
): Promise<VerbResults['documentsOf']> {
  return withDataset(services, standing, (dataset) => documentsOfAsset(dataset, assetId));
}

export function backgroundOf(
  services: WorkerServices,
  { standing, assetId }: JobOf<'backgroundOf'>
): Promise<VerbResults['backgroundOf']> {
  return withDataset(
    services,
    standing,
    async (dataset) => (await backgroundOfAsset(dataset, assetId)) as unknown as AssetBackground
  );
}

export function otherEnd(
  services: WorkerServices,
  { standing, name }: JobOf<'otherEnd'>
): Promise<VerbResults['otherEnd']> {
  return withDataset(services, standing, (dataset) => otherEndOf(dataset, name));
}

export function heldUnits(
  services: WorkerServices,
  { standing, ...asked }: JobOf<'heldUnits'>
): Promise<VerbResults['heldUnits']> {
  return withDataset(services, standing, (dataset) => heldBy(dataset, asked));
}

/** What deleting these would take along; nothing is written. */
export function planRemoval(
  services: WorkerServices,
  { standing, names }: JobOf<'planRemoval'>
): Promise<VerbResults['planRemoval']> {
  return withDataset(services, standing, async (dataset) => {
    const { label, sentence, counts, writes } = await removalOf(dataset, names);
    return { label, sentence, counts, backsUp: deletionsIn(writes) >= manyDeletions };
  });
}

export async function saveRecords(
  services: WorkerServices,
  { standing, label, writes }: JobOf<'saveRecords'>,
  context: JobContext
): Promise<RecordOutcome> {
  return saveWrites(services, standing, { label, writes, pricesFollow: true }, context);
}

/** Deletes records with all that belongs to them. What came to belong to them meanwhile is refused, not left behind. */
export async function removeRecords(
  services: WorkerServices,
  { standing, names }: JobOf<'removeRecords'>,
  context: JobContext
): Promise<RecordOutcome> {
  return outcomeOf(async () => {
    const { label, writes } = await withDataset(services, standing, (dataset) => removalOf(dataset, names));
    return saveWrites(services, standing, { label, writes, pricesFollow: true }, context);
  });
}

export interface StepToSave {
  readonly label: string;
  readonly writes: readonly RecordWriting[];
  /** Prices that come from trades change with these; not where the writes bring them along. */
  readonly pricesFollow: boolean;
}

/**
 * One step, for every job that writes records: many deletions are backed up first, what the step did is kept for undoing,
 * and the witness follows.
 */
export async function saveWrites(
  services: WorkerServices,
  standing: Standing,
  { label, writes, pricesFollow }: StepToSave,
  context: Pick<JobContext, 'signal' | 'progress'>
): Promise<RecordOutcome> {
  const { environment } = services;
  return outcomeOf(async () => {
    const deletions = deletionsIn(writes);
    if (deletions >= manyDeletions)
      await backUpBefore(services, 'delete', `before ${deletions.toLocaleString('en')} records were deleted`, {
        signal: context.signal,
        progress: (fraction) => context.progress(fraction / 2, 'Backing up first')
      });
    const begun = deletions >= manyDeletions ? 0.5 : 0;
    return withDataset(services, standing, async (dataset) => {
      const journal = journalOf(services, dataset, standing);
      const before = await dataset.sequence();
      const prices = pricesFollow ? await pricesAfter(dataset, writes) : [];
      const saved = await saveStep(
        dataset,
        journal,
        { id: environment.randomId(), label, writes: [...writes, ...prices] },
        {
          now: environment.now().toISOString(),
          signal: context.signal,
          onProgress: (fraction, message) => context.progress(begun + fraction * (1 - begun), message),
          onCommitted: (body) => followCommit(environment, dataset, storesIn(body)).catch(() => undefined)
        }
      );
      await noteChange(environment, dataset, before, rowsIn(saved.body)).catch(() => undefined);
      const stores = storesIn(saved.body);
      return {
        kind: 'saved',
        label: saved.label,
        made: saved.made,
        stores,
        undoNote: saved.undoNote,
        steps: await stateOf(journal)
      };
    });
  });
}

export function takeStep(
  services: WorkerServices,
  { standing, direction, leaveChanged }: JobOf<'takeStep'>
): Promise<RecordOutcome> {
  return outcomeOf(() =>
    withDataset(services, standing, async (dataset) => {
      const journal = journalOf(services, dataset, standing);
      const before = await dataset.sequence();
      const taken = await takeStepOf(dataset, journal, direction, leaveChanged);
      const steps = await stateOf(journal);
      if (taken === null) return { kind: 'nothing', steps };
      await noteChange(services.environment, dataset, before, rowsIn(taken.body)).catch(() => undefined);
      const stores = storesIn(taken.body);
      await followCommit(services.environment, dataset, stores).catch(() => undefined);
      return { kind: 'saved', label: taken.step.label, made: [], stores, undoNote: null, steps };
    })
  );
}

/** What was written is safe, whether the steps can be read now or not. */
function stateOf(journal: StepJournal): Promise<JournalState | null> {
  return journal.state().catch(() => null);
}

function journalOf({ steps }: WorkerServices, dataset: Dataset, { epoch }: Standing): StepJournal {
  return new StepJournal(steps, `${dataset.database.name} ${epoch}`);
}

/** What stood in the way is an answer, not a failure: nothing was written, and the person can do something about it. */
async function outcomeOf(work: () => Promise<RecordOutcome>): Promise<RecordOutcome> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ChangedRecordsError)
      return { kind: 'changedElsewhere', message: error.message, records: error.records };
    if (error instanceof RefusedWritesError)
      return { kind: 'refused', message: error.message, problems: error.problems };
    if (error instanceof NeedsVersionError)
      return { kind: 'needsVersion', message: error.message, version: error.version };
    if (isFull(error)) return { kind: 'refused', message: FULL, problems: [] };
    throw error;
  }
}

const FULL =
  'There is no space left for this browser, so nothing was saved: everything is as it was. Free some space on the disk and try again.';

/** A full disk is noticed when the transaction commits; it may be told as the reason of its end. */
function isFull(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { name, inner, cause } = error as { name?: unknown; inner?: unknown; cause?: unknown };
  return name === 'QuotaExceededError' || isFull(inner) || isFull(cause);
}

function deletionsIn(writes: readonly RecordWriting[]): number {
  return writes.reduce((sum, writing) => {
    if (writing.op === 'remove') return sum + 1;
    return writing.op === 'series' ? sum + writing.values.filter((value) => value === null).length : sum;
  }, 0);
}

/** The stored rows that a step wrote or removed. */
function rowsIn({ rows, packed, series }: StepBody): readonly ChangedRow[] {
  return [...rows, ...packed, ...series].map(({ store, key }) => ({ store, key }));
}

function storesIn({ rows, packed, series }: StepBody): string[] {
  return [...new Set([...rows, ...packed, ...series].map(({ store }) => store))];
}
