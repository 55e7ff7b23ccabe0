/** The work of an upgrade inside its version-change transaction, from the first record to the seal. */
import { CheckRun } from './check-run';
import type { ResolvedVersion } from './definition';
import type { Row } from './definition-types';
import { META, QUARANTINE, type EpochRow, type SequenceRow } from './engine-stores';
import { MigrationError } from './errors';
import { stageName, stepFailed } from './failures';
import { runPass } from './pass';
import { done, readInBatches } from './requests';
import { countRecords, problemsOf, recordsOf } from './rows';
import { segmentsOf, type Segment } from './schedule';
import { putSeal } from './seal';
import { stagesOf, type Stage } from './stages';
import { runFreeStep } from './step-context';
import type { MigrationStep, RowProblem, StepTiming } from './types';
import { format, UpgradeProgress } from './upgrade-progress';
import { quarantineInvalid } from './upgrade-quarantine';
import { renameStores, transactionPort } from './upgrade-stores';

export interface UpgradeInput {
  readonly from: ResolvedVersion;
  /** The versions after `from`, up to the target. */
  readonly through: readonly ResolvedVersion[];
  readonly instant: string;
  readonly countsBefore: Readonly<Record<string, number>>;
  /** Records to move to quarantine before anything else. */
  readonly invalidRows: readonly RowProblem[];
  readonly replaced: ReadonlyMap<string, MigrationStep>;
  readonly extra: readonly MigrationStep[];
  readonly definitions: Readonly<Record<string, string>>;
  /** What earlier hops of the same migration wrote to. */
  readonly touchedBefore: readonly string[];
  /** What the checks found before the migration: not its doing, so it does not stop it. */
  readonly tolerated: readonly string[];
  readonly IDBKeyRange: typeof IDBKeyRange;
  readonly signal: AbortSignal;
  readonly elapsed: () => number;
  /** Fraction 0 to 1 of the work, then the sentence for the person. */
  readonly onProgress: (fraction: number, message: string) => void;
}

export interface UpgradeOutcome {
  readonly countsAfter: Readonly<Record<string, number>>;
  /** Stores that were written to; every other one must be found unchanged afterwards. */
  readonly touched: readonly string[];
  readonly quarantined: number;
  readonly steps: readonly StepTiming[];
  readonly epoch: number;
  readonly sequence: number;
}

/** The names of everything an upgrade runs, in order: inferred hops, steps, the final validation. */
export function stageNames(input: Pick<UpgradeInput, 'from' | 'through' | 'replaced' | 'extra'>): string[] {
  const names = stagesFor(input, '').map(stageName);
  return [...new Set([...names, 'FinalValidation'])];
}

function stagesFor(input: Pick<UpgradeInput, 'through' | 'replaced' | 'extra'>, instant: string): Stage[] {
  const hops = input.through.flatMap((version) => (version.hop ? [version.hop] : []));
  const stores = new Map(input.through.map((version) => [version.version, Object.keys(version.stores)]));
  return stagesOf(hops, {
    instant,
    replaced: input.replaced,
    extra: input.extra,
    storesOf: (version) => stores.get(version) ?? []
  });
}

/** Throws when anything fails; the caller's transaction is then aborted by whoever opened it. */
export async function upgradeInside(transaction: IDBTransaction, input: UpgradeInput): Promise<UpgradeOutcome> {
  const target = input.through.at(-1);
  if (!target) throw new Error('An upgrade needs a version to go to.');
  const run = new UpgradeRun(transaction, input, target);
  return run.execute();
}

class UpgradeRun {
  readonly #transaction: IDBTransaction;
  readonly #input: UpgradeInput;
  readonly #target: ResolvedVersion;
  readonly #counts: Record<string, number>;
  readonly #touched = new Set<string>();
  /** Written by steps that speak to the transaction themselves: counted and validated anew at the end. */
  readonly #dirty = new Set<string>();
  readonly #timings = new Map<string, { seconds: number; rows: number }>();
  #quarantined = 0;
  #progress: UpgradeProgress;

  constructor(transaction: IDBTransaction, input: UpgradeInput, target: ResolvedVersion) {
    this.#transaction = transaction;
    this.#input = input;
    this.#target = target;
    this.#progress = new UpgradeProgress({}, input.onProgress);
    for (const store of input.touchedBefore) this.#touched.add(store);
    this.#counts = Object.fromEntries(Object.keys(target.stores).map((store) => [store, 0]));
  }

  async execute(): Promise<UpgradeOutcome> {
    const stages = stagesFor(this.#input, this.#input.instant);
    const renamed = renameStores(this.#transaction, this.#input.from, this.#input.through, this.#target);
    const names = (store: string): string => renamed.get(store) ?? store;
    for (const name of renamed.values()) this.#touched.add(name);
    for (const [store, count] of Object.entries(this.#input.countsBefore)) {
      const name = names(store);
      if (name in this.#counts) this.#counts[name] = count;
    }
    this.#progress = new UpgradeProgress(this.#counts, this.#input.onProgress);
    await this.#quarantine(names);
    const populated = Object.keys(this.#input.from.stores).map(names);
    const segments = segmentsOf(stages, populated);
    this.#progress.expect(segments);
    const checks = new CheckRun(this.#target.checks, segments, populated);
    if (checks.concerns(QUARANTINE)) await this.#read(QUARANTINE, (rows) => checks.see(QUARANTINE, rows));
    for (const [index, segment] of segments.entries()) {
      if (segment.kind === 'free') await this.#free(segment.stage);
      else await this.#pass(segment, index === segments.length - 1 ? checks : null);
    }
    const began = this.#input.elapsed();
    this.#input.onProgress(1, 'Checking every record that was written');
    await this.#validateDirty();
    await this.#verifyCounts();
    const found = [...checks.problems(), ...(await this.#runOpenChecks(checks))];
    const problems = found.filter((problem) => !this.#input.tolerated.includes(problem));
    if (problems.length > 0)
      throw new MigrationError('migrationFailed', `Step 'FinalValidation' failed: ${problems[0] ?? ''}`, {
        step: 'FinalValidation',
        details: problems
      });
    const seal = await this.#seal();
    this.#timings.set('FinalValidation', { seconds: (this.#input.elapsed() - began) / 1000, rows: 0 });
    return {
      countsAfter: this.#counts,
      touched: [...this.#touched],
      quarantined: this.#quarantined,
      steps: stageNames(this.#input).map((step) => ({
        step,
        state: 'done',
        seconds: 0,
        rows: 0,
        ...this.#timings.get(step)
      })),
      ...seal
    };
  }

  async #quarantine(nameNow: (store: string) => string): Promise<void> {
    const { from, invalidRows, instant } = this.#input;
    const moved = await quarantineInvalid(this.#transaction, {
      from,
      invalidRows,
      instant,
      batches: this.#batches(),
      nameNow
    });
    for (const store of moved) {
      this.#touched.add(store).add(QUARANTINE);
      this.#dirty.add(store).add(QUARANTINE);
    }
    this.#quarantined += moved.length;
  }

  async #free(stage: Extract<Stage, { kind: 'free' }>): Promise<void> {
    const began = this.#input.elapsed();
    let rows = 0;
    this.#progress.say(stage.definition.description);
    try {
      await runFreeStep(stage, {
        transaction: this.#transaction,
        IDBKeyRange: this.#input.IDBKeyRange,
        stores: this.#target.stores,
        signal: this.#input.signal,
        onDirty: (store) => {
          this.#touched.add(store);
          this.#dirty.add(store);
        },
        onRows: (count) => {
          rows += count;
        },
        onProgress: (amount, total) =>
          this.#progress.say(`${stage.definition.description}: ${format(amount)} of ${format(total)}`)
      });
    } catch (error) {
      if (this.#input.signal.aborted) throw error;
      throw stepFailed(stageName(stage), error);
    }
    this.#timings.set(stageName(stage), { seconds: (this.#input.elapsed() - began) / 1000, rows });
  }

  async #pass(segment: Extract<Segment, { kind: 'pass' }>, checks: CheckRun | null): Promise<void> {
    for (const stage of segment.stages) {
      if (stage.kind === 'records') for (const store of Object.keys(stage.changes)) this.#touched.add(store);
      if (stage.kind === 'apply') for (const store of stage.maps) this.#touched.add(store);
    }
    const port = transactionPort(this.#transaction, this.#target, this.#batches(), (store) => this.#touched.add(store));
    const tallies = await runPass(port, {
      stages: segment.stages,
      tasks: segment.tasks,
      stores: this.#target.stores,
      version: this.#target.version,
      validate: checks !== null,
      onWritten: (store, rows) => checks?.see(store, this.#recordsOf(store, rows)),
      onRows: (store, records, made) => {
        if (!made) return this.#progress.read(store, records, this.#touched.has(store));
        this.#counts[store] = (this.#counts[store] ?? 0) + records;
        if (store === QUARANTINE) this.#quarantined += records;
        this.#progress.made(store, records);
      },
      elapsed: this.#input.elapsed
    });
    segment.stages.forEach((stage, index) => {
      const name = stageName(stage);
      const tally = tallies[index];
      const known = this.#timings.get(name) ?? { seconds: 0, rows: 0 };
      this.#timings.set(name, {
        seconds: known.seconds + (tally?.milliseconds ?? 0) / 1000,
        rows: Math.max(known.rows, tally?.rows ?? 0)
      });
    });
    // Records that a later pass or step completes are validated at the end.
    if (!checks) for (const store of this.#touched) this.#dirty.add(store);
  }

  async #validateDirty(): Promise<void> {
    for (const store of this.#dirty) {
      const definition = this.#target.stores[store];
      if (!definition) continue;
      let count = 0;
      await readInBatches(this.#transaction.objectStore(store), this.#batches(), (rows) => {
        count += countRecords(definition, rows);
        for (const row of rows) {
          const problem = problemsOf(store, definition, row)[0];
          if (problem) {
            throw new MigrationError(
              'migrationFailed',
              `Step 'FinalValidation' failed: ${store} ${JSON.stringify(problem.key)}, field ${problem.field}: ${problem.reason}`,
              { step: 'FinalValidation', details: [problem] }
            );
          }
        }
      });
      this.#counts[store] = count;
    }
  }

  /** Checks that no pass could answer, where they concern something that was written. */
  async #runOpenChecks(checks: CheckRun): Promise<string[]> {
    const open = checks.unanswered.filter((check) => check.observes.some((store) => this.#touched.has(store)));
    if (open.length === 0) return [];
    const run = CheckRun.over(open);
    for (const store of new Set(open.flatMap((check) => check.observes))) {
      await this.#read(store, (rows) => run.see(store, this.#recordsOf(store, rows)));
    }
    return run.problems();
  }

  #recordsOf(store: string, rows: readonly Row[]): readonly Row[] {
    const definition = this.#target.stores[store];
    return definition?.packed ? rows.flatMap((row) => recordsOf(definition, row)) : rows;
  }

  #read(store: string, onRows: (rows: Row[]) => void): Promise<number> {
    return readInBatches(this.#transaction.objectStore(store), this.#batches(), onRows);
  }

  async #verifyCounts(): Promise<void> {
    for (const store of this.#touched) {
      const definition = this.#target.stores[store];
      if (!definition || definition.packed) continue;
      const there = await done(this.#transaction.objectStore(store).count());
      if (there !== this.#counts[store]) {
        throw new MigrationError(
          'migrationFailed',
          `Step 'FinalValidation' failed: ${store} holds ${there} records instead of ${this.#counts[store] ?? 0}`,
          { step: 'FinalValidation' }
        );
      }
    }
  }

  /** The last writes of the transaction: epoch, sequence, and the sentinel that says the version is complete. */
  async #seal(): Promise<{ epoch: number; sequence: number }> {
    const meta = this.#transaction.objectStore(META);
    const epoch = ((await done(meta.get('epoch') as IDBRequest<EpochRow | undefined>))?.value ?? 0) + 1;
    const sequence = ((await done(meta.get('sequence') as IDBRequest<SequenceRow | undefined>))?.value ?? 0) + 1;
    await putSeal(meta, {
      version: this.#target,
      epoch,
      sequence,
      counts: this.#counts,
      definitions: this.#input.definitions,
      completedAt: this.#input.instant,
      touched: [...this.#touched].sort()
    });
    return { epoch, sequence };
  }

  #batches(): { IDBKeyRange: typeof IDBKeyRange; signal: AbortSignal; rows: number } {
    return { IDBKeyRange: this.#input.IDBKeyRange, signal: this.#input.signal, rows: 1000 };
  }
}
