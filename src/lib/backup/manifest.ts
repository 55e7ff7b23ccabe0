/**
 * The list of backups: a small file beside them. It is a convenience, never the truth: a backup that it lacks is found
 * by its own header, and one whose file is gone is not listed. Written only under the backup lock.
 */
import type { BackupInfo } from '../migration';
import type { SnapshotHeader } from './format/header';
import { SnapshotReader } from './format/reader';
import { isBackupName } from './names';
import { writeWhole, type FilePlace } from './places';

const NAME = 'manifest.json';
const VERSION = 1;

/** Every backup that lies in the place, newest first. `isList`: names of the lists that describe some of them. */
export async function readBackups(
  place: FilePlace,
  prefix: string,
  isList: (name: string) => boolean = (name) => name === NAME
): Promise<readonly BackupInfo[]> {
  const files = await place.list();
  const lists = await Promise.all(files.filter(isList).map((name) => readManifest(place, name)));
  const listed = new Map(lists.flat().map((info) => [info.name, info]));
  const names = files.filter((name) => isBackupName(prefix, name));
  const found = await Promise.all(names.map(async (name) => listed.get(name) ?? (await fromItself(place, name))));
  return found
    .filter((info) => info !== null)
    .sort((a, b) => b.createdAt.localeCompare(a.createdAt) || b.name.localeCompare(a.name));
}

export async function writeManifest(place: FilePlace, backups: readonly BackupInfo[], name = NAME): Promise<void> {
  await writeWhole(place, name, JSON.stringify({ version: VERSION, backups }, null, 1));
}

/** What a header says of its file. Not verified: nobody has read it whole. */
export function infoOf(
  place: Pick<FilePlace, 'kind'>,
  name: string,
  bytes: number,
  header: SnapshotHeader
): BackupInfo {
  return {
    id: header.id,
    name,
    createdAt: header.createdAt,
    dataVersion: header.dataVersion,
    reason: header.reason,
    ...(typeof header.occasion === 'string' && { occasion: header.occasion }),
    ...(typeof header.sequence === 'number' && { sequence: header.sequence }),
    place: place.kind,
    bytes,
    counts: header.counts,
    digest: '',
    verifiedAt: null,
    pinned: false,
    encrypted: false,
    keptBecause: [],
    leavesOn: null
  };
}

/** Files that are written under the backup lock alone. */
export function isBackupFile(prefix: string): (name: string) => boolean {
  return (name) => name === NAME || isBackupName(prefix, name);
}

/** What the list alone names, whether it is still there or not. */
export async function readManifest(place: FilePlace, name = NAME): Promise<readonly BackupInfo[]> {
  try {
    const file = await place.read(name);
    const manifest = file ? (JSON.parse(await file.text()) as { version?: unknown; backups?: unknown }) : {};
    if (manifest.version !== VERSION || !Array.isArray(manifest.backups)) return [];
    return manifest.backups.filter(isInfo);
  } catch {
    // Lost or broken: the files speak for themselves.
    return [];
  }
}

function isInfo(value: unknown): value is BackupInfo {
  if (typeof value !== 'object' || value === null) return false;
  const info = value as Record<string, unknown>;
  const texts = ['id', 'name', 'createdAt', 'dataVersion', 'reason', 'place', 'digest'];
  return texts.every((field) => typeof info[field] === 'string') && typeof info.bytes === 'number';
}

async function fromItself(place: FilePlace, name: string): Promise<BackupInfo | null> {
  const file = await place.read(name);
  if (!file) return null;
  try {
    const reader = await SnapshotReader.open(file);
    await reader.close();
    return infoOf(place, name, file.size, reader.header);
  } catch (problem) {
    return unreadable(place, name, file.size, problem);
  }
}

/** A file that cannot be read is still somebody's backup: it is listed, and nothing removes it by itself. */
function unreadable(place: FilePlace, name: string, bytes: number, problem: unknown): BackupInfo {
  const written = /_(\d{4}-\d\d-\d\d)_(\d\d)-(\d\d)-(\d\d)/.exec(name);
  const created = written ? new Date(`${written[1]}T${written[2]}:${written[3]}:${written[4]}`) : new Date(Number.NaN);
  return {
    id: name,
    name,
    createdAt: Number.isNaN(created.getTime()) ? new Date(0).toISOString() : created.toISOString(),
    dataVersion: 'unknown',
    reason: problem instanceof Error ? problem.message : String(problem),
    place: place.kind,
    bytes,
    counts: {},
    digest: '',
    verifiedAt: null,
    pinned: false,
    encrypted: name.endsWith('.age'),
    keptBecause: ['It cannot be read.'],
    leavesOn: null
  };
}
