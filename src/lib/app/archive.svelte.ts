/** The data's life: its version, history, log, backups, and what was set aside. */
import type { BackupInfo, BackupVerification, MigrationHistoryEntry, MigrationStatus, RowProblem } from '../migration';
import type { BootGate } from './boot.svelte';
import type { Archive, KeptAttachments, Retention, VersionNews } from './contract';
import { rememberCopy } from './copy-outside';
import type { Surroundings } from './surroundings';
import type { ArchiveContent } from './verb-results';
import type { WorkerClient } from './worker-client';

export class DataArchive implements Archive {
  readonly #surroundings: Surroundings;
  readonly #client: WorkerClient;
  readonly #boot: BootGate;

  #content = $state.raw<ArchiveContent | null>(null);
  #loading = $state.raw(false);

  constructor(surroundings: Surroundings, client: WorkerClient, boot: BootGate) {
    this.#surroundings = surroundings;
    this.#client = client;
    this.#boot = boot;
  }

  get status(): MigrationStatus | null {
    return this.#content?.status ?? null;
  }

  get versions(): readonly VersionNews[] {
    return this.#boot.news;
  }

  get history(): readonly MigrationHistoryEntry[] {
    return this.#content?.history ?? [];
  }

  get backups(): readonly BackupInfo[] {
    return this.#content?.backups ?? [];
  }

  get retention(): Retention | null {
    return this.#content?.retention ?? null;
  }

  get log(): string {
    return this.#content?.log ?? '';
  }

  get quarantine(): readonly (RowProblem & { row: unknown })[] {
    return this.#content?.quarantine ?? [];
  }

  get attachments(): KeptAttachments {
    return this.#content?.attachments ?? { count: 0, bytes: 0 };
  }

  get loading(): boolean {
    return this.#loading;
  }

  async load(): Promise<void> {
    this.#loading = true;
    try {
      this.#content = await this.#client.run({ verb: 'readArchive' });
    } finally {
      this.#loading = false;
    }
  }

  async backUpNow(note: string, onProgress: (fraction: number, message: string) => void): Promise<BackupInfo> {
    const backup = await this.#client.run({ verb: 'backUp', note }, { onProgress });
    await this.load();
    return backup;
  }

  async verify(id: string): Promise<BackupVerification> {
    const verification = await this.#client.run({ verb: 'verifyBackup', id });
    await this.load();
    return verification;
  }

  async remove(id: string): Promise<void> {
    // The dialog before it is the person's word, and says when it is the last one.
    await this.#client.run({ verb: 'removeBackup', id, force: true });
    await this.load();
  }

  async setPinned(id: string, pinned: boolean): Promise<void> {
    await this.#client.run({ verb: 'pinBackup', id, pinned });
    await this.load();
  }

  async clean(): Promise<{ removed: number; freed: number }> {
    const { removed, freed } = await this.#client.run({ verb: 'cleanBackups' });
    await this.load();
    return { removed: removed.length, freed };
  }

  async download(id: string): Promise<void> {
    const known = this.backups.find((backup) => backup.id === id);
    const name = known?.name ?? 'WealthWise_Backup.json.gz';
    if (!(await this.#surroundings.downloadBackup(name))) {
      this.#surroundings.saveFile(name, await this.#client.run({ verb: 'openBackup', id }));
    }
    rememberCopy(this.#surroundings);
  }

  downloadLog(): void {
    this.#surroundings.saveFile('migration_log.txt', new Blob([this.log], { type: 'text/plain' }));
  }

  async restoreFromQuarantine(keys: readonly unknown[]): Promise<number> {
    const restored = await this.#client.run({ verb: 'restoreFromQuarantine', keys });
    if (restored > 0) this.#boot.tellChanged();
    await this.load();
    return restored;
  }
}
