/** The service worker of a page: registered once the app is on the screen, asked for newer builds while it is open. */
import { messageSW, Workbox } from 'workbox-window';
import { isServiceWorkerReply, type ServiceWorkerReply, type ServiceWorkerRequest } from '../protocol';
import type { ReleaseHandlers, ReleasePort } from './surroundings';

/** Milliseconds between two looks for a newer build. */
const lookAgain = 3_600_000;
/** Milliseconds that a build which was found may take to arrive. */
const arriving = 120_000;
/** Milliseconds within which a window does not load itself anew twice. */
const oncePer = 60_000;
const RELOADED = 'ww:reloaded';

/** @param script the address of the service worker. */
export function releaseWatch(script: URL): ReleasePort {
  let workbox: Workbox | null = null;
  let registration: ServiceWorkerRegistration | undefined;
  const reload = (): void => location.reload();

  return {
    async watch({ onKept, onWaiting, onChangedOver, onPartMissing }: ReleaseHandlers) {
      addEventListener('vite:preloadError', onPartMissing);
      if (!('serviceWorker' in navigator)) return;
      workbox = new Workbox(script.href);
      workbox.addEventListener('waiting', ({ sw }) => {
        if (sw === undefined) return;
        void ask(sw, { type: 'DESCRIBE' }).then((reply) => {
          if (reply?.type === 'RELEASE') onWaiting(reply.news);
        });
      });
      // Workbox tells an update by how the page began, and a page of the first visit begins uncontrolled.
      let controlled = navigator.serviceWorker.controller !== null;
      navigator.serviceWorker.addEventListener('controllerchange', () => {
        if (controlled) onChangedOver();
        controlled = true;
      });
      void navigator.serviceWorker.ready.then(onKept);
      registration = await workbox.register({ immediate: true });
      const look = (): void => void registration?.update().catch(() => undefined);
      setInterval(look, lookAgain);
      document.addEventListener('visibilitychange', () =>
        document.visibilityState === 'visible' ? look() : undefined
      );
    },
    async look() {
      if (registration === undefined) return false;
      await registration.update();
      if (registration.installing !== null) await installed(registration.installing);
      return registration.waiting !== null;
    },
    async activate() {
      const waiting = registration?.waiting;
      // Another window was quicker: there is nothing more to ask for.
      if (!waiting) return (reload(), 'activating');
      return (await ask(waiting, { type: 'SKIP_WAITING' }))?.type === 'BUSY' ? 'busy' : 'activating';
    },
    reload,
    reloadOnce() {
      const last = Number(sessionStorage.getItem(RELOADED) ?? 0);
      if (Date.now() - last < oncePer) return;
      sessionStorage.setItem(RELOADED, String(Date.now()));
      reload();
    }
  };
}

async function ask(worker: ServiceWorker, request: ServiceWorkerRequest): Promise<ServiceWorkerReply | null> {
  const reply: unknown = await messageSW(worker, request);
  return isServiceWorkerReply(reply) ? reply : null;
}

function installed(worker: ServiceWorker): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, arriving);
    worker.addEventListener('statechange', () => {
      if (worker.state === 'installing') return;
      clearTimeout(timer);
      resolve();
    });
  });
}
