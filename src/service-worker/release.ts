/** The files of one build, kept whole or not at all, so that the app opens without a network. */

export interface Release {
  /** The path the app lies under, without a slash at its end. */
  readonly base: string;
  /** Names the build; another build has another name. */
  readonly name: string;
  /** Paths of every file of the build, the start page and the page shown meanwhile among them. */
  readonly files: readonly string[];
}

const prefix = 'ww-build-';
/** Requests at a time. */
const lanes = 6;

/** The page that every route opens with. */
export const startPage = (base: string): string => `${base}/index.html`;

/** The page for windows that open while data is migrated. */
export const updatingPage = (base: string): string => `${base}/updating.html`;

/** Whether the content at a path never changes, because its name holds a digest. */
export function isImmutable(path: string, base: string): boolean {
  return path.startsWith(`${base}/_app/immutable/`);
}

/**
 * Fetches every file and keeps it. Rejects, and leaves nothing behind, when one is missing, is another file than its
 * name says, or when the start page belongs to another build: half an update changes nothing.
 */
export async function keepRelease(release: Release): Promise<void> {
  const cacheName = prefix + release.name;
  const cache = await caches.open(cacheName);
  const waiting = [...new Set(release.files)];
  const lane = async (): Promise<void> => {
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      // The build before this one shares most of its files.
      const kept = isImmutable(path, release.base) ? await caches.match(path) : undefined;
      await cache.put(path, kept ?? (await load(path, release)));
    }
  };
  try {
    await Promise.all(Array.from({ length: lanes }, lane));
  } catch (error) {
    waiting.length = 0;
    await caches.delete(cacheName);
    throw error;
  }
}

/** Keeps the build before this one, whose windows may still be open; those before it go. */
export async function forgetOlderReleases({ name }: Release): Promise<void> {
  // In the order of their making. What was made after this one is a newer build that waits.
  const names = (await caches.keys()).filter((cache) => cache.startsWith(prefix));
  const own = names.indexOf(prefix + name);
  await Promise.all(names.slice(0, Math.max(0, own - 1)).map((cache) => caches.delete(cache)));
}

/** A file of this build; of an earlier one where its name holds a digest; else from the network. */
export async function fileOf(path: string, release: Release, request: Request): Promise<Response> {
  const own = await (await caches.open(prefix + release.name)).match(path);
  if (own !== undefined) return own;
  const earlier = isImmutable(path, release.base) ? await caches.match(path) : undefined;
  return earlier ?? fetch(request);
}

async function load(path: string, release: Release): Promise<Response> {
  const response = await fetch(path, { cache: isImmutable(path, release.base) ? 'default' : 'no-cache' });
  if (!response.ok) throw new Error(`${path} could not be fetched: ${response.status}`);
  // A host that answers every path with the start page would otherwise fill the cache with it.
  const isPage = response.headers.get('content-type')?.includes('text/html') ?? false;
  if (isPage !== path.endsWith('.html')) throw new Error(`${path} arrived as something else`);
  if (path === startPage(release.base)) expectOwnPage(await response.clone().text(), release);
  // A redirected response may not answer a navigation.
  return response.redirected ? new Response(response.body, { headers: response.headers }) : response;
}

/** While a host changes from one build to the next, the page of one may come with the worker of the other. */
export function expectOwnPage(page: string, { files, base }: Release): void {
  const own = new Set(files);
  const named = page.match(/_app\/immutable\/[\w./-]+\.(?:js|css)/g) ?? [];
  const foreign = named.find((path) => !own.has(`${base}/${path}`));
  if (named.length === 0 || foreign !== undefined) throw new Error('The start page belongs to another build');
}
