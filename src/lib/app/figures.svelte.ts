/** What the portfolio comes to, as the screens ask for it. The worker computes; this keeps answers up to date. */
import { untrack } from 'svelte';
import type { AnswerTo, FigureQuestion } from '../domain';
import type { BootGate } from './boot.svelte';
import type { Failure, Figures, WatchedFigures } from './contract';
import { failureOf } from './failure';
import type { Surroundings } from './surroundings';
import { JobFailure, type WorkerClient } from './worker-client';

/** Failures of a window that is on its way through the gate: afterwards everything is asked anew. */
const comesBack: ReadonlySet<string> = new Set(['staleWindow', 'windowPutAside']);

export class PortfolioFigures implements Figures {
  readonly #surroundings: Pick<Surroundings, 'today' | 'onNewDay'>;
  #today = $state.raw('');
  #followsDays = false;
  readonly #client: WorkerClient;
  readonly #boot: BootGate;
  #followed: readonly Reloadable[] = [];

  constructor(surroundings: Pick<Surroundings, 'today' | 'onNewDay'>, client: WorkerClient, boot: BootGate) {
    this.#surroundings = surroundings;
    this.#today = surroundings.today();
    this.#client = client;
    this.#boot = boot;
    const renew = (): void => {
      for (const followed of this.#followed) followed.reload();
    };
    boot.onReady(renew);
    boot.onOwnChange(renew);
  }

  get today(): string {
    return this.#today;
  }

  watch<Q extends FigureQuestion>(question: () => Q | null): WatchedFigures<Q> {
    const followed = this.follow<Q>();
    $effect(() => {
      const asked = question();
      untrack(() => followed.put(asked));
    });
    $effect(() => () => followed.end());
    return followed;
  }

  /** The same without a component: the caller puts the questions, and ends it. */
  follow<Q extends FigureQuestion>(): FollowedQuestion<Q> {
    const followed = new FollowedQuestion<Q>({
      ask: (question, signal) => this.ask(question, signal),
      isOpen: () => this.#boot.standing !== null,
      onEnd: () => (this.#followed = this.#followed.filter((other) => other !== followed))
    });
    this.#followed = [...this.#followed, followed];
    this.#followDays();
    return followed;
  }

  async ask<Q extends FigureQuestion>(question: Q, signal?: AbortSignal): Promise<AnswerTo<Q>> {
    const { standing } = this.#boot;
    if (standing === null) {
      throw new Error('Your data is not open in this window just now, so nothing was read. Try again in a moment.');
    }
    try {
      const job = { verb: 'readFigures', standing, question } as const;
      return (await this.#client.run(job, signal === undefined ? {} : { signal })) as AnswerTo<Q>;
    } catch (error) {
      if (error instanceof JobFailure && error.failure.code === 'staleWindow') void this.#boot.regate();
      throw error;
    }
  }

  /** From the first figures on; what was asked of the day before is asked anew by those who watch `today`. */
  #followDays(): void {
    if (this.#followsDays) return;
    this.#followsDays = true;
    this.#surroundings.onNewDay((day) => (this.#today = day));
  }
}

interface Reloadable {
  reload(): void;
}

interface Asking<Q extends FigureQuestion> {
  ask(question: Q, signal: AbortSignal): Promise<AnswerTo<Q>>;
  /** Whether the data can be read now. */
  isOpen(): boolean;
  onEnd(): void;
}

/** One question of one screen, and the newest answer to it. */
export class FollowedQuestion<Q extends FigureQuestion> implements WatchedFigures<Q> {
  readonly #asking: Asking<Q>;
  #value = $state.raw<AnswerTo<Q> | null>(null);
  /** From the start: an answer of nothing must not be told before there is one. */
  #loading = $state.raw(true);
  #failure = $state.raw<Failure | null>(null);
  #question: Q | null = null;
  #run: AbortController | null = null;

  constructor(asking: Asking<Q>) {
    this.#asking = asking;
  }

  get value(): AnswerTo<Q> | null {
    return this.#value;
  }

  get loading(): boolean {
    return this.#loading;
  }

  get failure(): Failure | null {
    return this.#failure;
  }

  put(question: Q | null): void {
    this.#question = question;
    this.reload();
  }

  reload(): void {
    this.#run?.abort();
    this.#run = null;
    this.#loading = this.#question !== null;
    // Where the data is not open, it is asked once it is.
    if (this.#question !== null && this.#asking.isOpen()) void this.#ask(this.#question);
  }

  end(): void {
    this.put(null);
    this.#asking.onEnd();
  }

  async #ask(question: Q): Promise<void> {
    const run = new AbortController();
    this.#run = run;
    try {
      const value = await this.#asking.ask(question, run.signal);
      if (run !== this.#run) return;
      this.#value = value;
      this.#failure = null;
    } catch (error) {
      if (run !== this.#run) return;
      const failure = failureOf(error);
      if (comesBack.has(failure.code)) return;
      this.#failure = failure;
    }
    this.#loading = false;
  }
}
