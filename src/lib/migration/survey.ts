/** One reading of everything before a migration: counts, size, records that fail their schema, figures to conserve. */
import { CheckRun } from './check-run';
import type { ResolvedVersion } from './definition';
import type { ConservedFigure, Row } from './definition-types';
import type { SnapshotSource } from './ports';
import { countRecords, sortOut } from './rows';
import type { RowProblem } from './types';

export interface Survey {
  readonly counts: Readonly<Record<string, number>>;
  readonly invalidRows: readonly RowProblem[];
  /** Rough size as JSON text. */
  readonly bytes: number;
  readonly figures: readonly ConservedFigure[];
  /** Problems that the version's checks find. */
  readonly problems: readonly string[];
}

const SAMPLE_EVERY = 50;

/** Reads every store once. */
export async function survey(
  source: SnapshotSource,
  version: ResolvedVersion,
  onRecords: (count: number) => void = () => undefined
): Promise<Survey> {
  const watch = watchRecords(version);
  const counts: Record<string, number> = {};
  const invalidRows: RowProblem[] = [];
  let bytes = 0;
  for (const { name, definition } of source.stores) {
    let count = 0;
    let sampled = 0;
    let sampledBytes = 0;
    let physical = 0;
    await source.read(name, (batch) => {
      const rows = batch as readonly Row[];
      for (const row of rows) {
        const { valid, problems } = sortOut(name, definition, row);
        invalidRows.push(...problems);
        watch.see(name, valid);
        if (physical++ % SAMPLE_EVERY === 0) {
          sampled++;
          sampledBytes += roughSize(row);
        }
      }
      const records = countRecords(definition, rows);
      count += records;
      onRecords(records);
    });
    counts[name] = count;
    bytes += sampled === 0 ? 0 : Math.ceil((sampledBytes / sampled) * physical);
  }
  return { counts, invalidRows, bytes, figures: watch.figures(), problems: watch.problems() };
}

/** Conserved figures and checks of a version, fed with valid records. */
export function watchRecords(version: ResolvedVersion): {
  see(store: string, records: readonly Row[]): void;
  figures(): readonly ConservedFigure[];
  problems(): readonly string[];
} {
  const conserved = version.conserved?.begin();
  const checks = CheckRun.over(version.checks);
  return {
    see(store, records) {
      const observe = conserved?.observe[store];
      if (observe) for (const record of records) observe(record);
      checks.see(store, records);
    },
    figures: () => conserved?.figures() ?? [],
    problems: () => checks.problems()
  };
}

function roughSize(row: Row): number {
  return JSON.stringify(row, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)).length;
}
