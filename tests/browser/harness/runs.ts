import {
  createMigrations,
  MigrationError,
  type BackupPort,
  type MigrationEnvironment,
  type MigrationReport,
  type Migrations,
  type ProgressHandler
} from '../../../src/lib/migration';
import { defaultEnvironment } from '../../../src/lib/schema';
import { historyWith, type Variation } from './histories';

/** What surrounds the engine in a test: the browser's own, but for what is named. */
export interface Surroundings extends Variation {
  /** The instant of the migration, ISO 8601 UTC, so that what it makes can be compared. */
  readonly instant?: string;
  readonly lockTimeout?: number;
  /** What the probe says; `unlimited` lets the browser's own refusal be met later. */
  readonly space?: 'none' | 'unlimited';
  /** Reading back after the commit finds these stores different. */
  readonly misread?: readonly string[];
}

export interface RunOptions extends Surroundings {
  readonly from: string;
  readonly to: string;
  readonly path?: 'direct' | 'incremental';
  readonly invalidRows?: 'stop' | 'quarantine';
  /** Cancels as soon as progress has come this far. */
  readonly cancelAt?: number;
}

export interface Progress {
  readonly fraction: number;
  readonly message: string;
  /** Milliseconds since the run began. */
  readonly at: number;
}

/** How a verb ended, in a form that crosses from the page to the test. */
export type Outcome<T = MigrationReport> = { readonly progress: readonly Progress[] } & (
  | { readonly ok: true; readonly result: T }
  | {
      readonly ok: false;
      readonly code: string;
      readonly message: string;
      readonly step: string | null;
      readonly details: readonly unknown[];
    }
);

/** The browser's own surroundings, but for what a test names. */
export function environmentWith(surroundings: Surroundings): MigrationEnvironment {
  const own = defaultEnvironment();
  const { instant, lockTimeout, space, misread } = surroundings;
  return {
    ...own,
    now: instant === undefined ? own.now : () => new Date(instant),
    lockTimeout: lockTimeout ?? own.lockTimeout,
    space: space === undefined ? own.space : { ...own.space, probe: (bytes) => Promise.resolve(probed(space, bytes)) },
    backups: misread === undefined ? own.backups : misreading(own.backups, misread)
  };
}

function probed(space: 'none' | 'unlimited', bytes: number): { enough: boolean; available: number } {
  return space === 'none' ? { enough: false, available: 1024 } : { enough: true, available: bytes };
}

/** Damage that only reading back from disk would show. */
function misreading(backups: BackupPort, stores: readonly string[]): BackupPort {
  return {
    ...backups,
    async digests(source, names) {
      const digests = await backups.digests(source, names);
      return Object.fromEntries(
        Object.entries(digests).map(([store, digest]) => [store, stores.includes(store) ? `not ${digest}` : digest])
      );
    }
  };
}

export function migrationsWith(surroundings: Surroundings): Migrations {
  return createMigrations(historyWith(surroundings), environmentWith(surroundings));
}

/** Any verb, with its error as data. */
export async function outcomeOf<T>(verb: (onProgress: ProgressHandler) => Promise<T>): Promise<Outcome<T>> {
  const progress: Progress[] = [];
  const began = performance.now();
  try {
    const result = await verb((fraction, message) =>
      progress.push({ fraction, message, at: performance.now() - began })
    );
    return { ok: true, result, progress };
  } catch (error) {
    const known = error instanceof MigrationError ? error : null;
    return {
      ok: false,
      code: known?.code ?? 'unexpected',
      message: known?.message ?? String(error),
      step: known?.step ?? null,
      details: known?.details ?? [],
      progress
    };
  }
}

/** Plans and runs one migration, as a person would start it. */
export function migrate(options: RunOptions): Promise<Outcome> {
  const { from, to, path = 'direct', invalidRows = 'stop', cancelAt } = options;
  const migrations = migrationsWith(options);
  const controller = new AbortController();
  return outcomeOf((onProgress) =>
    migrations.executeMigration(
      migrations.getMigrationPlan(from, to),
      (fraction, message) => {
        onProgress(fraction, message);
        if (cancelAt !== undefined && fraction >= cancelAt) controller.abort();
      },
      { path, invalidRows, signal: controller.signal }
    )
  );
}

export interface RestoreRun extends Surroundings {
  /** Of a backup, or `oldest`; the newest one where absent. */
  readonly id?: string;
  /** The bytes of a file instead of a backup. */
  readonly bytes?: readonly number[];
  readonly keepVersion?: boolean;
  readonly mode?: 'replace' | 'merge';
}

/** Restores a backup, as a person would start it. */
export function restore(options: RestoreRun): Promise<Outcome> {
  const migrations = migrationsWith(options);
  const { id, bytes, keepVersion = false, mode = 'replace' } = options;
  return outcomeOf(async (onProgress) => {
    const all = await migrations.listBackups();
    const wanted = id === 'oldest' ? all.at(-1)?.id : (id ?? all[0]?.id);
    const source = bytes ? new Blob([new Uint8Array(bytes)]) : (wanted ?? '');
    return migrations.restoreFromBackup(source, onProgress, { keepVersion, mode });
  });
}

/** Goes back to an older version, as a person would start it. */
export function rollBack(options: Surroundings & { readonly to: string }): Promise<Outcome> {
  const migrations = migrationsWith(options);
  return outcomeOf((onProgress) => migrations.rollbackMigration(options.to, onProgress));
}

/** What the start of the app settles of work that was cut off. */
export async function settle(): Promise<void> {
  const migrations = migrationsWith({});
  if (await migrations.unsettled()) await migrations.settle();
}
