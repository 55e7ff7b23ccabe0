/** What a person does at once and takes back at once: writes with a journal of them. */
import type { RecordWriting } from '../../protocol';
import type { Dataset } from '../dataset';
import { applyBody } from './apply-body';
import { applyWrites, type Applied, type ApplyOptions } from './apply-writes';
import type { Step, StepJournal } from './journal';
import { inverseOf, isEmptyBody, recordsIn, type StepBody } from './step-body';

export interface SaveOptions extends ApplyOptions {
  /** Done while the step is being kept, once it is written. Not to fail. */
  readonly onCommitted?: (body: StepBody) => Promise<void>;
}

export interface StepRequest {
  readonly id: string;
  /** For people: `Delete 3 transactions`. */
  readonly label: string;
  readonly writes: readonly RecordWriting[];
}

export interface SavedStep extends Applied {
  readonly label: string;
  /** Why it cannot be taken back; null where it can. */
  readonly undoNote: string | null;
}

/** Writes a step and keeps it. What {@link applyWrites} throws leaves every row as it was. */
export async function saveStep(
  dataset: Dataset,
  journal: StepJournal,
  { id, label, writes }: StepRequest,
  options: SaveOptions
): Promise<SavedStep> {
  const applied = await applyWrites(dataset, writes, options);
  options.onProgress?.(0.9, 'Keeping what undoing needs');
  const step = { id, label, at: options.now, records: recordsIn(applied.body) };
  const [undoNote] = await Promise.all([
    isEmptyBody(applied.body) ? null : journal.add(step, applied.body),
    options.onCommitted?.(applied.body)
  ]);
  options.onProgress?.(1, 'Saved');
  return { ...applied, label, undoNote };
}

export interface TakenStep {
  readonly step: Step;
  /** What was done to the rows. */
  readonly body: StepBody;
}

/**
 * Takes the newest step back, or does the one that was taken back last again. Null when there is none. `leaveChanged`:
 * records that were changed since stay as they are.
 * @throws ChangedRecordsError, RefusedWritesError, StaleStandingError; then nothing was written.
 */
export async function takeStep(
  dataset: Dataset,
  journal: StepJournal,
  direction: 'undo' | 'redo',
  leaveChanged: boolean
): Promise<TakenStep | null> {
  const next = await journal.next(direction);
  if (next === null) return null;
  const wanted = direction === 'undo' ? inverseOf(next.body) : next.body;
  const body = await applyBody(dataset, wanted, leaveChanged);
  const partly = recordsIn(body) < recordsIn(wanted);
  const kept = direction === 'undo' ? inverseOf(body) : body;
  // It is done, whether that can be noted or not: taking it once more would find its records changed.
  await journal.turn(next.step.id, direction === 'undo', partly ? kept : undefined).catch(() => undefined);
  return { step: next.step, body };
}
