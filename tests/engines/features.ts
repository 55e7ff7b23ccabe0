/** What an engine offers of that which the app makes use of where it is there. The README lists the answers. */
import type { PersonWindow } from './person';

export type Features = Readonly<Record<string, boolean>>;

export function featuresOf(looking: PersonWindow): Promise<Features> {
  return looking.run(async () => {
    const storage = navigator.storage as StorageManager | undefined;
    const files = await storage?.getDirectory?.().then(
      () => true,
      () => false
    );
    return {
      'private file system': files === true && 'move' in FileSystemFileHandle.prototype,
      'Cache Storage': typeof caches === 'object',
      'asking to keep the data': typeof storage?.persist === 'function',
      'free space': typeof storage?.estimate === 'function',
      'storage buckets': 'storageBuckets' in navigator,
      'compression streams': typeof CompressionStream === 'function',
      'Trusted Types': 'trustedTypes' in globalThis,
      'folder of the owner’s choosing': 'showDirectoryPicker' in globalThis,
      'files opened with the installed app': 'launchQueue' in globalThis,
      'page life cycle': 'onfreeze' in document,
      'number on the icon': 'setAppBadge' in navigator,
      'system share sheet': 'canShare' in navigator
    };
  });
}
