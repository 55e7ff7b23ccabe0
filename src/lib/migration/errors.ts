/** Why a migration, backup, rollback or restore did not happen. The message is a sentence a person can act on. */
export type MigrationErrorCode =
  | 'migrationFailed'
  | 'incompatibleVersion'
  | 'corruptData'
  | 'insufficientStorage'
  | 'migrationCancelled'
  | 'backupFailed'
  | 'migrationInProgress'
  | 'rollbackFailed'
  | 'cloudFolderNotAvailable';

const sentence: Record<MigrationErrorCode, (detail: string) => string> = {
  migrationFailed: (detail) => `Migration failed: ${detail}`,
  incompatibleVersion: (detail) => `Incompatible data version: ${detail}`,
  corruptData: (detail) => `Data corruption detected: ${detail}`,
  insufficientStorage: () => 'Insufficient storage space for migration',
  migrationCancelled: () => 'Migration was cancelled by user',
  migrationInProgress: () => 'Migration already in progress',
  backupFailed: (detail) => `Backup failed: ${detail}`,
  rollbackFailed: (detail) => `Rollback failed: ${detail}`,
  cloudFolderNotAvailable: (detail) => `Backup folder not available: ${detail}`
};

/** The one error type of the library: a code, a sentence, the step it happened in, details, and the cause. */
export class MigrationError extends Error {
  readonly code: MigrationErrorCode;
  readonly step?: string;
  readonly details?: readonly unknown[];

  /** `detail` fills the sentence of the code; codes whose sentence is fixed ignore it. */
  constructor(
    code: MigrationErrorCode,
    detail = '',
    options: { step?: string; details?: readonly unknown[]; cause?: unknown } = {}
  ) {
    super(sentence[code](detail), options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'MigrationError';
    this.code = code;
    if (options.step !== undefined) this.step = options.step;
    if (options.details !== undefined) this.details = options.details;
  }
}

/** Any failure as the library's error; what a cancelled signal caused is a cancellation. */
export function asMigrationError(cause: unknown, signal?: AbortSignal): MigrationError {
  const lasting = cause instanceof MigrationError && (cause.code === 'backupFailed' || cause.code === 'corruptData');
  if (signal?.aborted && !lasting) return new MigrationError('migrationCancelled', '', { cause });
  if (cause instanceof MigrationError) return cause;
  const error = cause as { name?: string; message?: string; inner?: { name?: string } } | undefined;
  if (error?.name === 'QuotaExceededError' || error?.inner?.name === 'QuotaExceededError') {
    return new MigrationError('insufficientStorage', '', { cause, details: [{ needed: null, available: 0 }] });
  }
  return new MigrationError('migrationFailed', error?.message ?? String(cause), { cause });
}
