/** The dry run: everything a migration would do, but for the writing. */
import type { History, ResolvedVersion } from './definition';
import type { Row } from './definition-types';
import { openAsItIs } from './guarded-indexeddb';
import { MigrationError } from './errors';
import { runPass, type PassPort } from './pass';
import { deviations } from './plan-steps';
import type { MigrationEnvironment } from './ports';
import { keyAt, readInBatches } from './requests';
import { recordsOf } from './rows';
import { measureWrites } from './scratch';
import { segmentsOf } from './schedule';
import { databaseSource } from './source';
import { stagesOf } from './stages';
import { survey, type Survey } from './survey';
import type { MigrationAnalysis, MigrationPlan, RowCounts } from './types';

/** The least space that must be free, whatever the size of the portfolio. */
export const SPACE_FLOOR = 100_000_000;
const SAMPLES_PER_STORE = 3;
const MEASURED_WRITES = 400;

/** Space for the backup, and for the rows that the transaction holds twice until it commits. */
export function spaceFor(
  surveyed: Survey,
  environment: Pick<MigrationEnvironment, 'backups'>
): { backupBytes: number; spaceNeeded: number } {
  const backupBytes = environment.backups.estimateBytes(surveyed.bytes);
  return { backupBytes, spaceNeeded: Math.max(SPACE_FLOOR, backupBytes + surveyed.bytes * 3) };
}

/** @throws MigrationError `incompatibleVersion` when the database is not at the plan's starting version. */
export async function analyze(
  history: History,
  environment: MigrationEnvironment,
  plan: MigrationPlan,
  from: ResolvedVersion,
  through: readonly ResolvedVersion[]
): Promise<MigrationAnalysis> {
  const database = await openAsItIs(environment.indexedDB, history.database, environment.lockTimeout);
  if (!database) {
    return {
      rowsByStore: {},
      invalidRows: [],
      samples: [],
      estimatedSeconds: 1,
      backupBytes: 0,
      spaceNeeded: SPACE_FLOOR,
      spaceAvailable: await environment.space.estimate()
    };
  }
  database.onversionchange = () => database.close();
  try {
    if (database.version !== from.native)
      throw new MigrationError('incompatibleVersion', `the data is not at ${plan.fromVersion}`);
    const began = environment.elapsed();
    const surveyed = await survey(databaseSource(database, from, environment.IDBKeyRange), from);
    const surveySeconds = (environment.elapsed() - began) / 1000;
    const dry = await dryRun(database, environment, plan, from, through, surveyed);
    const writes =
      dry.written.length === 0 ? 0 : (await measureWrites(history.name, environment, dry.written)) * dry.writes;
    const { backupBytes, spaceNeeded } = spaceFor(surveyed, environment);
    return {
      rowsByStore: dry.rowsByStore,
      invalidRows: surveyed.invalidRows,
      samples: dry.samples,
      // Survey, backup with its re-reading (about three readings), work, and verification from disk.
      estimatedSeconds: Math.max(0.1, surveySeconds * 5 + dry.seconds + writes),
      backupBytes,
      spaceNeeded,
      spaceAvailable: await environment.space.estimate()
    };
  } finally {
    database.close();
  }
}

interface DryRun {
  readonly rowsByStore: Record<string, RowCounts>;
  readonly samples: { store: string; before: unknown; after: unknown }[];
  /** A few rows as they would be written. */
  readonly written: Row[];
  readonly writes: number;
  readonly seconds: number;
}

async function dryRun(
  database: IDBDatabase,
  environment: MigrationEnvironment,
  plan: MigrationPlan,
  from: ResolvedVersion,
  through: readonly ResolvedVersion[],
  surveyed: Survey
): Promise<DryRun> {
  const target = through.at(-1) ?? from;
  const hops = through.flatMap((version) => (version.hop ? [version.hop] : []));
  const stores = new Map(through.map((version) => [version.version, Object.keys(version.stores)]));
  const stages = stagesOf(hops, {
    instant: environment.now().toISOString(),
    ...deviations(plan, hops),
    storesOf: (version) => stores.get(version) ?? []
  });
  const originOf = (store: string): string =>
    through
      .toReversed()
      .reduce((name, version) => version.hop?.mappings.find((mapping) => mapping.to === name)?.from ?? name, store);
  const nameNow = (store: string): string =>
    through.reduce(
      (name, version) => version.hop?.mappings.find((mapping) => mapping.from === name)?.to ?? name,
      store
    );

  const counts = new Map<string, { total: number; touched: number; created: number; invalid: number }>();
  const tally = (store: string): { total: number; touched: number; created: number; invalid: number } => {
    const known = counts.get(store) ?? { total: 0, touched: 0, created: 0, invalid: 0 };
    counts.set(store, known);
    return known;
  };
  for (const [store, total] of Object.entries(surveyed.counts)) tally(nameNow(store)).total = total;
  const invalid = new Map<string, Set<string>>();
  for (const problem of surveyed.invalidRows) {
    const keys = invalid.get(problem.store) ?? new Set();
    keys.add(JSON.stringify(problem.key));
    invalid.set(problem.store, keys);
  }
  for (const [store, keys] of invalid) tally(nameNow(store)).invalid = keys.size;

  const samples: DryRun['samples'] = [];
  const sampled = new Map<string, number>();
  const written: Row[] = [];
  let writes = 0;
  const keep = (rows: readonly Row[]): void => {
    writes += rows.length;
    for (const row of rows) if (written.length < MEASURED_WRITES) written.push(row);
  };
  const port: PassPort = {
    async stream(store, _rewrites, onRows) {
      const origin = originOf(store);
      const definition = from.stores[origin];
      if (!definition || !database.objectStoreNames.contains(origin)) return;
      const wrong = invalid.get(origin);
      await readInBatches(
        database.transaction(origin, 'readonly').objectStore(origin),
        { IDBKeyRange: environment.IDBKeyRange },
        (rows) => {
          const packed = definition.packed;
          if (!wrong) onRows(rows);
          else if (!packed) onRows(rows.filter((row) => !wrong.has(JSON.stringify(keyAt(definition.keyPath, row)))));
          else
            onRows(
              rows.map((row) => ({
                ...row,
                [packed.entries]: recordsOf(definition, row).filter(
                  (entry) => !wrong.has(JSON.stringify(entry?.[packed.entryKey]))
                )
              }))
            );
        }
      );
    },
    rewrite(store, rows) {
      tally(store).touched += rows.length;
      keep(rows);
    },
    add(store, rows) {
      tally(store).created += rows.length;
      keep(rows);
    },
    settled: () => Promise.resolve()
  };
  const began = environment.elapsed();
  // What follows a step that speaks to the transaction itself cannot be foretold without writing.
  const [first] = segmentsOf(stages, Object.keys(from.stores).map(nameNow));
  if (first?.kind === 'pass') {
    await runPass(port, {
      stages: first.stages,
      tasks: first.tasks,
      stores: target.stores,
      version: target.version,
      validate: false,
      onPair: (store, before, after) => {
        const seen = sampled.get(store) ?? 0;
        if (seen >= SAMPLES_PER_STORE) return;
        sampled.set(store, seen + 1);
        samples.push({ store, before, after });
      },
      onRows: () => undefined,
      elapsed: environment.elapsed
    });
  }
  return {
    rowsByStore: Object.fromEntries(counts),
    samples,
    written,
    writes,
    seconds: (environment.elapsed() - began) / 1000
  };
}
