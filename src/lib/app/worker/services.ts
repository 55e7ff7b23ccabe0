/** What the worker works with: the history of data versions, its surroundings, and the engine bound to both. */
import type { DataModelMigrations, History, MigrationEnvironment } from '../../migration';

export interface WorkerServices {
  readonly history: History;
  readonly environment: MigrationEnvironment;
  readonly migrations: DataModelMigrations;
}
