/**
 * The migration library: a history of data versions, and the verbs that bring data from one to the next.
 *
 *     const history = defineHistory({ name: 'Portfolio', lockPrefix: 'pf', versions: [v1_0_0, v1_1_0] });
 *     const migrations = createMigrations(history, browserEnvironment({ … }));
 *     const plan = migrations.getMigrationPlan('1.0.0', '1.1.0');
 *     const analysis = await migrations.analyzeMigration(plan);       // writes nothing
 *     const report = await migrations.executeMigration(plan, show);   // backed up, atomic, verified
 */
export { createMigrations, type Migrations } from './migrations';
export {
  defineHistory,
  findVersion,
  historyUpTo,
  hopsBetween,
  latestVersion,
  type History,
  type HistoryOptions,
  type Hop,
  type ResolvedVersion
} from './definition';
export { MigrationError, type MigrationErrorCode } from './errors';
export { inspectDatabase, type Inspection } from './inspect';
export { createDataset, openDataset, type Fill } from './dataset';
export { StaleWriterError } from './dexie-adapter';
export { lensOf, type Lens } from './lens';
export { lockNames } from './locks';
export { browserEnvironment, keyvalRecords, type EnvironmentParts } from './environment';
export { migrationRecords, type MigrationRecords, type Unverified } from './records';
export { guardIndexedDB, isHeldElsewhere, openAsItIs } from './guarded-indexeddb';
export { locate, openPresent } from './generations';
export { opensAny } from './damage';
export { databaseHome, type DatabaseHome } from './database-home';
export { survey as surveyOf } from './survey';
export { databaseSource } from './source';
export { deriveId } from './derive-id';
export { decimalText } from './decimal-text';
export { compareVersions, isVersion } from './versions';
export { META, QUARANTINE, type QuarantineRow, type Sentinel } from './engine-stores';
export { indexName } from './inference';
export { problemsOf, recordsOf, countRecords } from './rows';
export type * from './types';
export type * from './definition-types';
export type * from './ports';
