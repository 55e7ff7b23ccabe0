/**
 * Backups: a snapshot of the database as one JSON document outside IndexedDB, verified by reading it back.
 *
 *     const place = () => choosePlace('backups');
 *     const backups = lazyBackups({ place, schemaOf, now, elapsed, randomId, appVersion, locks, prefix: 'WealthWise' });
 *     const { info, digests } = await backups.create(source, { reason: 'Before the upgrade to 1.3.0' });
 *
 * The format is described in `FORMAT.md`.
 */
export type { BackupOptions } from './backups';
export { ballastProbe } from './ballast';
export { lazyBackups } from './lazy-backups';
export { copyBackup, findCopies, pruneCopies, readCopies, type CopyOptions } from './copies';
export { dailyBackupDue, planRetention, type RetentionContext } from './retention';
export { Repacker, type Container } from './format/packing';
export { SnapshotProblem } from './format/problem';
export { SnapshotReader, type SnapshotBatch } from './format/reader';
export { snapshotLimits, type SnapshotLimits } from './format/limits';
export type { SnapshotFooter, SnapshotHeader } from './format/header';
export { verifySnapshot, type SchemaOf, type VerifiedSnapshot, type VerifyOptions } from './format/verify';
export { cachePlace, choosePlace, opfsPlace, type FilePlace, type FileSink, type PlaceSource } from './places';
export { folderOwner, folderPlace, forgetFolder, recallFolder, reconnectFolder, rememberFolder } from './places';
export { canShareFile, shareFile } from './share';
export { fileCopy, fileWitness } from './witness';
