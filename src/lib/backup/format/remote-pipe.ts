/** The pipe with a helper: text goes to a worker, compressed bytes come back and go to the sink. */
import type { FileSink } from '../places/file-place';
import { pipeAnswers } from './pipe-answers';
import type { FromHelper, ToHelper } from './pipe-messages';
import { BACKLOG, type TextPipe } from './text-pipe';
import { TextPieces } from './text-pieces';

export class RemotePipe implements TextPipe {
  readonly #helper: Worker;
  readonly #sink: FileSink;
  readonly #text = new TextPieces();
  #answer: (message: ToHelper) => void;
  /** What was said so far, until the helper is known to have started. */
  #said: ToHelper[] | null = [];
  #sent = 0;
  #taken = 0;
  #produced = 0;
  #writing: Promise<void> = Promise.resolve();
  #failure: { readonly error: unknown } | null = null;
  readonly #digests: Deferred<string>[] = [];
  /** Each waits until so many bytes have been taken. */
  #waiting: { readonly until: number; resolve(): void; reject(error: unknown): void }[] = [];
  readonly #closed = deferred<number>();

  /** Takes over a helper that has just been made. Should it not start, its work is done on this thread. */
  constructor(helper: Worker, sink: FileSink, patience: number) {
    this.#helper = helper;
    this.#sink = sink;
    // Until it has started, what was said may have to be said again: only then are bytes given away.
    this.#answer = (message) =>
      helper.postMessage(message, message.kind === 'text' && !this.#said ? [message.bytes.buffer] : []);
    const giveUp = setTimeout(() => this.#helpMyself(), patience);
    helper.onmessage = ({ data }: MessageEvent<FromHelper>) => {
      clearTimeout(giveUp);
      this.#said = null;
      this.#hear(data);
    };
    helper.onerror = ({ message }) => {
      clearTimeout(giveUp);
      if (this.#said) this.#helpMyself();
      else this.#fail(new Error(`The helper for backups stopped: ${message}`));
    };
  }

  text(text: string): void {
    if (this.#failure) throw this.#failure.error;
    this.#give(this.#text.add(text));
  }

  begin(): void {
    this.#say({ kind: 'begin' });
  }

  end(): Promise<string> {
    const digest = deferred<string>();
    if (this.#failure) digest.reject(this.#failure.error);
    else this.#digests.push(digest);
    this.#say({ kind: 'end' });
    return digest.promise;
  }

  drained(): void | Promise<void> {
    if (this.#sent - this.#taken > BACKLOG) return this.#takenUpTo(this.#sent - BACKLOG / 2).then(() => this.#writing);
  }

  whenCompressed(callback: (bytes: number) => void): void {
    this.#takenUpTo(this.#sent).then(
      () => callback(this.#produced),
      () => {}
    );
  }

  async close(): Promise<number> {
    this.#say({ kind: 'close' });
    const length = await this.#closed.promise;
    this.#helper.terminate();
    return length;
  }

  async abort(reason: unknown): Promise<unknown> {
    this.#said = null;
    this.#helper.terminate();
    const cause = this.#failure?.error ?? reason;
    this.#fail(cause);
    await this.#writing.catch(() => {});
    return cause;
  }

  #helpMyself(): void {
    if (!this.#said) return;
    this.#helper.onmessage = null;
    this.#helper.onerror = null;
    this.#helper.terminate();
    this.#answer = pipeAnswers((message) => this.#hear(message));
    const said = this.#said;
    this.#said = null;
    said.forEach(this.#answer);
  }

  #hear(message: FromHelper): void {
    switch (message.kind) {
      case 'taken':
        this.#taken += message.length;
        this.#produced = message.produced;
        this.#waiting = this.#waiting.filter((one) => one.until > this.#taken || one.resolve());
        return;
      case 'bytes':
        this.#writing = this.#writing.then(() => this.#sink.write(message.bytes));
        this.#writing.catch((error: unknown) => this.#fail(error));
        return;
      case 'digest':
        this.#digests.shift()?.resolve(message.digest);
        return;
      case 'closed':
        this.#writing.then(() => this.#closed.resolve(message.length), this.#closed.reject);
        return;
      case 'failed':
        this.#fail(new Error(message.reason));
    }
  }

  #fail(error: unknown): void {
    this.#failure ??= { error };
    this.#closed.reject(error);
    this.#digests.splice(0).forEach((digest) => digest.reject(error));
    this.#waiting.splice(0).forEach((one) => one.reject(error));
  }

  #takenUpTo(until: number): Promise<void> {
    if (this.#failure) return Promise.reject(this.#failure.error);
    if (this.#taken >= until) return Promise.resolve();
    return new Promise((resolve, reject) => this.#waiting.push({ until, resolve, reject }));
  }

  #say(message: ToHelper): void {
    this.#give(this.#text.rest());
    this.#send(message);
  }

  #send(message: ToHelper): void {
    this.#said?.push(message);
    this.#answer(message);
  }

  #give(bytes: Uint8Array<ArrayBuffer> | null): void {
    if (bytes === null) return;
    // Before it is given away, which leaves nothing to measure.
    this.#sent += bytes.length;
    this.#send({ kind: 'text', bytes });
  }
}

interface Deferred<T> {
  readonly promise: Promise<T>;
  resolve(value: T): void;
  reject(error: unknown): void;
}

/** A promise to be settled from outside; that it fails before somebody waits for it is no unhandled failure. */
function deferred<T>(): Deferred<T> {
  let resolve: Deferred<T>['resolve'] = () => {};
  let reject: Deferred<T>['reject'] = () => {};
  const promise = new Promise<T>((...settle) => ([resolve, reject] = settle));
  promise.catch(() => {});
  return { promise, resolve, reject };
}
