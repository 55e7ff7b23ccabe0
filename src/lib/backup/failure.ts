/** Turns whatever went wrong while a backup was made into the one error a caller knows. */
import { MigrationError } from '../migration';
import { SnapshotProblem } from './format/problem';

export interface FailureContext {
  readonly signal?: AbortSignal | undefined;
  /** Bytes that the backup would have taken, and that could be written of it; for a full disk. */
  readonly space: { readonly needed: number; readonly available: number };
}

export function asMigrationError(error: unknown, context: FailureContext): MigrationError {
  if (error instanceof MigrationError) return error;
  if (context.signal?.aborted) return new MigrationError('migrationCancelled', '', { cause: error });
  if (isQuota(error)) return new MigrationError('insufficientStorage', '', { details: [context.space], cause: error });
  return new MigrationError('backupFailed', sentenceOf(error), { cause: error });
}

/** A full disk or quota, also where it is the cause of what was thrown. */
export function isQuota(error: unknown): boolean {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth++) {
    if (cause.name === 'QuotaExceededError') return true;
    const inner: unknown = 'inner' in cause ? cause.inner : undefined;
    if (inner instanceof Error && inner.name === 'QuotaExceededError') return true;
  }
  return false;
}

function sentenceOf(error: unknown): string {
  if (error instanceof SnapshotProblem) return error.message;
  return error instanceof Error ? error.message || error.name : String(error);
}
