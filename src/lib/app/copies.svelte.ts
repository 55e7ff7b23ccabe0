/** Copies outside this browser: downloads, encrypted ones, the share sheet, exports; and the word that storage is kept. */
import type { BootGate } from './boot.svelte';
import type { Archive, Copies, CopyTaken, FolderState, Safekeeping } from './contract';
import type { PassphraseStrength } from '../backup/encryption/strength';
import { isOld, lastCopy, rememberCopy } from './copy-outside';
import type { Surroundings } from './surroundings';
import type { WorkerClient } from './worker-client';

export class DataCopies implements Copies {
  readonly #surroundings: Surroundings;
  readonly #client: WorkerClient;
  readonly #boot: BootGate;
  readonly #archive: Archive;
  #lastCopy = $state.raw<string | null>(null);
  #persisted = $state.raw<boolean | null>(null);
  #folder = $state.raw<FolderState>({ kind: 'none' });

  constructor(surroundings: Surroundings, client: WorkerClient, boot: BootGate, archive: Archive) {
    this.#surroundings = surroundings;
    this.#client = client;
    this.#boot = boot;
    this.#archive = archive;
  }

  get safekeeping(): Safekeeping {
    const lastCopyOutside = this.#lastCopy;
    return {
      lastCopyOutside,
      nudge: this.#boot.state.kind === 'ready' && isOld(lastCopyOutside, this.#surroundings.now()),
      persisted: this.#persisted,
      folder: this.#folder
    };
  }

  get canShare(): boolean {
    return this.#surroundings.canShare;
  }

  async load(): Promise<void> {
    this.#lastCopy = lastCopy(this.#surroundings);
    this.#persisted = await this.#surroundings.persisted();
    await this.#readFolder();
  }

  async persist(): Promise<boolean> {
    const granted = await this.#surroundings.persist();
    this.#persisted = await this.#surroundings.persisted();
    return granted;
  }

  async chooseFolder(): Promise<void> {
    if (await this.#surroundings.folder.choose()) await this.#readFolder();
  }

  async reconnectFolder(): Promise<void> {
    const open = await this.#surroundings.folder.reconnect();
    await this.#readFolder();
    if (!open)
      throw new Error(
        'The browser gave no access to the folder. The copies in it are as they were. Try again, or choose another folder.'
      );
  }

  async forgetFolder(): Promise<void> {
    await this.#surroundings.folder.forget();
    await this.#readFolder();
  }

  async copyToFolder(onProgress: (fraction: number, message: string) => void): Promise<void> {
    try {
      if ((await this.#client.run({ verb: 'copyToFolder', again: true }, { onProgress })) !== null) this.#remember();
    } finally {
      await this.#readFolder();
    }
  }

  async download(id: string, passphrase?: string, attachments = false): Promise<CopyTaken | null> {
    let taken: CopyTaken | null = null;
    if (passphrase === undefined && !attachments) await this.#archive.download(id);
    else {
      const { name, content, ...rest } = await this.#client.run({ verb: 'copyBackup', id, passphrase, attachments });
      this.#surroundings.saveFile(name, content);
      taken = rest;
    }
    this.#remember();
    return taken;
  }

  async share(id: string): Promise<void> {
    const name = this.#archive.backups.find((backup) => backup.id === id)?.name ?? 'WealthWise_Backup.json.gz';
    const content = await this.#client.run({ verb: 'openBackup', id });
    if (await this.#surroundings.share(new File([content], name, { type: 'application/gzip' }))) this.#remember();
  }

  async exportCsv(): Promise<void> {
    const { name, content } = await this.#client.run({ verb: 'exportData', format: 'csv' });
    this.#surroundings.saveFile(name, content);
  }

  async exportJson(): Promise<void> {
    const { name, content } = await this.#client.run({ verb: 'exportData', format: 'json' });
    this.#surroundings.saveFile(name, content);
    this.#remember();
  }

  async strengthOf(passphrase: string): Promise<PassphraseStrength> {
    const { passphraseStrength } = await import('../backup/encryption/strength');
    return passphraseStrength(passphrase);
  }

  async #readFolder(): Promise<void> {
    const { supported } = this.#surroundings.folder;
    // Where it cannot be told, as with no IndexedDB at all, there is none to show.
    const none = (): FolderState => ({ kind: 'none' });
    this.#folder = supported ? await this.#client.run({ verb: 'readFolder' }).catch(none) : { kind: 'unsupported' };
  }

  #remember(): void {
    this.#lastCopy = rememberCopy(this.#surroundings);
  }
}
