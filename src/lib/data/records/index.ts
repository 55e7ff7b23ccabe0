/**
 * Records created, edited, deleted and put back, one step at a time.
 *
 * ```ts
 * const journal = new StepJournal(records, `${dataset.database.name} ${epoch}`);
 * await saveStep(dataset, journal, { id, label: 'Import of broker.csv', writes }, { now, signal, onProgress });
 * await takeStep(dataset, journal, 'undo', false);
 * ```
 */
export { applyWrites, type Applied, type ApplyOptions } from './apply-writes';
export { StepJournal, stepLimits, type JournalState, type Step } from './journal';
export { backgroundOf, type Background } from './background';
export { ChangedRecordsError, RefusedWritesError, type ChangedRecord, type WriteProblem } from './outcome';
export { documentsOf, heldUnits, listRecords, readRecords, type ListedRecords, type SeenRow } from './read-records';
export { removalOf, type Removal } from './removal';
export { saveStep, takeStep, type SavedStep, type StepRequest, type TakenStep } from './steps';
export { otherEndOf } from './transfers';
export type { EntriesDelta, EntryDelta, RowDelta, SeriesDelta, StepBody } from './step-body';
