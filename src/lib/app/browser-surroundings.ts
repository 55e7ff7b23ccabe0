/** The surroundings of a page in a browser. Made when the app starts: nothing is touched on import. */
import { canShareFile, shareFile } from '../backup/share';
import { channelName, sharedFile, sharedFileLandsOn } from '../protocol';
import { folderPicker } from './folder-picker';
import { installOffer } from './install-offer';
import { leftAlone } from './left-alone';
import type { ChannelPort, ReleasePort, Surroundings, WorkerPort } from './surroundings';
import { trustOwnScripts } from './trusted-scripts';

export function browserSurroundings(): Surroundings {
  trustOwnScripts();
  // Without a secure context there is no randomUUID, and no locks either: the gate says so, instead of a blank page.
  const name = crypto.randomUUID?.() ?? `window opened at ${performance.timeOrigin}`;
  const openedAt = location.pathname;
  return {
    window: name,
    tab: tabName(name),
    releases: lazyReleases(),
    installing: installOffer(),
    document: {
      hidden: () => document.visibilityState === 'hidden',
      onHidden: (handler) =>
        document.addEventListener('visibilitychange', () => (document.hidden ? handler() : undefined))
    },
    appVersion: __APP_VERSION__,
    locks: {
      request: async (lock, options, callback) => webLocks().request(lock, options, callback),
      query: async () => webLocks().query()
    },
    channel: openChannel(),
    startWorker: () => startWorker(name),
    onLifecycle({ leave, comeBack }) {
      addEventListener('pagehide', leave);
      document.addEventListener('freeze', leave);
      document.addEventListener('resume', comeBack);
      addEventListener('pageshow', (event) => {
        if (event.persisted) comeBack();
      });
    },
    choices: {
      get: (key) => attempt(() => localStorage.getItem(`ww:${key}`)),
      set: (key, value) => attempt(() => (localStorage.setItem(`ww:${key}`, value), null))
    },
    onOpenedFile,
    takeSharedFile: () => takeSharedFile(openedAt),
    downloadBackup,
    setBadge: (count) => void navigator.setAppBadge?.(count).catch(() => undefined),
    saveFile,
    folder: folderPicker(),
    canShare: canShareFile(new File([''], 'a.json.gz')),
    share: shareFile,
    persisted: async () => (await navigator.storage?.persisted?.()) ?? null,
    persist: async () => (await navigator.storage?.persist?.()) ?? false,
    today,
    onNewDay,
    leftAlone: (milliseconds) => leftAlone(window, milliseconds),
    now
  };
}

const now = (): Date => new Date();

function today(): string {
  const date = now();
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}

function onNewDay(handler: (day: string) => void): void {
  const onShown = (run: () => void): void =>
    document.addEventListener('visibilitychange', () => (document.hidden ? undefined : run()));
  // Where it cannot be loaded, the day changes at the next start.
  void import('./day-change').then(
    ({ watchDay }) => watchDay({ today, now, after: (wait, run) => void setTimeout(run, wait), onShown }, handler),
    () => undefined
  );
}

/** Where the app lies, whatever page is open: the manifest lies at its root. */
function appRoot(): URL {
  const manifest = document.querySelector<HTMLLinkElement>('link[rel="manifest"]');
  return new URL('./', manifest?.href ?? location.origin);
}

/** Loaded after the first screen. In development there is no build to keep. */
function lazyReleases(): ReleasePort {
  const loaded = import.meta.env.PROD
    ? () =>
        import('./release-watch').then(
          ({ releaseWatch }) => (port ??= releaseWatch(new URL('service-worker.js', appRoot())))
        )
    : () => new Promise<never>(() => undefined);
  let port: ReleasePort | undefined;
  return {
    watch: async (handlers) => (await loaded()).watch(handlers),
    look: async () => (await loaded()).look(),
    activate: async () => (await loaded()).activate(),
    reload: () => location.reload(),
    reloadOnce: () => port?.reloadOnce()
  };
}

function tabName(fresh: string): string {
  const known = attempt(() => sessionStorage.getItem('ww:tab'));
  if (known !== null) return known;
  attempt(() => (sessionStorage.setItem('ww:tab', fresh), null));
  return fresh;
}

/** `openedAt`: the path at which this window was opened. */
async function takeSharedFile(openedAt: string): Promise<File | null> {
  if (typeof caches === 'undefined' || !(await caches.has(sharedFile.cache))) return null;
  const response = await (await caches.open(sharedFile.cache)).match(sharedFile.key);
  const name = decodeURIComponent(response?.headers.get('x-file-name') ?? 'shared');
  // Another window of the app, which starts at the same time, leaves it to the one that the person is led to.
  if (response !== undefined && new URL(sharedFileLandsOn(name), appRoot()).pathname !== openedAt) return null;
  await caches.delete(sharedFile.cache);
  return response === undefined ? null : new File([await response.blob()], name);
}

async function downloadBackup(name: string): Promise<boolean> {
  if (!navigator.serviceWorker?.controller) return false;
  const address = new URL(`backups/${encodeURIComponent(name)}`, appRoot());
  const answer = await fetch(address, { method: 'HEAD' }).catch(() => null);
  if (answer?.headers.get('content-disposition')?.startsWith('attachment') !== true) return false;
  const link = document.createElement('a');
  link.href = address.href;
  link.click();
  return true;
}

function webLocks(): LockManager {
  const { locks } = navigator as { locks?: LockManager };
  if (locks === undefined)
    throw new Error('This page needs Web Locks, which browsers give to https pages and localhost.');
  return locks;
}

function openChannel(): ChannelPort {
  const channel = new BroadcastChannel(channelName);
  return {
    post: (message) => channel.postMessage(message),
    onMessage: (handler) => channel.addEventListener('message', (event: MessageEvent<unknown>) => handler(event.data))
  };
}

function startWorker(name: string): WorkerPort {
  const worker = new Worker(new URL('./worker/worker.ts', import.meta.url), { type: 'module', name });
  return {
    post: (message) => worker.postMessage(message),
    onMessage: (handler) => worker.addEventListener('message', (event: MessageEvent<unknown>) => handler(event.data)),
    onError: (handler) =>
      worker.addEventListener('error', (event) => handler(event.message || 'It could not be loaded.')),
    terminate: () => worker.terminate()
  };
}

/** In Chromium; in the types of none. Files are kept in the queue until somebody takes them. */
interface LaunchQueue {
  setConsumer(consumer: (launch: { readonly files?: readonly FileSystemFileHandle[] }) => void): void;
}

function onOpenedFile(handler: (file: File) => void): void {
  const { launchQueue } = globalThis as { launchQueue?: LaunchQueue };
  launchQueue?.setConsumer(({ files }) => {
    // What cannot be read any more was moved or removed since: there is nothing to look at.
    void files?.[0]?.getFile().then(handler, () => undefined);
  });
}

function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has its own hold on the content once it has begun.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Storage for choices may be switched off; the app works without. */
function attempt(action: () => string | null): string | null {
  try {
    return action();
  } catch {
    return null;
  }
}
