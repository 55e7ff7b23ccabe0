/**
 * Cache Storage, for engines without a private file system. A file is a number of entries, one per piece, and an index
 * entry under its own name that is put last and lists them: so a full disk refuses at the piece that no longer fits,
 * and the file appears, or replaces an older one, with one `put`. The service worker must leave this cache alone.
 */
import { LEFTOVER_AGE_MS, type FilePlace, type FileSink } from './file-place';

/** Files of the cache with this name. */
export function cachePlace(name: string): FilePlace {
  const open = () => caches.open(name);
  return {
    kind: 'cache',
    async write(file) {
      return pieceSink(await open(), name, file);
    },
    async read(file) {
      const cache = await open();
      const pieces = await indexOf(cache, fileAddress(name, file));
      if (!pieces) return null;
      const blobs = await Promise.all(
        pieces.map(async (address) => {
          const response = await cache.match(address);
          if (!response) throw new DOMException(`A part of ${file} is missing.`, 'NotReadableError');
          return response.blob();
        })
      );
      return new Blob(blobs);
    },
    async list() {
      const keys = await (await open()).keys();
      return keys.flatMap(({ url }) => parse(url)?.file ?? []);
    },
    async remove(file) {
      const cache = await open();
      const address = fileAddress(name, file);
      const pieces = await indexOf(cache, address);
      await cache.delete(address);
      await removeAll(cache, pieces ?? []);
    },
    async sweep(own) {
      const cache = await open();
      const keys = (await cache.keys()).map(({ url }) => new URL(url).pathname);
      const used = new Set<string>();
      for (const key of keys) if (parse(key)?.file) (await indexOf(cache, key))?.forEach((piece) => used.add(piece));
      const left = keys.filter((key) => {
        const piece = parse(key)?.piece;
        return piece && !used.has(key) && (own(piece.of) || Date.now() - piece.begun > LEFTOVER_AGE_MS);
      });
      await removeAll(cache, left);
    }
  };
}

async function pieceSink(cache: Cache, name: string, file: string): Promise<FileSink> {
  const address = fileAddress(name, file);
  const begun = `/${name}/pieces/${encodeURIComponent(file)}/${Date.now()}-${crypto.randomUUID()}`;
  const pieces: string[] = [];
  let open = true;
  const abort = async () => {
    if (!open) return;
    open = false;
    await removeAll(cache, pieces);
  };
  return {
    async write(bytes) {
      if (!open) throw new DOMException('The file is closed.', 'InvalidStateError');
      const piece = `${begun}/${pieces.length}`;
      pieces.push(piece);
      await cache.put(piece, new Response(bytes));
    },
    async close() {
      if (!open) throw new DOMException('The file is closed.', 'InvalidStateError');
      try {
        const replaced = await indexOf(cache, address);
        await cache.put(address, Response.json(pieces));
        open = false;
        await removeAll(cache, replaced ?? []);
      } catch (error) {
        await abort();
        throw error;
      }
    },
    abort
  };
}

function fileAddress(name: string, file: string): string {
  return `/${name}/files/${encodeURIComponent(file)}`;
}

/** What an address of this cache stands for: a file, or a piece of one that was begun at some time. */
function parse(url: string): { file?: string; piece?: { of: string; begun: number } } | null {
  const [kind, file, begun] = (/\/(files|pieces)\/(.*)$/.exec(url)?.[0] ?? '').split('/').slice(1);
  if (file === undefined) return null;
  if (kind === 'files') return { file: decodeURIComponent(file) };
  return { piece: { of: decodeURIComponent(file), begun: Number.parseInt(begun ?? '', 10) } };
}

async function indexOf(cache: Cache, address: string): Promise<readonly string[] | null> {
  const response = await cache.match(address);
  return response ? ((await response.json()) as readonly string[]) : null;
}

async function removeAll(cache: Cache, addresses: readonly string[]): Promise<void> {
  await Promise.all(addresses.map((address) => cache.delete(address)));
}
