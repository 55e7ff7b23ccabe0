/** What every version of a history owes its tests. */
import type { History } from '../../src/lib/migration';

export interface Proofs {
  /** Versions that have a golden database. */
  readonly fixtures: readonly string[];
  /** Versions whose module is pinned by a checksum. */
  readonly checksums: readonly string[];
  /** Steps that ran in bringing the golden databases forward. */
  readonly stepsRun: readonly string[];
}

/** One sentence for each thing that is missing, with the file to write; none when all is there. */
export function demandsOf(history: History, proofs: Proofs): string[] {
  return history.versions.flatMap(({ version, hop, definition }) => [
    ...missing(
      proofs.fixtures.includes(version),
      `Version ${version} has no golden database: write tests/fixtures/golden/v${version}.json with \`npm run golden\`.`
    ),
    ...missing(
      proofs.checksums.includes(version),
      `Version ${version} is not pinned: add the checksum of src/lib/schema/v${version} to tests/fixtures/checksums.json.`
    ),
    ...(definition.steps ?? []).flatMap(({ name }) =>
      missing(
        hop === null || proofs.stepsRun.includes(name),
        `Step '${name}' of ${version} never ran in a test: give tests/fixtures/golden/v${hop?.from ?? version}.json a record that it changes.`
      )
    )
  ]);
}

function missing(there: boolean, sentence: string): string[] {
  return there ? [] : [sentence];
}
