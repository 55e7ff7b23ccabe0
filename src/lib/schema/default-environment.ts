/** WealthWise's history in the browser's own surroundings. */
import { ballastProbe, choosePlace, fileCopy, fileWitness, lazyBackups } from '../backup';
import {
  browserEnvironment,
  createMigrations,
  findVersion,
  type LockPort,
  type MigrationEnvironment,
  type Migrations
} from '../migration';
import { history } from './registry';

/** Folder of the backups, and of what is kept beside them, in the origin's private files. */
const BACKUPS = 'backups';
const STATE = 'state';

/** Nothing is touched before a verb needs it; a verb that misses something names it. */
export function defaultEnvironment(): MigrationEnvironment {
  const appVersion = typeof __APP_VERSION__ === 'undefined' ? 'unknown' : __APP_VERSION__;
  const locks = globalThis.navigator?.locks as LockPort | undefined;
  return browserEnvironment({
    appVersion,
    backups: lazyBackups({
      place: () => choosePlace(BACKUPS),
      schemaOf: (version) => findVersion(history, version)?.stores ?? null,
      now: () => new Date(),
      elapsed: () => performance.now(),
      randomId: () => crypto.randomUUID(),
      appVersion,
      ...(locks ? { locks } : {}),
      prefix: history.name
    }),
    space: ballastProbe(() => choosePlace(STATE)),
    witness: fileWitness(() => choosePlace(STATE)),
    pointerCopy: fileCopy(() => choosePlace(STATE), 'pointer.json'),
    recordsName: `${history.name}_Records`
  });
}

/** The verbs of the library over WealthWise's history; in the browser's surroundings unless others are given. */
export function createDataModelMigrations(environment: MigrationEnvironment = defaultEnvironment()): Migrations {
  const migrations = createMigrations(history, environment);
  migrations.debugMode = import.meta.env?.DEV ?? false;
  return migrations;
}
