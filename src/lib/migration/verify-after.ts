/** After the commit, everything is read again from disk and compared with what was there before. */
import type { ResolvedVersion } from './definition';
import type { ConservedFigure } from './definition-types';
import type { BackupPort, SnapshotSource } from './ports';
import { recordsOf } from './rows';
import { watchedSource } from './source';
import { watchRecords } from './survey';
import type { ConservedComparison } from './types';

export interface Expectation {
  /** Digest of each store before, under the name it has now. */
  readonly digests: Readonly<Record<string, string>>;
  readonly figures: readonly ConservedFigure[];
  /** Stores that were written to. */
  readonly touched: readonly string[];
  /** Records per store when the version was sealed. */
  readonly counts: Readonly<Record<string, number>>;
  /** What the checks found before the migration. */
  readonly tolerated: readonly string[];
}

export interface Verification {
  readonly problems: readonly string[];
  readonly conserved: readonly ConservedComparison[];
}

/** Digests of untouched stores, conserved figures, counts, and the version's checks, all from disk. */
export async function verifyAfter(
  source: SnapshotSource,
  version: ResolvedVersion,
  expected: Expectation,
  backups: BackupPort
): Promise<Verification> {
  const watch = watchRecords(version);
  const counts: Record<string, number> = {};
  const watched = watchedSource(source, (store, rows) => {
    const definition = version.stores[store];
    if (!definition) return;
    const records = definition.packed ? rows.flatMap((row) => recordsOf(definition, row)) : rows;
    counts[store] = (counts[store] ?? 0) + records.length;
    watch.see(store, records);
  });
  const untouched = source.stores
    .map(({ name }) => name)
    .filter((name) => name in expected.digests && !expected.touched.includes(name));
  const digests = await backups.digests(watched, untouched);
  for (const { name } of source.stores) if (!untouched.includes(name)) await watched.read(name, () => undefined);

  const problems: string[] = [];
  for (const name of untouched) {
    if (digests[name] !== expected.digests[name])
      problems.push(`Store '${name}' is not what it was before, although nothing in this upgrade changes it.`);
  }
  for (const { name } of source.stores) {
    const sealed = expected.counts[name];
    if (sealed !== undefined && (counts[name] ?? 0) !== sealed)
      problems.push(`Store '${name}' holds ${counts[name] ?? 0} records on disk instead of ${sealed}.`);
  }
  const conserved = compareFigures(expected.figures, watch.figures());
  for (const figure of conserved) {
    if (figure.before !== figure.after)
      problems.push(`The ${figure.measure} of an account in ${figure.currency} is not what it was before.`);
  }
  problems.push(...watch.problems().filter((problem) => !expected.tolerated.includes(problem)));
  return { problems, conserved };
}

/** Every figure that stands on either side. */
export function compareFigures(
  before: readonly ConservedFigure[],
  after: readonly ConservedFigure[]
): ConservedComparison[] {
  const keyOf = (figure: ConservedFigure): string => JSON.stringify([figure.account, figure.currency, figure.measure]);
  const later = new Map(after.map((figure) => [keyOf(figure), figure]));
  const compared = before.map((figure) => {
    const key = keyOf(figure);
    const match = later.get(key);
    later.delete(key);
    return {
      account: figure.account,
      currency: figure.currency,
      measure: figure.measure,
      before: figure.value,
      after: match?.value ?? '0'
    };
  });
  const appeared = [...later.values()].map((figure) => ({
    account: figure.account,
    currency: figure.currency,
    measure: figure.measure,
    before: '0',
    after: figure.value
  }));
  return [...compared, ...appeared];
}
