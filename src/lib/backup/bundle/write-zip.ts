/**
 * A zip file whose entries are stored as they are. It is put together from the files themselves, not from their bytes:
 * the browser reads them from where they lie while it writes the zip, so that its size takes no memory.
 */
import { centralHeader, endRecord, localHeader, type ZipEntry } from './zip-records';

/** What fits without the longer form of a zip, which not everything reads. */
const MOST_BYTES = 2 ** 32 - 1;
const MOST_ENTRIES = 2 ** 16 - 1;

export interface StoredFile extends ZipEntry {
  readonly content: Blob;
}

/** `made`: the time that the entries have. @throws Error with a sentence, where it is too much for one file. */
export function writeZip(files: readonly StoredFile[], made: Date): Blob {
  const parts: BlobPart[] = [];
  const contents: Uint8Array<ArrayBuffer>[] = [];
  let at = 0;
  for (const file of files) {
    const header = localHeader(file, made);
    contents.push(centralHeader(file, at, made));
    parts.push(header, file.content);
    at += header.length + file.bytes;
  }
  const bytes = contents.reduce((sum, { length }) => sum + length, 0);
  if (at + bytes > MOST_BYTES || files.length > MOST_ENTRIES)
    throw new Error(
      'The backup and its attachments are more than one zip file takes (4 GB). Download the backup without them, and save the largest files one by one from their assets. Nothing was changed.'
    );
  return new Blob([...parts, ...contents, endRecord(files.length, bytes, at)], { type: 'application/zip' });
}
