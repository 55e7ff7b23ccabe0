import type { Verbs } from './verbs';
import type { Call } from './worker';

/** One verb, in a worker of its own. */
export function inWorker<V extends keyof Verbs>(
  verb: V,
  argument: Parameters<Verbs[V]>[0]
): Promise<Awaited<ReturnType<Verbs[V]>>> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  return new Promise<Awaited<ReturnType<Verbs[V]>>>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Awaited<ReturnType<Verbs[V]>>>) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage({ verb, argument } satisfies Call<V>);
  }).finally(() => worker.terminate());
}
