/** The page's side of the worker: starts it on demand, gives it jobs, ends it when the page is put aside. */
import { isWorkerReply, type FailureMessage, type Job, type WorkerReply, type WorkerRequest } from '../protocol';
import type { Surroundings, WorkerPort } from './surroundings';
import type { VerbResults } from './verb-results';

/** A job that failed, with the code and sentence that crossed the thread. */
export class JobFailure extends Error {
  readonly failure: FailureMessage;

  constructor(failure: FailureMessage) {
    super(failure.message);
    this.name = 'JobFailure';
    this.failure = failure;
  }
}

export interface JobOptions {
  readonly onProgress?: (fraction: number, message: string) => void;
  readonly signal?: AbortSignal;
}

interface Pending extends JobOptions {
  resolve(value: unknown): void;
  reject(error: JobFailure): void;
}

export class WorkerClient {
  readonly #start: Surroundings['startWorker'];
  #port: WorkerPort | null = null;
  #lastId = 0;
  readonly #pending = new Map<number, Pending>();
  readonly #idle = new Set<() => void>();

  constructor(start: Surroundings['startWorker']) {
    this.#start = start;
  }

  /** Rejects with a {@link JobFailure}, whatever went wrong. Aborting the signal asks the job to stop. */
  run<J extends Job>(job: J, options: JobOptions = {}): Promise<VerbResults[J['verb']]> {
    return new Promise((resolve, reject) => {
      const id = ++this.#lastId;
      this.#pending.set(id, { ...options, resolve: (value) => resolve(value as VerbResults[J['verb']]), reject });
      options.signal?.addEventListener('abort', () => {
        if (this.#pending.has(id)) this.#post({ type: 'cancel', id });
      });
      this.#post({ type: 'request', id, job });
    });
  }

  /** Has what the worker keeps open closed. Resolves when that is done and no job is left, or after `patience` milliseconds. */
  async settle(patience: number): Promise<void> {
    if (this.#port === null) return;
    await new Promise<void>((resolve) => {
      const over = (): void => {
        clearTimeout(timer);
        this.#idle.delete(over);
        resolve();
      };
      const timer = setTimeout(over, patience);
      this.#idle.add(over);
      this.run({ verb: 'letGo' }).catch(() => undefined);
    });
  }

  /** Ends the worker at once. Jobs that were running fail with `code`. */
  stop(code: string, sentence: string): void {
    this.#port?.terminate();
    this.#port = null;
    this.#failAll({ code, message: sentence, step: null, details: [] });
  }

  #post(message: WorkerRequest): void {
    try {
      this.#port ??= this.#open();
      this.#port.post(message);
    } catch (error) {
      this.stop('unexpected', `The app's background worker could not be started: ${String(error)}`);
    }
  }

  #open(): WorkerPort {
    const port = this.#start();
    port.onMessage((message) => {
      // What an ended worker had already sent is no longer wanted.
      if (port === this.#port && isWorkerReply(message)) this.#receive(message);
    });
    port.onError((detail) => {
      if (port === this.#port) this.stop('unexpected', `The app's background worker stopped: ${detail}`);
    });
    return port;
  }

  #receive(reply: WorkerReply): void {
    const pending = this.#pending.get(reply.id);
    if (pending === undefined) return;
    if (reply.type === 'progress') return pending.onProgress?.(reply.fraction, reply.message);
    this.#pending.delete(reply.id);
    if (reply.type === 'answer') pending.resolve(reply.value);
    else pending.reject(new JobFailure(reply.failure));
    if (this.#pending.size === 0) for (const over of [...this.#idle]) over();
  }

  #failAll(failure: FailureMessage): void {
    const pending = [...this.#pending.values()];
    this.#pending.clear();
    for (const job of pending) job.reject(new JobFailure(failure));
    for (const over of [...this.#idle]) over();
  }
}
