/** The portfolio at whatever version it is. Reading and writing is the worker's work; this holds what is shown. */
import type { AssetLine, PortfolioView } from '../domain';
import type { AssetChange, Standing } from '../protocol';
import type { BootGate } from './boot.svelte';
import type { Failure, Portfolio } from './contract';
import { failureOf } from './failure';
import type { Surroundings } from './surroundings';
import type { AssetDetails } from './verb-results';
import { JobFailure, type WorkerClient } from './worker-client';

export class PortfolioReader implements Portfolio {
  readonly #surroundings: Surroundings;
  readonly #client: WorkerClient;
  readonly #boot: BootGate;

  #view = $state.raw<PortfolioView | null>(null);
  #loading = $state.raw(false);
  #failure = $state.raw<Failure | null>(null);
  #reading: AbortController | null = null;

  constructor(surroundings: Surroundings, client: WorkerClient, boot: BootGate) {
    this.#surroundings = surroundings;
    this.#client = client;
    this.#boot = boot;
    boot.onReady(() => {
      if (this.#view !== null || this.#failure !== null) void this.load();
    });
  }

  get view(): PortfolioView | null {
    return this.#view;
  }

  get loading(): boolean {
    return this.#loading;
  }

  get failure(): Failure | null {
    return this.#failure;
  }

  async load(): Promise<void> {
    this.#reading?.abort();
    const reading = new AbortController();
    this.#reading = reading;
    this.#loading = true;
    const lines: AssetLine[] = [];
    try {
      const standing = this.#standing();
      const figures = await this.#client.run(
        { verb: 'readPortfolio', standing, day: this.#surroundings.today() },
        {
          signal: reading.signal,
          onPart: (part) => {
            for (const line of part as readonly AssetLine[]) lines.push(line);
          }
        }
      );
      if (reading !== this.#reading) return;
      this.#view = { ...figures, lines };
      this.#failure = null;
    } catch (error) {
      if (reading !== this.#reading) return;
      this.#failure = this.#heed(error);
    } finally {
      if (reading === this.#reading) this.#loading = false;
    }
  }

  async saveAsset(id: string, change: AssetChange): Promise<boolean> {
    try {
      await this.#client.run({ verb: 'saveAsset', standing: this.#standing(), id, change });
    } catch (error) {
      if (error instanceof JobFailure && error.failure.code === 'changedElsewhere') return false;
      throw new Error(this.#heed(error).message, { cause: error });
    }
    this.#boot.tellChanged();
    await this.load();
    return true;
  }

  async asset(id: string): Promise<AssetDetails | null> {
    return this.#client.run({ verb: 'readAsset', standing: this.#standing(), id });
  }

  #standing(): Standing {
    const { standing } = this.#boot;
    if (standing === null) {
      throw new Error(
        'Your data is not open in this window just now, so nothing was read or written. Try again in a moment.'
      );
    }
    return standing;
  }

  /** A refusal of a stale window sends it through the gate again. */
  #heed(error: unknown): Failure {
    if (error instanceof JobFailure && error.failure.code === 'staleWindow') void this.#boot.regate();
    return failureOf(error);
  }
}
