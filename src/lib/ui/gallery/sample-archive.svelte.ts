import type { Archive, Retention } from '../../app/contract';
import type { BackupInfo, MigrationHistoryEntry, MigrationStatus, RowProblem } from '../../migration';
import { backup, log, problems, statusAt, versions } from './sample-history';

/** An archive that holds what it is given. Its verbs answer after a moment, as the real ones do. */
export class SampleArchive implements Archive {
  readonly versions = versions;
  readonly status: MigrationStatus;
  readonly history: readonly MigrationHistoryEntry[];
  readonly quarantine: readonly (RowProblem & { row: unknown })[];
  readonly log = log;
  readonly loading = false;
  readonly attachments = { count: 3, bytes: 2_100_000 };
  #backups = $state.raw<readonly BackupInfo[]>([]);

  constructor(
    version: string,
    content: { backups?: readonly BackupInfo[]; history?: readonly MigrationHistoryEntry[]; quarantined?: boolean } = {}
  ) {
    this.status = statusAt(version);
    this.history = content.history ?? [];
    this.quarantine = content.quarantined ? problems : [];
    this.#backups = content.backups ?? [];
  }

  get backups(): readonly BackupInfo[] {
    return this.#backups;
  }

  async load(): Promise<void> {
    await Promise.resolve();
  }

  async backUpNow(note: string, onProgress: (fraction: number, message: string) => void): Promise<BackupInfo> {
    for (const fraction of [0.2, 0.5, 0.8]) {
      onProgress(fraction, 'Writing the backup…');
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
    const made = backup(`b${this.#backups.length + 1}`, '2026-11-23T19:00:00Z', this.status.currentVersion, {
      reason: note
    });
    this.#backups = [...this.#backups, made];
    return made;
  }

  async verify(id: string) {
    const damaged = this.#backups.find((entry) => entry.id === id)?.verifiedAt === null;
    return Promise.resolve({
      ok: !damaged,
      problems: damaged ? ['The digest in the footer is not that of the content.'] : [],
      rows: 34_171,
      seconds: 0.6,
      depth: 'full' as const
    });
  }

  get retention(): Retention {
    const leaving = this.#backups.slice(0, 1).map(({ id }) => id);
    return { freeable: 2_500_000, leaving, suspended: null };
  }

  async setPinned(id: string, pinned: boolean): Promise<void> {
    this.#backups = this.#backups.map((entry) => (entry.id === id ? { ...entry, pinned } : entry));
    return Promise.resolve();
  }

  async clean(): Promise<{ removed: number; freed: number }> {
    return Promise.resolve({ removed: 1, freed: 2_500_000 });
  }

  async remove(id: string): Promise<void> {
    this.#backups = this.#backups.filter((entry) => entry.id !== id);
    return Promise.resolve();
  }

  async download(): Promise<void> {
    return Promise.resolve();
  }

  downloadLog(): void {
    return;
  }

  async restoreFromQuarantine(): Promise<number> {
    return Promise.resolve(0);
  }
}
