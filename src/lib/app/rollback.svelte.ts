/** Going back to an older data version: what it would do is shown first. */
import type { RollbackPreview } from '../migration';
import type { BootGate } from './boot.svelte';
import type { Rollback, RollbackState } from './contract';
import { failureOf } from './failure';
import type { WorkerClient } from './worker-client';

/** Milliseconds a cancelled job gets to end by itself before its worker is ended. */
const cancelPatience = 10_000;

export class DataRollback implements Rollback {
  readonly #client: WorkerClient;
  readonly #boot: BootGate;

  #state = $state.raw<RollbackState>({ kind: 'idle' });
  #abort: AbortController | null = null;

  constructor(client: WorkerClient, boot: BootGate) {
    this.#client = client;
    this.#boot = boot;
  }

  get state(): RollbackState {
    return this.#state;
  }

  get targets(): readonly string[] {
    const { state, news } = this.#boot;
    if (state.kind !== 'ready') return [];
    const at = news.findIndex(({ version }) => version === state.status.currentVersion);
    return news
      .slice(0, Math.max(0, at))
      .map(({ version }) => version)
      .reverse();
  }

  async look(to: string): Promise<void> {
    if (this.#state.kind === 'running') return;
    this.#state = { kind: 'looking', to };
    let end: RollbackState;
    try {
      end = { kind: 'preview', preview: await this.#client.run({ verb: 'previewRollback', to }) };
    } catch (error) {
      end = { kind: 'failed', to, failure: failureOf(error) };
    }
    const now = this.#state as RollbackState;
    if (now.kind === 'looking' && now.to === to) this.#state = end;
  }

  async run(): Promise<void> {
    if (this.#state.kind !== 'preview') return;
    const { preview } = this.#state;
    const abort = new AbortController();
    this.#abort = abort;
    this.#state = { kind: 'running', preview, fraction: 0, message: 'Getting ready…', cancelling: false };
    const end = await this.#work(preview, abort.signal);
    this.#abort = null;
    await this.#boot.regate();
    this.#state = end;
  }

  cancel(): void {
    const abort = this.#abort;
    if (this.#state.kind !== 'running' || abort === null || abort.signal.aborted) return;
    this.#state = { ...this.#state, cancelling: true, message: 'Cancelling: everything stays as it was…' };
    abort.abort();
    setTimeout(() => {
      if (this.#abort === abort) this.#client.stop('migrationCancelled', 'The rollback was cancelled.');
    }, cancelPatience);
  }

  leave(): void {
    if (this.#state.kind !== 'running') this.#state = { kind: 'idle' };
  }

  async #work(preview: RollbackPreview, signal: AbortSignal): Promise<RollbackState> {
    const onProgress = (fraction: number, message: string): void => {
      const state = this.#state;
      if (state.kind === 'running')
        this.#state = { ...state, fraction, message: state.cancelling ? state.message : message };
    };
    try {
      await this.#boot.handOver();
      const report = await this.#client.run({ verb: 'rollBack', to: preview.toVersion }, { signal, onProgress });
      // Who goes back is not asked at once to go forward again.
      this.#boot.rememberDeclined();
      this.#boot.tellChanged();
      return { kind: 'succeeded', report };
    } catch (error) {
      return { kind: 'failed', to: preview.toVersion, failure: failureOf(error) };
    }
  }
}
