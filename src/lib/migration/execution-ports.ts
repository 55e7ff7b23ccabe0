import type { History } from './definition';
import type { Logbook } from './logbook';
import type { MigrationEnvironment } from './ports';
import type { MigrationRecords } from './records';

/** What the phases of a migration share. */
export interface ExecutionPorts {
  readonly history: History;
  readonly environment: MigrationEnvironment;
  readonly records: MigrationRecords;
  readonly log: Logbook;
}
