import type { FieldNote } from '../../app/contract';

/** What is wrong, and what is doubtful, of a form as it stands. */
export interface FormNotes {
  readonly problems: readonly FieldNote[];
  readonly warnings: readonly FieldNote[];
}
