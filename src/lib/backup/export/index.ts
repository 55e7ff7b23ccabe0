/** The data for other uses than restoring it. */
import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { SnapshotSource } from '../../migration';
import { csvOfStore } from './csv';

export { csvOfStore } from './csv';

/** A zip with one CSV file for each store that holds anything. */
export async function exportCsv(source: SnapshotSource): Promise<Blob> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let failure: Error | null = null;
  const zip = new Zip((error, piece) => {
    if (error) failure = error;
    else pieces.push(piece.slice());
  });
  const counts = await source.counts();
  for (const { name, definition } of source.stores) {
    if ((counts[name] ?? 0) === 0) continue;
    const file = new ZipDeflate(`${name}.csv`, { level: 6 });
    zip.add(file);
    await csvOfStore(source, name, definition, (text) => file.push(strToU8(text)));
    file.push(new Uint8Array(0), true);
    if (failure) throw failure as Error;
  }
  zip.end();
  return new Blob(pieces, { type: 'application/zip' });
}
