/** One step: all its writes in one durable transaction over all stores concerned, or none of them. */
import { StaleWriterError } from '../../migration';
import type { RecordWriting } from '../../protocol';
import { StaleStandingError, type Dataset } from '../dataset';
import { bodyOf } from './diff';
import { checkReferences } from './check-references';
import { StagedRows } from './staged-rows';
import { stageWrites } from './stage-writes';
import type { StepBody } from './step-body';
import { planWrites } from './write-plan';

export interface ApplyOptions {
  /** ISO 8601 UTC: the times that records get. */
  readonly now: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (fraction: number, message: string) => void;
}

export interface Applied {
  readonly body: StepBody;
  /** Ids of records that were made. */
  readonly made: readonly string[];
}

/**
 * Writes records in the shape of the newest version at whatever version is installed. Cancelled or refused, it leaves
 * every row as it was.
 * @throws ChangedRecordsError, RefusedWritesError, NeedsVersionError, StaleStandingError.
 */
export async function applyWrites(
  dataset: Dataset,
  writes: readonly RecordWriting[],
  { now, signal, onProgress = () => undefined }: ApplyOptions
): Promise<Applied> {
  if (writes.length === 0) return { body: { rows: [], packed: [], series: [] }, made: [] };
  const plan = await planWrites(dataset, writes, signal);
  signal?.throwIfAborted();
  onProgress(0.1, 'Looking up what is there');
  return inOneTransaction(dataset, plan.stores, async () => {
    const staged = new StagedRows(dataset);
    const { made, links } = await stageWrites(dataset, staged, plan, { now, signal });
    onProgress(0.5, 'Checking');
    await checkReferences(dataset, staged, links);
    signal?.throwIfAborted();
    const body = bodyOf(dataset, staged.changed());
    onProgress(0.6, 'Writing');
    await staged.write();
    signal?.throwIfAborted();
    return { body, made };
  });
}

/** @throws StaleStandingError when the data was migrated, restored or rolled back meanwhile. */
export async function inOneTransaction<T>(
  { database }: Dataset,
  stores: readonly string[],
  work: () => Promise<T>
): Promise<T> {
  try {
    return await database.transaction('rw', [...stores], work);
  } catch (error) {
    throw wasFenced(error) ? new StaleStandingError(error) : error;
  }
}

/** The fence around every write aborts the transaction; Dexie may report that or the cause. */
function wasFenced(error: unknown): boolean {
  if (error instanceof StaleWriterError) return true;
  const { inner, cause } = error as { inner?: unknown; cause?: unknown };
  return inner instanceof StaleWriterError || cause instanceof StaleWriterError;
}
