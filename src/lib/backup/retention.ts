/**
 * Which backups stay, and why. Pure: from the list, the present data version and the clock. What is not certain stays.
 */
import { compareVersions, isVersion, type BackupInfo, type RetentionPlan } from '../migration';

export interface RetentionContext {
  /** The data version at present; null where there is none that can be read. */
  readonly presentVersion: string | null;
  readonly now: Date;
}

const DAY = 86_400_000;
const ALL_DAYS = 7;
const WEEKLY_DAYS = 30;

/**
 * Younger than 7 days: all. From 7 to 30 days: the newest verified of each ISO week in local time. Older: none. Some are
 * always kept. Age counts from the newest verified backup that is not in the future, so that a long absence or a wrong
 * clock removes nothing.
 */
export function planRetention(all: readonly BackupInfo[], context: RetentionContext): RetentionPlan {
  const newestFirst = [...all].sort((a, b) => timeOf(b) - timeOf(a));
  const verified = newestFirst.filter(isVerified);
  const measure = verified.find((backup) => timeOf(backup) <= context.now.getTime());
  const protectedBy = protections(newestFirst, context);
  const weekly = new Set(
    firstOf(
      verified.filter((backup) => ageIn(backup, measure) >= ALL_DAYS),
      isoWeek
    )
  );
  const decided = new Map(
    all.map((backup) => {
      const reasons = [...(protectedBy.get(backup.id) ?? [])];
      const age = ageIn(backup, measure);
      if (measure === undefined) reasons.push('No backup is verified yet, so none is removed.');
      else if (age < 0) reasons.push('Its date is later than that of the newest verified backup.');
      else if (age < ALL_DAYS) reasons.push('Every backup of the last 7 days is kept.');
      else if (age <= WEEKLY_DAYS && weekly.has(backup)) reasons.push('It is the newest verified one of its week.');
      return [backup.id, reasons] as const;
    })
  );
  const suspended = shrunken(newestFirst);
  const backups = all.map((backup) => {
    const keptBecause = decided.get(backup.id) ?? [];
    return {
      ...backup,
      keptBecause,
      leavesOn: leavesOn(backup, measure, protectedBy.has(backup.id), weekly.has(backup))
    };
  });
  const leaving = suspended === null ? backups.filter(({ keptBecause }) => keptBecause.length === 0) : [];
  return { backups, leaving, freeable: leaving.reduce((sum, { bytes }) => sum + bytes, 0), suspended };
}

/** At most once a day of the local calendar, and only when something was written since the newest verified backup. */
export function dailyBackupDue(
  all: readonly BackupInfo[],
  { now, sequence }: { readonly now: Date; readonly sequence: number }
): boolean {
  const verified = all.filter(isVerified).sort((a, b) => timeOf(b) - timeOf(a));
  const [newest] = verified;
  if (newest === undefined) return true;
  if (newest.sequence === sequence) return false;
  const latest = new Date(timeOf(newest));
  return latest.toDateString() !== now.toDateString();
}

/** Ids of backups that nothing but the person's own word removes, with the reasons. */
function protections(newestFirst: readonly BackupInfo[], context: RetentionContext): Map<string, string[]> {
  const reasons = new Map<string, string[]>();
  const keep = (backup: BackupInfo | undefined, reason: string): void => {
    if (backup) reasons.set(backup.id, [...(reasons.get(backup.id) ?? []), reason]);
  };
  const verified = newestFirst.filter(isVerified);
  const { presentVersion } = context;
  keep(verified[0], 'It is the newest verified backup.');
  keep(
    verified.find((backup) => !isEmpty(backup)),
    'It is the newest verified backup with records in it.'
  );
  if (presentVersion !== null)
    keep(
      verified.find((backup) => isKnown(backup) && compareVersions(backup.dataVersion, presentVersion) < 0),
      `It is the newest from before data version ${presentVersion}.`
    );
  keep(
    newestFirst.find(({ occasion }) => occasion === 'restore' || occasion === 'rollback'),
    'It was made before the last restore, which it can undo.'
  );
  for (const backup of newestFirst) {
    if (backup.pinned) keep(backup, 'You have pinned it.');
    if (!isKnown(backup)) keep(backup, 'It cannot be read, so it is not judged.');
    else if (presentVersion !== null && compareVersions(backup.dataVersion, presentVersion) > 0)
      keep(backup, 'It holds data of a newer version than yours.');
    if (!isVerified(backup)) keep(backup, 'It has not been verified, so it is not judged.');
  }
  return reasons;
}

/** A new backup that holds much less than the one before warns of a loss: then nothing older may go. */
function shrunken(newestFirst: readonly BackupInfo[]): string | null {
  const [newest, previous] = newestFirst.filter((backup) => isVerified(backup) && !backup.encrypted);
  if (!newest || !previous || newest.pinned) return null;
  const [now, before] = [recordsIn(newest), recordsIn(previous)];
  if (before === 0 || now * 2 >= before) return null;
  return (
    `The newest backup holds ${now} records, the one before it ${before}. ` +
    'If that is right, pin the newest one; until then no backup is removed.'
  );
}

function isVerified(backup: BackupInfo): boolean {
  return backup.verifiedAt !== null;
}

function isKnown(backup: BackupInfo): boolean {
  return isVersion(backup.dataVersion);
}

function isEmpty(backup: BackupInfo): boolean {
  return recordsIn(backup) === 0;
}

function recordsIn(backup: BackupInfo): number {
  return Object.values(backup.counts).reduce((sum, count) => sum + count, 0);
}

function timeOf(backup: BackupInfo): number {
  return Date.parse(backup.createdAt);
}

/** In days, from the backup that measures; negative for later ones, zero where there is none. */
function ageIn(backup: BackupInfo, measure: BackupInfo | undefined): number {
  return measure === undefined ? 0 : (timeOf(measure) - timeOf(backup)) / DAY;
}

/** The day on which it would go if a verified backup were made on it; null where it never goes by itself. */
function leavesOn(
  backup: BackupInfo,
  measure: BackupInfo | undefined,
  isProtected: boolean,
  isWeekly: boolean
): string | null {
  if (isProtected || measure === undefined) return null;
  const days = isWeekly || ageIn(backup, measure) < ALL_DAYS ? WEEKLY_DAYS : 0;
  return new Date(timeOf(backup) + days * DAY).toISOString();
}

/** The first item of each group. */
function firstOf<T>(items: readonly T[], groupOf: (item: T) => string): T[] {
  const groups = new Map<string, T>();
  for (const item of items) if (!groups.has(groupOf(item))) groups.set(groupOf(item), item);
  return [...groups.values()];
}

/** `2026-W09`: weeks begin on Monday, and belong to the year that has their Thursday (ISO 8601), in local time. */
function isoWeek(backup: BackupInfo): string {
  const day = new Date(timeOf(backup));
  const thursday = new Date(day.getFullYear(), day.getMonth(), day.getDate() - ((day.getDay() + 6) % 7) + 3);
  const firstThursday = new Date(thursday.getFullYear(), 0, 4);
  firstThursday.setDate(firstThursday.getDate() - ((firstThursday.getDay() + 6) % 7) + 3);
  const week = 1 + Math.round((thursday.getTime() - firstThursday.getTime()) / (7 * DAY));
  return `${thursday.getFullYear()}-W${String(week).padStart(2, '0')}`;
}
