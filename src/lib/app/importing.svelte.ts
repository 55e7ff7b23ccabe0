/** Files on their way in: what is shown of them, and what the person says. Reading and writing is the worker's work. */
import { nothingSaid, sayMore, type DecisionSaid, type Said } from '../import/said';
import type { ImportAsked, Standing } from '../protocol';
import { askToKeep } from './ask-to-keep';
import type { BootGate } from './boot.svelte';
import type {
  AccountChoice,
  AssetChoice,
  Failure,
  Importing,
  ImportState,
  MappingChange,
  RowDecision,
  RowStatus
} from './contract';
import { failureOf } from './failure';
import type { Surroundings } from './surroundings';
import type { VerbResults } from './verb-results';
import { JobFailure, type WorkerClient } from './worker-client';

/** Milliseconds a cancelled job gets to end by itself before its worker is ended. */
const cancelPatience = 10_000;
/** Rows of the first window. */
const firstRows = 100;

interface OpenFile {
  readonly session: string;
  readonly file: File;
  /** Null until the file was looked at: what was said of the last one of its shape may count. */
  said: Said | null;
  decisions: readonly DecisionSaid[];
  window: { readonly from: number; readonly count: number; readonly filter: RowStatus | null };
}

export class FileImport implements Importing {
  readonly #surroundings: Surroundings;
  readonly #client: WorkerClient;
  readonly #boot: BootGate;

  #state = $state.raw<ImportState>({ kind: 'idle' });
  #waiting = $state.raw<readonly File[]>([]);
  #open: OpenFile | null = null;
  #abort: AbortController | null = null;
  #sessions = 0;
  /** The step that the last import was kept as; null where it cannot be undone. */
  #step: string | null = null;

  constructor(surroundings: Surroundings, client: WorkerClient, boot: BootGate) {
    this.#surroundings = surroundings;
    this.#client = client;
    this.#boot = boot;
  }

  get state(): ImportState {
    return this.#state;
  }

  get waiting(): readonly string[] {
    return this.#waiting.map(({ name }) => name);
  }

  async chooseFile(file: File): Promise<void> {
    await this.chooseFiles([file]);
  }

  async chooseFiles(files: readonly File[]): Promise<void> {
    const [first, ...others] = files;
    if (first === undefined || this.#state.kind === 'running') return;
    this.#waiting = others;
    await this.#look(first);
  }

  async setMapping(change: MappingChange): Promise<void> {
    await this.#say((said) => sayMore(said, change));
  }

  async setAccount(value: string, choice: AccountChoice): Promise<void> {
    await this.#say((said) => ({ ...said, accounts: { ...said.accounts, [value]: choice } }));
  }

  async setAsset(key: string, choice: AssetChoice | null): Promise<void> {
    await this.#say((said) => {
      const { [key]: _before, ...others } = said.assets;
      return { ...said, assets: choice === null ? others : { ...others, [key]: choice } };
    });
  }

  async showRows(): Promise<void> {
    const state = this.#state;
    if (state.kind === 'columns' && state.columns.missing.length === 0) await this.#preview('rows');
  }

  showColumns(): void {
    const state = this.#state;
    if (state.kind === 'rows') this.#state = { kind: 'columns', columns: state.columns, busy: state.busy };
  }

  async show(request: { from: number; count: number; filter?: RowStatus | null }): Promise<void> {
    const open = this.#open;
    if (open === null || this.#state.kind !== 'rows') return;
    const { from, count, filter = open.window.filter } = request;
    open.window = { from, count, filter };
    await this.#preview('rows');
  }

  async decide(rows: readonly number[], decision: RowDecision | null): Promise<void> {
    await this.#decide({ rows: [...rows], decision });
  }

  async decideAll(status: RowStatus, decision: RowDecision | null): Promise<void> {
    await this.#decide({ rows: status, decision });
  }

  async run(): Promise<void> {
    const open = this.#open;
    const state = this.#state;
    if (open === null || state.kind !== 'rows' || state.rows.counts.bookings === 0) return;
    const { name } = open.file;
    const abort = new AbortController();
    this.#abort?.abort();
    this.#abort = abort;
    this.#state = { kind: 'running', name, fraction: 0, message: 'Getting ready…', cancelling: false };
    try {
      const { outcome, summary } = await this.#client.run(
        { verb: 'runImport', standing: this.#standing(), asked: this.#asked(open) },
        { signal: abort.signal, onProgress: (fraction, message) => this.#progress(fraction, message) }
      );
      if (outcome.kind === 'saved') {
        this.#step = outcome.undoNote === null ? (outcome.steps?.undoable?.id ?? null) : null;
        this.#boot.tellChanged();
        void askToKeep(this.#surroundings);
        const notes = outcome.undoNote === null ? [] : [outcome.undoNote];
        const sentences = [...summary.sentences, ...notes];
        this.#state = { kind: 'done', summary: { ...summary, name, sentences }, undone: false, busy: false };
      } else {
        const message = outcome.kind === 'nothing' ? 'Nothing was written.' : outcome.message;
        this.#state = { kind: 'failed', name, failure: failure(outcome.kind, message), cancelled: false };
      }
    } catch (error) {
      this.#state = { kind: 'failed', name, failure: this.#heed(error), cancelled: abort.signal.aborted };
    } finally {
      if (this.#abort === abort) this.#abort = null;
    }
  }

  cancel(): void {
    const abort = this.#abort;
    if (abort === null || abort.signal.aborted) return;
    if (this.#state.kind === 'running') {
      this.#state = { ...this.#state, cancelling: true, message: 'Cancelling: everything stays as it was…' };
    }
    abort.abort();
    setTimeout(() => {
      if (this.#abort === abort) this.#client.stop('cancelled', 'The import was cancelled.');
    }, cancelPatience);
  }

  async retry(): Promise<void> {
    if (this.#state.kind === 'failed' && this.#open !== null) await this.#look(this.#open.file, this.#open);
  }

  async undo(): Promise<void> {
    const state = this.#state;
    const step = this.#step;
    if (state.kind !== 'done' || state.undone || state.busy) return;
    if (step === null)
      throw new Error(
        'This import cannot be taken back by itself. The backup that was made before holds your data as it was.'
      );
    this.#state = { ...state, busy: true };
    try {
      const standing = this.#standing();
      const { steps } = await this.#client.run({ verb: 'listRecords', standing });
      if (steps?.undoable?.id !== step) {
        throw new Error('Something else was changed since this import. Undo that first, then the import.');
      }
      const outcome = await this.#client.run({ verb: 'takeStep', standing, direction: 'undo', leaveChanged: false });
      if (outcome.kind !== 'saved')
        throw new Error(outcome.kind === 'nothing' ? 'There is nothing left to undo.' : outcome.message);
      this.#step = null;
      this.#boot.tellChanged();
      this.#state = { ...state, undone: true, busy: false };
    } catch (error) {
      this.#state = { ...state, busy: false };
      throw new Error(this.#heed(error).message, { cause: error });
    }
  }

  async leave(): Promise<void> {
    if (this.#state.kind === 'running') return;
    this.#abort?.abort();
    this.#abort = null;
    this.#open = null;
    const [next, ...others] = this.#waiting;
    this.#waiting = others;
    if (next === undefined) this.#state = { kind: 'idle' };
    else await this.#look(next);
  }

  /** `again`: a file that was looked at before, with what was said of it. */
  async #look(file: File, again: OpenFile | null = null): Promise<void> {
    const open = again ?? {
      session: `${this.#surroundings.window} ${++this.#sessions}`,
      file,
      said: null,
      decisions: [],
      window: { from: 0, count: firstRows, filter: null }
    };
    const abort = new AbortController();
    this.#abort?.abort();
    this.#abort = abort;
    this.#open = open;
    const { name } = file;
    this.#state = { kind: 'reading', name, fraction: 0, message: 'Reading the file…' };
    let end: ImportState;
    try {
      const seen = await this.#ask(open, abort.signal);
      open.said = seen.said as Said;
      const { columns, rows } = seen;
      const known = columns.format !== null || columns.remembered;
      const sure =
        columns.guesses.every((guess) => guess.sure) && columns.words.every(({ meaning }) => meaning !== null);
      const atRows = columns.missing.length === 0 && ((known && sure) || again !== null);
      end = atRows ? { kind: 'rows', columns, rows, busy: false } : { kind: 'columns', columns, busy: false };
    } catch (error) {
      const { message } = this.#heed(error);
      end = { kind: 'refused', name, sentence: message };
    }
    // Another file was chosen meanwhile, or none is wanted any more.
    if (this.#abort !== abort) return;
    this.#abort = null;
    if (abort.signal.aborted) this.#open = null;
    this.#state = abort.signal.aborted ? { kind: 'idle' } : end;
  }

  async #say(change: (said: Said) => Said): Promise<void> {
    const open = this.#open;
    const { kind } = this.#state;
    if (open === null || (kind !== 'columns' && kind !== 'rows')) return;
    const before = open.said ?? nothingSaid;
    const changed = change(before);
    // Rows may become others: what was decided on them by their places no longer counts.
    if (changed.columns !== before.columns || changed.words !== before.words)
      open.decisions = open.decisions.filter(({ rows }) => typeof rows === 'string');
    open.said = changed;
    await this.#preview(kind);
  }

  async #decide(decision: DecisionSaid): Promise<void> {
    const open = this.#open;
    if (open === null || this.#state.kind !== 'rows') return;
    open.decisions = [...open.decisions, decision];
    await this.#preview('rows');
  }

  /** Works out what is shown anew; a later change overtakes this one. */
  async #preview(next: 'columns' | 'rows'): Promise<void> {
    const open = this.#open;
    const state = this.#state;
    if (open === null || (state.kind !== 'columns' && state.kind !== 'rows')) return;
    const abort = new AbortController();
    this.#abort?.abort();
    this.#abort = abort;
    this.#state = { ...state, busy: true };
    try {
      const { columns, rows } = await this.#ask(open, abort.signal);
      if (this.#abort !== abort) return;
      this.#state =
        next === 'rows' && columns.missing.length === 0
          ? { kind: 'rows', columns, rows, busy: false }
          : { kind: 'columns', columns, busy: false };
    } catch (error) {
      if (this.#abort !== abort) return;
      this.#state = {
        kind: 'failed',
        name: open.file.name,
        failure: this.#heed(error),
        cancelled: abort.signal.aborted
      };
    } finally {
      if (this.#abort === abort) this.#abort = null;
    }
  }

  #ask(open: OpenFile, signal: AbortSignal): Promise<VerbResults['previewImport']> {
    return this.#client.run(
      { verb: 'previewImport', standing: this.#standing(), asked: this.#asked(open), window: open.window },
      { signal, onProgress: (fraction, message) => this.#progress(fraction, message) }
    );
  }

  #asked({ session, file, said, decisions }: OpenFile): ImportAsked {
    return { session, name: file.name, file, said, decisions, day: this.#surroundings.today() };
  }

  #progress(fraction: number, message: string): void {
    const state = this.#state;
    if (state.kind === 'reading') this.#state = { ...state, fraction, message };
    else if (state.kind === 'running')
      this.#state = { ...state, fraction, message: state.cancelling ? state.message : message };
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

function failure(code: string, message: string): Failure {
  return { code, message, step: null, details: [] };
}
