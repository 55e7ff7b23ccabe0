/** The upgrade of the data: looked at first, then done by the worker while this page lets go of the data. */
import type { BackupInfo } from '../migration';
import type { BootGate } from './boot.svelte';
import type { Failure, Upgrade, UpgradePlan, UpgradeState, VersionNews } from './contract';
import { diagnosticReport } from './diagnostic-report';
import { failureOf } from './failure';
import type { Surroundings } from './surroundings';
import type { WorkerClient } from './worker-client';

/** Seconds between two ticks of the elapsed time. */
const tick = 1;
/** The fraction at which the work is committed: from here on it can no longer be cancelled. */
const committed = 0.9;
/** Milliseconds a cancelled job gets to end by itself before its worker is ended. */
const cancelPatience = 10_000;

const noPlan: UpgradePlan = {
  fromVersion: '',
  toVersion: '',
  migrationType: 'lightweight',
  estimatedTime: 0,
  backupRequired: true,
  customMigrationSteps: [],
  description: ''
};

type Running = Extract<UpgradeState, { kind: 'running' }>;

export class DataUpgrade implements Upgrade {
  readonly #surroundings: Surroundings;
  readonly #client: WorkerClient;
  readonly #boot: BootGate;

  #state = $state.raw<UpgradeState | null>(null);
  /** What the shown state is about; the gate forgets its plan when the upgrade is done. */
  #plan = $state.raw<UpgradePlan | null>(null);
  #abort: AbortController | null = null;

  constructor(surroundings: Surroundings, client: WorkerClient, boot: BootGate) {
    this.#surroundings = surroundings;
    this.#client = client;
    this.#boot = boot;
  }

  get state(): UpgradeState {
    return this.#state ?? { kind: 'analysing', plan: this.#planned() };
  }

  get news(): readonly VersionNews[] {
    const { news } = this.#boot;
    const plan = this.#planned();
    const from = news.findIndex((entry) => entry.version === plan.fromVersion);
    const to = news.findIndex((entry) => entry.version === plan.toVersion);
    return news.slice(from + 1, to + 1);
  }

  async analyse(): Promise<void> {
    if (this.#state?.kind === 'running') return;
    const plan = this.#boot.plan ?? this.#planned();
    this.#plan = plan;
    this.#state = { kind: 'analysing', plan };
    try {
      const analysis = await this.#client.run({ verb: 'analyse', from: plan.fromVersion, to: plan.toVersion });
      this.#state = { kind: 'offered', plan, analysis };
    } catch (error) {
      this.#state = { kind: 'analysisFailed', plan, failure: failureOf(error) };
    }
  }

  async run({ invalidRows }: { invalidRows: 'stop' | 'quarantine' }): Promise<void> {
    if (this.#state?.kind === 'running') return;
    const plan = this.#boot.plan ?? this.#planned();
    this.#plan = plan;
    const abort = new AbortController();
    this.#abort = abort;
    const started = this.#surroundings.now().getTime();
    this.#state = {
      kind: 'running',
      plan,
      fraction: 0,
      message: 'Getting ready…',
      elapsedSeconds: 0,
      remainingSeconds: null,
      canCancel: true,
      cancelling: false
    };
    const elapsed = (): number => Math.floor((this.#surroundings.now().getTime() - started) / 1000);
    const clock = setInterval(() => this.#update({ elapsedSeconds: elapsed() }), tick * 1000);
    let end: UpgradeState;
    try {
      await this.#boot.handOver();
      const report = await this.#client.run(
        { verb: 'migrate', from: plan.fromVersion, to: plan.toVersion, invalidRows },
        { signal: abort.signal, onProgress: (fraction, message) => this.#progress(fraction, message, elapsed()) }
      );
      end = { kind: 'succeeded', report };
    } catch (error) {
      const failure = failureOf(error);
      end = { kind: 'failed', plan, failure, backup: await this.#backupOf(failure, started) };
      // An upgrade that something does not make way for still stands before all that is asked of the database after it.
      this.#client.stop('windowPutAside', 'The upgrade has failed; this was not finished.');
    } finally {
      clearInterval(clock);
      this.#abort = null;
    }
    // The gate first, so that whoever sees the end finds the data open behind it.
    await this.#boot.regate();
    this.#state = end;
  }

  cancel(): void {
    const state = this.#state;
    const abort = this.#abort;
    if (state?.kind !== 'running' || !state.canCancel || state.cancelling || abort === null) return;
    this.#state = { ...state, cancelling: true, message: 'Cancelling: everything goes back to how it was…' };
    abort.abort();
    setTimeout(() => {
      if (this.#abort === abort) this.#client.stop('migrationCancelled', 'Migration was cancelled by user');
    }, cancelPatience);
  }

  async diagnosticReport(): Promise<string> {
    const state = this.#state;
    const failure = state?.kind === 'failed' || state?.kind === 'analysisFailed' ? state.failure : null;
    const plan = this.#planned();
    const diagnosis = await this.#client.run({ verb: 'diagnose' });
    return diagnosticReport({
      at: this.#surroundings.now(),
      appVersion: this.#surroundings.appVersion,
      fromVersion: plan.fromVersion,
      toVersion: plan.toVersion,
      failure,
      diagnosis
    });
  }

  #planned(): UpgradePlan {
    return this.#plan ?? this.#boot.plan ?? noPlan;
  }

  #progress(fraction: number, message: string, elapsedSeconds: number): void {
    // Early fractions say little about the rest.
    const remainingSeconds = fraction < 0.05 ? null : Math.ceil((elapsedSeconds * (1 - fraction)) / fraction);
    const state = this.#state;
    const shown = state?.kind === 'running' && state.cancelling ? state.message : message;
    this.#update({ fraction, message: shown, elapsedSeconds, remainingSeconds, canCancel: fraction < committed });
  }

  #update(change: Partial<Running>): void {
    if (this.#state?.kind === 'running') this.#state = { ...this.#state, ...change };
  }

  /** The backup that the failed attempt had made, so that the person can keep it. */
  async #backupOf(failure: Failure, started: number): Promise<BackupInfo | null> {
    if (failure.code === 'windowPutAside') return null;
    try {
      const { backups } = await this.#client.run({ verb: 'readArchive' });
      const own = backups.filter((backup) => Date.parse(backup.createdAt) >= started && backup.verifiedAt !== null);
      return own.sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1))[0] ?? null;
    } catch {
      // The failure itself is what the person must see; a list that cannot be read does not replace it.
      return null;
    }
  }
}
