/** All contenders, in one dedicated worker, so that none of them competes with a page. */
import { trustOwnScripts } from '../../../src/lib/app/trusted-scripts';
import { migrateWithDexieModify } from './dexie-modify';
import { exportWithDexieExportImport } from './dexie-export';
import { measureEdit, measureFigures, prepareDaily } from './figures';
import { measureFloor } from './floor';
import { measureImport, measureSinglePuts } from './importing';
import { measureBackup, measureMigration, measureStartup, upgradeKeepingBackup } from './own';
import { prepare, remove, rowCounts } from './prepare';
import { measureRawOpen } from './raw-open';
import {
  backUpAndRemove,
  keepRows,
  measureRawWrite,
  measureReadFloor,
  measureRestore,
  measureRollback
} from './restoring';
import { migrateWithRxdb } from './rxdb';

// Backups have a helper in a worker of their own.
trustOwnScripts();

const contest = {
  prepare,
  prepareDaily,
  measureFigures,
  measureEdit,
  remove,
  rowCounts,
  measureFloor,
  measureMigration,
  measureBackup,
  measureStartup,
  backUpAndRemove,
  keepRows,
  measureRawWrite,
  measureReadFloor,
  measureRestore,
  measureRollback,
  upgradeKeepingBackup,
  measureRawOpen,
  measureImport,
  measureSinglePuts,
  migrateWithDexieModify,
  exportWithDexieExportImport,
  migrateWithRxdb
};

export type Contest = typeof contest;

export interface Call {
  readonly id: number;
  readonly name: keyof Contest;
  readonly args: readonly unknown[];
}

addEventListener('message', ({ data }: MessageEvent<Call>) => {
  const verb = contest[data.name] as (...args: readonly unknown[]) => Promise<unknown>;
  verb(...data.args).then(
    (result) => postMessage({ id: data.id, result }),
    (error: unknown) =>
      postMessage({ id: data.id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  );
});
