/** What restoring a backup would do, found out without touching anything. */
import { latestVersion } from './definition';
import { differencesBetween } from './differences';
import type { ExecutionPorts } from './execution-ports';
import type { Inspection } from './inspect';
import type { CheckedSnapshot } from './ports';
import { presentOf, withPresent } from './restore';
import type { RestorePreview } from './types';

export async function previewRestore(
  ports: ExecutionPorts,
  found: Inspection,
  snapshot: CheckedSnapshot
): Promise<RestorePreview> {
  const preview = {
    backup: snapshot.info,
    verification: snapshot.verification,
    targetVersion: latestVersion(ports.history).version,
    records: sum(snapshot.info.counts)
  };
  const present = presentOf(ports, found);
  const version = present.version?.version;
  if (version === undefined) return { ...preview, present: null, differences: {} };
  return withPresent(ports, present, async (source) => ({
    ...preview,
    present: { version, records: sum(await source.counts()) },
    differences: await differencesBetween(ports.history, snapshot, source)
  }));
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}
