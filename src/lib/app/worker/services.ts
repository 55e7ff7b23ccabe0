/** What the worker works with: the history of data versions, its surroundings, and the engine bound to both. */
import type { History, MigrationEnvironment, Migrations } from '../../migration';

export interface WorkerServices {
  readonly history: History;
  readonly environment: MigrationEnvironment;
  readonly migrations: Migrations;
}
