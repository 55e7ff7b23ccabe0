import { cachePlace } from './cache';
import type { FilePlace } from './file-place';
import { hasOpfs, opfsPlace } from './opfs';

/**
 * The first place outside IndexedDB that this browser has: a folder of the private file system, else a cache of that
 * name. Throws a sentence where it has neither.
 */
export async function choosePlace(folder: string): Promise<FilePlace> {
  if (await hasOpfs()) return opfsPlace(folder);
  if (typeof caches !== 'undefined') return cachePlace(folder);
  throw new Error(
    'Backups need the private file system (navigator.storage.getDirectory) or Cache Storage (caches), and this ' +
      'environment has neither: give createBackups a place of your own.'
  );
}
