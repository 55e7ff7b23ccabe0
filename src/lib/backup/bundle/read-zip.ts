/**
 * Reads a zip file of ours, and no other. Entries must be stored, one directly behind the other from the first byte on,
 * and the table of contents directly behind them: so nothing can be inflated, overlap, or hide between two entries.
 */
import { SnapshotProblem } from '../format/problem';
import type { StoredFile } from './write-zip';
import { centralBytes, endBytes, localBytes, localHeader, signatures, type ZipEntry } from './zip-records';

/** More than any portfolio has; a table of contents of that many lines is read at once. */
export const mostEntries = 20_000;

const CUT = 'This zip file is cut off or damaged: its table of contents is not at its end.';
const FOREIGN =
  'This zip file was not written by this app, or was packed anew. If a backup is in it, unpack it and choose the file whose name begins with WealthWise_Backup.';

/** Whether a file begins as a zip does. */
export async function isZip(file: Blob): Promise<boolean> {
  const view = await viewOf(file.slice(0, 4));
  if (view.byteLength < 4) return false;
  const first: number = view.getUint32(0, true);
  // An empty one has nothing but its end.
  return first === signatures.local || first === signatures.end;
}

/** Entries by name, their contents as parts of the file. No content is read, nor its check sum. @throws SnapshotProblem */
export async function readZip(file: Blob): Promise<ReadonlyMap<string, StoredFile>> {
  if (file.size < endBytes) throw new SnapshotProblem(CUT);
  const end = await viewOf(file.slice(file.size - endBytes));
  // The last record ends the file: one with a remark behind it is not ours, and one without is cut off.
  if (end.getUint32(0, true) !== signatures.end || end.getUint16(20, true) !== 0) throw new SnapshotProblem(CUT);
  const count = end.getUint16(10, true);
  const [bytes, from] = [end.getUint32(12, true), end.getUint32(16, true)];
  if (from + bytes + endBytes !== file.size) throw new SnapshotProblem(CUT);
  if (count > mostEntries)
    throw new SnapshotProblem(`This zip file names ${count} files, more than a backup with attachments has.`);
  const table = await viewOf(file.slice(from, from + bytes));
  const found = new Map<string, StoredFile>();
  let [line, expected] = [0, 0];
  for (let entry = 0; entry < count; entry++) {
    const { at, length, ...named } = centralEntry(table, line);
    line += length;
    if (at !== expected) throw new SnapshotProblem(FOREIGN);
    if (found.has(named.name)) throw new SnapshotProblem(`This zip file holds ‘${shown(named.name)}’ twice.`);
    const begins = at + localBytes + new TextEncoder().encode(named.name).length;
    expected = begins + named.bytes;
    if (expected > from)
      throw new SnapshotProblem(`This zip file says that ‘${shown(named.name)}’ is larger than what is in it.`);
    await expectLocal(file.slice(at, begins), named);
    found.set(named.name, { ...named, content: file.slice(begins, expected) });
  }
  if (line !== bytes || expected !== from) throw new SnapshotProblem(FOREIGN);
  return found;
}

/** A line of the table of contents, and how long it is. */
function centralEntry(table: DataView, line: number): ZipEntry & { readonly at: number; readonly length: number } {
  if (line + centralBytes > table.byteLength || table.getUint32(line, true) !== signatures.central)
    throw new SnapshotProblem(CUT);
  const nameBytes = table.getUint16(line + 28, true);
  const length = centralBytes + nameBytes;
  if (line + length > table.byteLength) throw new SnapshotProblem(CUT);
  const [method, packed, bytes] = [
    table.getUint16(line + 10, true),
    table.getUint32(line + 20, true),
    table.getUint32(line + 24, true)
  ];
  // Locked or packed, sizes that differ, further fields, a remark, another part of it on another disk: not ours.
  const others = [table.getUint16(line + 8, true) & ~0x0800, method, packed - bytes, table.getUint32(line + 30, true)];
  if (others.some((value) => value !== 0) || table.getUint16(line + 34, true) !== 0) throw new SnapshotProblem(FOREIGN);
  return {
    name: nameIn(table, line, nameBytes),
    bytes,
    crc: table.getUint32(line + 16, true),
    at: table.getUint32(line + 42, true),
    length
  };
}

function nameIn(table: DataView, line: number, bytes: number): string {
  try {
    const name = new Uint8Array(table.buffer, table.byteOffset + line + centralBytes, bytes);
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(name);
  } catch {
    throw new SnapshotProblem(FOREIGN);
  }
}

/** What stands before a content must say what the table of contents says; its time alone does not matter. */
async function expectLocal(header: Blob, entry: ZipEntry): Promise<void> {
  const found = new Uint8Array(await header.arrayBuffer());
  const right = localHeader(entry, new Date(0));
  const same = found.length === right.length && right.every((byte, at) => (at >= 10 && at < 14) || byte === found[at]);
  if (!same) throw new SnapshotProblem(`This zip file contradicts itself about ‘${shown(entry.name)}’.`);
}

async function viewOf(part: Blob): Promise<DataView> {
  return new DataView(await part.arrayBuffer());
}

/** A name of a stranger's, in a sentence. */
export function shown(name: string): string {
  const plain = name.replace(/[\p{C}]+/gu, '?');
  return plain.length > 80 ? `${plain.slice(0, 80)}…` : plain;
}
