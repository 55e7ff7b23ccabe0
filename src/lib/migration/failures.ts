/** Failures as a person and a report read them: the step, the cause, and the record, but no values of it. */
import { MigrationError } from './errors';

/** A failure at one record: which one, and the cause. Carries no values of the record. */
export class RowFailure extends Error {
  constructor(
    readonly store: string,
    readonly key: unknown,
    cause: unknown
  ) {
    super(`${cause instanceof Error ? cause.message : String(cause)} (${store} ${JSON.stringify(key)})`, { cause });
    this.name = 'RowFailure';
  }
}

/** The error of a failed step, as a person and a report read it. */
export function stepFailed(step: string, cause: unknown): MigrationError {
  if (cause instanceof MigrationError) return cause;
  const message = cause instanceof Error ? cause.message : String(cause);
  const details = cause instanceof RowFailure ? [{ store: cause.store, key: cause.key }] : undefined;
  return new MigrationError('migrationFailed', `Step '${step}' failed: ${message}`, {
    step,
    cause,
    ...(details ? { details } : {})
  });
}

/** What a person is told: the step's name, or the hop whose change was inferred. */
export function stageName(stage: {
  readonly step: string | null;
  readonly hop: { readonly from: string; readonly to: string };
}): string {
  return stage.step ?? `${stage.hop.from} → ${stage.hop.to}`;
}
