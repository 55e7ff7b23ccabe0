/** The page: passes each call on to the worker, where all contenders run, and hands back its answer. */
import { trustOwnScripts } from '../../../src/lib/app/trusted-scripts';
import type { Contest, Call } from './worker';

type Answer = { readonly id: number } & ({ readonly result: unknown } | { readonly error: string });

// The page is served under the app's policy, which lets no worker start without this.
trustOwnScripts();

const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
let calls = 0;

worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
  const call = waiting.get(data.id);
  waiting.delete(data.id);
  if ('error' in data) call?.reject(new Error(data.error));
  else call?.resolve(data.result);
});

function bench<Name extends keyof Contest>(
  name: Name,
  ...args: Parameters<Contest[Name]>
): Promise<Awaited<ReturnType<Contest[Name]>>> {
  return new Promise((resolve, reject) => {
    const id = ++calls;
    waiting.set(id, { resolve: (value) => resolve(value as Awaited<ReturnType<Contest[Name]>>), reject });
    worker.postMessage({ id, name, args } satisfies Call);
  });
}

export type Bench = typeof bench;

declare global {
  interface Window {
    bench: Bench;
  }
}

window.bench = bench;
