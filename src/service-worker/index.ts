/**
 * Keeps the built app for use without a network, shows new windows the "Updating" page while data is migrated, and
 * hands out backups as downloads. It remembers nothing between two events, so it may be stopped at any moment; that no
 * window writes with old eyes is the work of the locks and of the guarded database, not of this.
 */
import { base, build, files, version } from '$service-worker';
import {
  isServiceWorkerRequest,
  type ReleaseNews,
  type ServiceWorkerReply,
  type ServiceWorkerRequest
} from '../lib/protocol';
import { backupDownload } from './downloads';
import { isMigrating, isMigrationNear } from './gate';
import {
  fileOf,
  forgetOlderReleases,
  isImmutable,
  keepRelease,
  startPage,
  updatingPage,
  type Release
} from './release';
import { takeSharedFile } from './shared-file';

declare const self: ServiceWorkerGlobalScope;

const release: Release = { base, name: version, files: [...build, ...files, startPage(base)] };
const kept = new Set(release.files);
const news: ReleaseNews = {
  build: version,
  appVersion: __APP_VERSION__,
  dataVersion: __DATA_VERSION__,
  changes: __CHANGES__
};

self.addEventListener('install', (event) => {
  event.waitUntil(keepRelease(release));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(forgetOlderReleases(release).then(() => self.clients.claim()));
});

self.addEventListener('message', (event) => {
  const request: unknown = event.data;
  if (!isServiceWorkerRequest(request)) return;
  event.waitUntil(
    answer(request).then((reply) => {
      event.ports[0]?.postMessage(reply);
      if (reply.type === 'ACTIVATING') return self.skipWaiting();
    })
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== location.origin) return;
  if (request.method === 'POST' && pathname === `${base}/shared`) {
    event.respondWith(takeSharedFile(request, base));
  } else if (request.method !== 'GET' && request.method !== 'HEAD') {
    return;
  } else if (pathname.startsWith(`${base}/backups/`)) {
    event.respondWith(backupDownload(decoded(pathname.slice(base.length + '/backups/'.length)), request));
  } else if (request.mode === 'navigate' && isRoute(pathname)) {
    event.respondWith(openWindow(request));
  } else if (kept.has(pathname) || isImmutable(pathname, base)) {
    event.respondWith(fileOf(pathname, release, request));
  }
});

async function answer(request: ServiceWorkerRequest): Promise<ServiceWorkerReply> {
  if (request.type === 'DESCRIBE') return { type: 'RELEASE', news };
  return (await isMigrationNear()) ? { type: 'BUSY' } : { type: 'ACTIVATING' };
}

async function openWindow(request: Request): Promise<Response> {
  const page = (await isMigrating()) ? updatingPage(base) : startPage(base);
  return fileOf(page, release, request);
}

/** A path whose last part has an extension is a file: the server answers it in the same way. */
function isRoute(path: string): boolean {
  return path === startPage(base) || !/\.[^/]+$/.test(path);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
