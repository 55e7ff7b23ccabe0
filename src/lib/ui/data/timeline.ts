/** The life of the data as stations on a line: one per version, with when it was reached and the backups made there. */
import type { VersionNews } from '../../app/contract';
import type { BackupInfo, MigrationHistoryEntry } from '../../migration';
import { t } from '../i18n';

export interface Station {
  readonly version: string;
  readonly description: string;
  readonly state: 'behind' | 'here' | 'ahead';
  /** ISO 8601; when the data last came to this version. Null where that is not known. */
  readonly reachedAt: string | null;
  /** Oldest first. */
  readonly backups: readonly BackupInfo[];
}

/** Stations in the order of versions; backups of versions this app does not know get a station of their own at the end. */
export function stations(
  versions: readonly VersionNews[],
  current: string,
  history: readonly MigrationHistoryEntry[],
  backups: readonly BackupInfo[]
): readonly Station[] {
  const known = versions.map(({ version }) => version);
  const here = known.indexOf(current);
  const arrivals = new Map<string, string>();
  for (const { outcome, toVersion, at } of history) {
    if (outcome !== 'completed' && outcome !== 'rolledBack') continue;
    const before = arrivals.get(toVersion);
    if (before === undefined || before < at) arrivals.set(toVersion, at);
  }
  const inOrder = [...backups].sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
  const at = (version: string): readonly BackupInfo[] => inOrder.filter(({ dataVersion }) => dataVersion === version);
  const strangers = [...new Set(inOrder.map(({ dataVersion }) => dataVersion))].filter(
    (version) => !known.includes(version)
  );
  return [
    ...versions.map(({ version, description }, place): Station => ({
      version,
      description,
      state: place === here ? 'here' : place < here ? 'behind' : 'ahead',
      reachedAt: arrivals.get(version) ?? null,
      backups: at(version)
    })),
    ...strangers.map((version): Station => ({
      version,
      description: t('Not known to this app'),
      state: 'ahead',
      reachedAt: null,
      backups: at(version)
    }))
  ];
}
