/** Getting data back from a backup: the file is read whole and shown first, then put in the place of the present data. */
import type { RestoreSource } from '../protocol';
import { askToKeep } from './ask-to-keep';
import type { BootGate } from './boot.svelte';
import type { Archive, FolderBackups, Restore, RestoreChoice, RestorePreview, RestoreState } from './contract';
import { failureOf } from './failure';
import type { Surroundings } from './surroundings';
import type { WorkerClient } from './worker-client';

/** Milliseconds a cancelled job gets to end by itself before its worker is ended. */
const cancelPatience = 10_000;

interface Chosen extends RestoreSource {
  readonly name: string;
}

export class DataRestore implements Restore {
  readonly #surroundings: Surroundings;
  readonly #client: WorkerClient;
  readonly #boot: BootGate;
  readonly #archive: Archive;

  #state = $state.raw<RestoreState>({ kind: 'idle' });
  #folder = $state.raw<FolderBackups | null>(null);
  #chosen: Chosen | null = null;
  #abort: AbortController | null = null;

  constructor(surroundings: Surroundings, client: WorkerClient, boot: BootGate, archive: Archive) {
    this.#surroundings = surroundings;
    this.#client = client;
    this.#boot = boot;
    this.#archive = archive;
  }

  get state(): RestoreState {
    return this.#state;
  }

  get folder(): FolderBackups | null {
    return this.#folder;
  }

  async lookIntoFolder(): Promise<void> {
    const { supported } = this.#surroundings.folder;
    // Where it cannot be told, as with no IndexedDB at all, there is none to show.
    const none = (): FolderBackups => ({ kind: 'none' });
    this.#folder = supported ? await this.#client.run({ verb: 'listFolder' }).catch(none) : { kind: 'unsupported' };
  }

  async chooseFolder(): Promise<void> {
    if (await this.#surroundings.folder.choose()) await this.lookIntoFolder();
  }

  async reconnectFolder(): Promise<void> {
    const open = await this.#surroundings.folder.reconnect();
    await this.lookIntoFolder();
    if (!open)
      throw new Error(
        'The browser gave no access to the folder. The copies in it are as they were. Try again, or choose another folder.'
      );
  }

  async chooseCopy(name: string): Promise<void> {
    await this.#look({ source: { copy: name }, name });
  }

  async chooseBackup(id: string): Promise<void> {
    const known = this.#archive.backups.find((backup) => backup.id === id);
    await this.#look({ source: id, name: known?.name ?? 'the backup' });
  }

  async chooseFile(file: File): Promise<void> {
    await this.#look({ source: file, name: file.name });
  }

  async unlock(passphrase: string): Promise<void> {
    if (this.#state.kind !== 'locked' || this.#chosen === null) return;
    await this.#look({ ...this.#chosen, passphrase });
  }

  async run({ mode, keepVersion }: RestoreChoice): Promise<void> {
    const state = this.#state;
    const chosen = this.#chosen;
    if ((state.kind !== 'preview' && state.kind !== 'failed') || chosen === null) return;
    const { preview } = state;
    const abort = new AbortController();
    this.#abort = abort;
    this.#state = { kind: 'running', preview, fraction: 0, message: 'Getting ready…', cancelling: false };
    let end: RestoreState;
    try {
      await this.#boot.handOver();
      const { name: _name, ...source } = chosen;
      const report = await this.#client.run(
        { verb: 'restore', ...source, mode, keepVersion, attachments: preview.attachments?.inFile },
        { signal: abort.signal, onProgress: (fraction, message) => this.#progress(fraction, message) }
      );
      if (keepVersion) this.#boot.rememberDeclined();
      this.#boot.tellChanged();
      void askToKeep(this.#surroundings);
      end = { kind: 'succeeded', report, undo: report.backup };
    } catch (error) {
      end = { kind: 'failed', preview, failure: failureOf(error) };
    } finally {
      this.#abort = null;
    }
    // The gate first, so that whoever sees the end finds the data open behind it.
    await this.#boot.regate();
    this.#state = end;
  }

  cancel(): void {
    const abort = this.#abort;
    if (abort === null || abort.signal.aborted) return;
    if (this.#state.kind === 'running')
      this.#state = { ...this.#state, cancelling: true, message: 'Cancelling: everything stays as it was…' };
    abort.abort();
    setTimeout(() => {
      if (this.#abort === abort) this.#client.stop('migrationCancelled', 'The restore was cancelled.');
    }, cancelPatience);
  }

  leave(): void {
    if (this.#state.kind === 'running') return;
    this.#abort?.abort();
    this.#chosen = null;
    this.#state = { kind: 'idle' };
  }

  async #look(chosen: Chosen): Promise<void> {
    if (this.#state.kind === 'running') return;
    const { name, ...source } = chosen;
    const abort = new AbortController();
    this.#abort?.abort();
    this.#abort = abort;
    this.#chosen = chosen;
    this.#state = { kind: 'checking', name, fraction: 0, message: 'Reading the file…' };
    let end: RestoreState;
    try {
      const preview: RestorePreview = {
        ...(await this.#client.run(
          { verb: 'previewRestore', ...source, day: this.#surroundings.today() },
          { signal: abort.signal, onProgress: (fraction, message) => this.#progress(fraction, message) }
        )),
        name
      };
      end = { kind: 'preview', preview };
    } catch (error) {
      const failure = failureOf(error);
      const [detail] = failure.details as readonly ({ encrypted?: unknown; wrongPassphrase?: unknown } | undefined)[];
      end =
        detail?.encrypted === true
          ? { kind: 'locked', name, wrong: detail.wrongPassphrase === true }
          : { kind: 'refused', name, failure };
    }
    // Another file was chosen meanwhile, or none is wanted any more.
    if (this.#abort !== abort) return;
    this.#abort = null;
    this.#state = abort.signal.aborted ? { kind: 'idle' } : end;
  }

  #progress(fraction: number, message: string): void {
    const state = this.#state;
    if (state.kind === 'checking') this.#state = { ...state, fraction, message };
    else if (state.kind === 'running')
      this.#state = { ...state, fraction, message: state.cancelling ? state.message : message };
  }
}
