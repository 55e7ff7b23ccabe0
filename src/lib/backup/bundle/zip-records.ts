/** The three records of a zip file, as APPNOTE 6.3 lays them out: for entries that are stored as they are, and no others. */

export const localBytes = 30;
export const centralBytes = 46;
export const endBytes = 22;

export const signatures = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 } as const;

/** 2.0, the oldest that everything reads. */
const READER = 20;
/** Names are UTF-8; everything else about the entry is plain. */
const UTF8 = 0x0800;

export interface ZipEntry {
  readonly name: string;
  readonly bytes: number;
  readonly crc: number;
}

/** What the local header and the table of contents say alike of an entry, from the version to the length of its name. */
function common({ bytes, crc }: ZipEntry, nameBytes: number, made: Date): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(26));
  view.setUint16(0, READER, true);
  view.setUint16(2, UTF8, true);
  view.setUint16(6, (made.getHours() << 11) | (made.getMinutes() << 5) | (made.getSeconds() >> 1), true);
  const year = Math.min(Math.max(made.getFullYear() - 1980, 0), 127);
  view.setUint16(8, (year << 9) | ((made.getMonth() + 1) << 5) | made.getDate(), true);
  view.setUint32(10, crc, true);
  view.setUint32(14, bytes, true);
  view.setUint32(18, bytes, true);
  view.setUint16(22, nameBytes, true);
  return new Uint8Array(view.buffer);
}

/** Stands before the content. */
export function localHeader(entry: ZipEntry, made: Date): Uint8Array<ArrayBuffer> {
  const name = new TextEncoder().encode(entry.name);
  const header = new Uint8Array(localBytes + name.length);
  new DataView(header.buffer).setUint32(0, signatures.local, true);
  header.set(common(entry, name.length, made), 4);
  header.set(name, localBytes);
  return header;
}

/** A line of the table of contents. `at`: where the local header begins. */
export function centralHeader(entry: ZipEntry, at: number, made: Date): Uint8Array<ArrayBuffer> {
  const name = new TextEncoder().encode(entry.name);
  const header = new Uint8Array(centralBytes + name.length);
  const view = new DataView(header.buffer);
  view.setUint32(0, signatures.central, true);
  view.setUint16(4, READER, true);
  header.set(common(entry, name.length, made), 6);
  view.setUint32(42, at, true);
  header.set(name, centralBytes);
  return header;
}

export function endRecord(entries: number, bytes: number, at: number): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(endBytes));
  view.setUint32(0, signatures.end, true);
  view.setUint16(8, entries, true);
  view.setUint16(10, entries, true);
  view.setUint32(12, bytes, true);
  view.setUint32(16, at, true);
  return new Uint8Array(view.buffer);
}
