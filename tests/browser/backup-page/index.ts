import { trustOwnScripts } from '../../../src/lib/app/trusted-scripts';
import { acts, type Acts } from './acts';

trustOwnScripts();

/** The same acts in a dedicated worker of their own. */
const inWorker = new Proxy({} as Acts, {
  get:
    (_, act: keyof Acts) =>
    (...args: unknown[]) =>
      new Promise((resolve, reject) => {
        const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
        worker.onerror = ({ message }) => reject(new Error(message));
        worker.onmessage = ({ data }: MessageEvent<{ ok: boolean; result?: unknown; error?: string }>) => {
          worker.terminate();
          if (data.ok) resolve(data.result);
          else reject(new Error(data.error));
        };
        worker.postMessage([act, ...args]);
      })
});

const backup = { page: acts, worker: inWorker };

declare global {
  interface Window {
    backup: typeof backup;
  }
}

window.backup = backup;
