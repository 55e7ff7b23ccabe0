/** The folder of the owner's choosing: each backup is written there, and counts once it was read back from there. */
import {
  copyBackup,
  findCopies,
  planRetention,
  pruneCopies,
  readCopies,
  verifySnapshot,
  type VerifyOptions
} from '../../backup';
import { Attachments } from '../../data';
import { findVersion, lockNames, MigrationError, type BackupInfo } from '../../migration';
import type { HealthFinding } from '../contract';
import type { VerbResults } from '../verb-results';
import { wholeVersion } from './inspection-job';
import type { JobContext } from './job-context';
import type { JobOf } from './perform';
import type { CopyFolder, WorkerServices } from './services';

/** Asks for no permission: a folder that the browser has closed again is `lost` until the person reconnects it. */
export async function readFolder({ folder }: WorkerServices): Promise<VerbResults['readFolder']> {
  const known = await folder();
  if (known === null) return { kind: 'none' };
  const { name, owner, place } = known;
  try {
    const [newest] = (await readCopies(place, owner))
      .map(({ verifiedAt }) => verifiedAt ?? '')
      .sort((a, b) => (a < b ? 1 : -1));
    return { kind: 'connected', name, lastCopy: newest ?? null };
  } catch (error) {
    if (isLost(error)) return { kind: 'lost', name, lastCopy: null };
    throw error;
  }
}

/** Backups that could be restored from the folder, whichever browser or person put them there. */
export async function listFolder({ folder, history }: WorkerServices): Promise<VerbResults['listFolder']> {
  const known = await folder();
  if (known === null) return { kind: 'none' };
  const { name, place } = known;
  try {
    return { kind: 'open', name, backups: await findCopies(place, history.name) };
  } catch (error) {
    if (isLost(error)) return { kind: 'lost', name };
    throw error;
  }
}

/** @throws MigrationError `cloudFolderNotAvailable`, or `backupFailed` where the file is not there any more. */
export async function openCopy(
  { folder }: WorkerServices,
  name: string
): Promise<{ readonly file: File; readonly attachments: Attachments }> {
  const known = await folder();
  const file = await known?.place.read(name);
  if (!known || !file)
    throw new MigrationError(
      'backupFailed',
      `${name} is not in the folder any more. Look again, or choose another one.`
    );
  return { file: new File([file], name), attachments: new Attachments(known.attachments) };
}

function isLost(error: unknown): boolean {
  return error instanceof MigrationError && error.code === 'cloudFolderNotAvailable';
}

/**
 * Copies what retention would keep there, newest first, and lets go what it would not. One that cannot be copied does not
 * hold back the others.
 * @throws MigrationError `cloudFolderNotAvailable`, `insufficientStorage`, `migrationCancelled`, or `backupFailed` naming
 * those that could not be copied.
 */
export async function copyToFolder(
  services: WorkerServices,
  { again }: JobOf<'copyToFolder'>,
  { signal, progress }: Pick<JobContext, 'signal' | 'progress'>
): Promise<VerbResults['copyToFolder']> {
  const { environment, history } = services;
  const folder = await services.folder();
  if (folder === null) return null;
  const presentVersion = await wholeVersion(services);
  const lock = lockNames(history).backup;
  return environment.locks.request(lock, { mode: 'exclusive', signal }, async () => {
    const context = { presentVersion, now: environment.now() };
    const backups = await environment.backups.list();
    const wanted = await backupsFor(folder, backups, again, context);
    const failed: string[] = [];
    for (const [at, backup] of wanted.entries()) {
      progress(at / wanted.length, `Copying backup ${at + 1} of ${wanted.length}, and reading it back`);
      const file = await environment.backups.open(backup.id);
      await copyBackup(backup, file, folder.place, {
        ...reading(services),
        owner: folder.owner,
        now: environment.now,
        signal
      }).catch((error: unknown) => {
        if (!(error instanceof MigrationError) || error.code !== 'backupFailed') throw error;
        failed.push(`${backup.name}: ${error.message}`);
      });
    }
    failed.push(...(await copyAttachments(services, folder, again, { signal, progress })));
    // While a loss stands any copy may be the one that brings the data back.
    if (presentVersion !== null) await pruneCopies(folder.place, folder.owner, backups, context);
    if (failed.length > 0)
      throw new MigrationError('backupFailed', `not all could be copied to the folder. ${failed.join(' ')}`);
    progress(1, 'Done');
    return { copied: wanted.length };
  });
}

/**
 * The files of documents that are not there, or all of them `again`; each read back from there. None is ever removed: a
 * backup there may name it. @returns what could not be copied, in sentences.
 */
async function copyAttachments(
  services: WorkerServices,
  folder: CopyFolder,
  again: boolean,
  { signal, progress }: Pick<JobContext, 'signal' | 'progress'>
): Promise<readonly string[]> {
  const here = new Attachments(services.attachments);
  const all = await here.list();
  if (all.length === 0) return [];
  const there = new Attachments(folder.attachments);
  const known = new Set(again ? [] : await there.list());
  const wanted = all.filter((id) => !known.has(id));
  let done = 0;
  let failed = 0;
  for await (const { id, read } of here.readBack(wanted)) {
    signal.throwIfAborted();
    progress(done / wanted.length, `Copying the files of your documents: ${done} of ${wanted.length}`);
    done++;
    // What is damaged here is told by the check of the data, and better not copied over what may be whole there.
    if (read.state === 'sound' && !(await isKept(there, { id, name: '', ...read }))) failed++;
  }
  return failed === 0 ? [] : [`${failed} of ${all.length} files of your documents could not be written or read back.`];
}

async function isKept(there: Attachments, attachment: Parameters<Attachments['putBack']>[0]): Promise<boolean> {
  try {
    if ((await there.putBack(attachment)) === 'there') return true;
    for await (const { read } of there.readBack([attachment.id])) return read.state === 'sound';
    return false;
  } catch (error) {
    if (isLost(error)) throw error;
    return false;
  }
}

/** Verified backups that are not there, or all of them `again`; none that retention would remove there at once. */
async function backupsFor(
  { place, owner }: CopyFolder,
  backups: readonly BackupInfo[],
  again: boolean,
  context: Parameters<typeof planRetention>[1]
): Promise<readonly BackupInfo[]> {
  const verified = backups.filter(({ verifiedAt }) => verifiedAt !== null);
  const isThere = (copies: readonly BackupInfo[], backup: BackupInfo): boolean =>
    copies.some(({ id, digest, bytes }) => id === backup.id && digest === backup.digest && bytes === backup.bytes);
  const copies = await readCopies(place, owner);
  const missing = verified.filter((backup) => !isThere(copies, backup));
  const { leaving } = planRetention([...copies, ...missing], context);
  const gone = new Set(leaving.map(({ id }) => id));
  return (again ? verified : missing).filter(({ id }) => !gone.has(id));
}

/** Every copy read back from the folder. @returns null where there is no folder. */
export async function checkFolder(
  services: WorkerServices,
  { signal }: Pick<JobContext, 'signal'>
): Promise<HealthFinding | null> {
  const folder = await services.folder();
  if (folder === null) return null;
  const { place, owner, name } = folder;
  const finding = (
    level: HealthFinding['level'],
    sentence: string,
    details: readonly string[],
    remedy: string | null
  ) => ({ area: 'copies', level, sentence, details, remedy }) as const;
  try {
    const copies = await readCopies(place, owner);
    const damaged: string[] = [];
    for (const copy of copies) {
      signal.throwIfAborted();
      if (!(await isWhole(services, copy, await place.read(copy.name), signal))) damaged.push(copy.name);
    }
    if (damaged.length > 0)
      return finding(
        'problem',
        `${damaged.length} of ${copies.length} copies in the folder cannot be restored.`,
        damaged,
        'Copy to the folder again: damaged copies are written anew.'
      );
    const { total, damaged: files } = await damagedFiles(services, folder, signal);
    if (files.length > 0)
      return finding(
        'problem',
        `${files.length} of ${total} files of your documents in the folder are damaged.`,
        files,
        'Copy to the folder again: damaged copies are written anew.'
      );
    return finding('good', `All ${copies.length} copies in the folder are whole, read back from there.`, [], null);
  } catch (error) {
    if (!isLost(error)) throw error;
    return finding(
      'note',
      'The folder for copies cannot be reached at present.',
      [name],
      'Reconnect it, or choose another one.'
    );
  }
}

/** Ids of this browser's files that are not in the folder what was put in. Files of others may lie beside them. */
async function damagedFiles(
  services: WorkerServices,
  folder: CopyFolder,
  signal: AbortSignal
): Promise<{ readonly total: number; readonly damaged: readonly string[] }> {
  const here = new Set(await new Attachments(services.attachments).list());
  const damaged: string[] = [];
  if (here.size === 0) return { total: 0, damaged };
  const there = new Attachments(folder.attachments);
  const all = (await there.list()).filter((id) => here.has(id));
  for await (const { id, read } of there.readBack(all)) {
    signal.throwIfAborted();
    if (read.state !== 'sound') damaged.push(id);
  }
  return { total: all.length, damaged };
}

async function isWhole(
  services: WorkerServices,
  copy: BackupInfo,
  file: Blob | null,
  signal: AbortSignal
): Promise<boolean> {
  if (file === null) return false;
  const { verification, footer } = await verifySnapshot(file, { ...reading(services), signal });
  return verification.ok && footer?.digest === copy.digest;
}

function reading({ history, environment }: WorkerServices): Pick<VerifyOptions, 'schemaOf' | 'elapsed'> {
  return { schemaOf: (version) => findVersion(history, version)?.stores ?? null, elapsed: environment.elapsed };
}
