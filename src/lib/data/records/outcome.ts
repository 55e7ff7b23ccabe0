/** Why nothing was written. Each of these leaves every row as it was. */

/** A record that is not as it was seen, or as a step left it. */
export interface ChangedRecord {
  readonly store: string;
  readonly id: string;
  /** For people. */
  readonly label: string;
  readonly change: 'edited' | 'gone' | 'there already';
}

export class ChangedRecordsError extends Error {
  readonly records: readonly ChangedRecord[];

  constructor(records: readonly ChangedRecord[]) {
    super(
      records.length === 1
        ? `‘${records[0]?.label ?? ''}’ was changed meanwhile, so nothing was written.`
        : `${records.length} records were changed meanwhile, so nothing was written.`
    );
    this.name = 'ChangedRecordsError';
    this.records = records;
  }
}

/** What is wrong with one write: its place among the writes, the field, and why. */
export interface WriteProblem {
  readonly write: number;
  readonly field: string;
  readonly message: string;
}

export class RefusedWritesError extends Error {
  readonly problems: readonly WriteProblem[];

  constructor(problems: readonly WriteProblem[]) {
    const [first] = problems;
    super(
      `Nothing was saved. ${first?.message ?? ''}${problems.length > 1 ? ` (and ${problems.length - 1} more)` : ''}`
    );
    this.name = 'RefusedWritesError';
    this.problems = problems;
  }
}
