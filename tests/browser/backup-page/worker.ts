import { trustOwnScripts } from '../../../src/lib/app/trusted-scripts';
import { acts } from './acts';

// Backups have a helper in a worker of their own.
trustOwnScripts();

onmessage = async ({ data: [act, ...args] }: MessageEvent<[keyof typeof acts, ...never[]]>) => {
  try {
    postMessage({ ok: true, result: await (acts[act] as (...given: never[]) => Promise<unknown>)(...args) });
  } catch (error) {
    postMessage({ ok: false, error: String(error) });
  }
};
