/** Plans and paths: pure functions of a history. */
import { findVersion, hopsBetween, latestVersion, type History, type Hop } from './definition';
import { MigrationError } from './errors';
import { asMigrationStep, finalValidation } from './plan-steps';
import type { MigrationPlan, MigrationStatus, MigrationType } from './types';
import { compareVersions, isVersion } from './versions';

/** Every issue with going from one version to another; none when the path is valid. */
export function pathIssues(history: History, from: string, to: string): string[] {
  const issues: string[] = [];
  if (!isVersion(from)) issues.push(`Invalid source version format: ${from}`);
  if (!isVersion(to)) issues.push(`Invalid target version format: ${to}`);
  for (const version of new Set([from, to])) {
    if (isVersion(version) && !findVersion(history, version)) issues.push(`Version not supported: ${version}`);
  }
  if (isVersion(from) && isVersion(to) && compareVersions(from, to) >= 0)
    issues.push('Cannot migrate backwards or to same version');
  return issues;
}

/** @throws MigrationError `incompatibleVersion` where there is no path. */
export function planBetween(history: History, from: string, to: string): MigrationPlan {
  const issues = pathIssues(history, from, to);
  const target = findVersion(history, to);
  if (issues.length > 0 || !target)
    throw new MigrationError('incompatibleVersion', `${issues.join('; ')}. No migration path from ${from} to ${to}`, {
      details: issues
    });
  const hops = hopsBetween(history, from, to);
  const steps = hops.flatMap((hop) => hop.steps.map(asMigrationStep));
  const [only] = hops;
  if (hops.length === 1 && only) {
    return {
      fromVersion: from,
      toVersion: to,
      migrationType: only.migrationType,
      estimatedTime: only.estimatedTime,
      backupRequired: true,
      customMigrationSteps: steps,
      description: target.definition.description
    };
  }
  return {
    fromVersion: from,
    toVersion: to,
    migrationType: heaviest(hops),
    estimatedTime: hops.reduce((sum, hop) => sum + hop.estimatedTime, 0),
    backupRequired: true,
    customMigrationSteps: [...steps, finalValidation(target)],
    description: `From ${from} to ${to} in one go: ${hops.map((hop) => findVersion(history, hop.to)?.definition.description ?? hop.to).join('; ')}`
  };
}

/** Of several hops: custom work counts as heavyweight. */
function heaviest(hops: readonly Hop[]): MigrationType {
  if (hops.some((hop) => hop.migrationType === 'storageEngine')) return 'storageEngine';
  return hops.some((hop) => hop.migrationType !== 'lightweight') ? 'heavyweight' : 'lightweight';
}

export function statusOf(history: History, currentVersion: string, lastMigrationDate: Date | null): MigrationStatus {
  const latest = latestVersion(history);
  const current = findVersion(history, currentVersion);
  const behind = current ? latest.number - current.number : 0;
  return {
    currentVersion,
    latestVersion: latest.version,
    migrationNeeded: behind > 0,
    isUpToDate: currentVersion === latest.version,
    versionsBehind: behind,
    lastMigrationDate
  };
}
