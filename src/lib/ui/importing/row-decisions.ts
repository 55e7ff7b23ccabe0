/** What ticking a row means, by what the row is. */
import type { ImportRow, RowDecision, RowStatus } from '../../app/import-contract';

/** Rows that nobody can take: what is wrong needs a change of the columns first. */
export const canBeTaken = (status: RowStatus): boolean => status !== 'wrong' && status !== 'leftOut';

/** The decision that makes a row come in, or stay out. Null is what it would do by itself. */
export function decisionFor({ status }: Pick<ImportRow, 'status'>, take: boolean): RowDecision | null {
  if (status === 'ready') return take ? null : 'leave';
  if (status === 'duplicate') return take ? 'takeAnyway' : null;
  return take ? 'take' : 'leave';
}
