import type { LockPort } from '../ports';

interface Request {
  readonly name: string;
  readonly mode: 'exclusive' | 'shared';
  grant(): void;
}

/** Web Locks in memory, for one process: first come first served, shared and exclusive, never stolen. */
export function memoryLocks(): LockPort {
  const held = new Set<Request>();
  const waiting: Request[] = [];

  const free = (request: Request): boolean =>
    ![...held].some(
      (other) => other.name === request.name && (other.mode === 'exclusive' || request.mode === 'exclusive')
    );
  const next = (): void => {
    for (const request of [...waiting]) {
      const earlier = waiting.slice(0, waiting.indexOf(request)).some((other) => other.name === request.name);
      if (earlier || !free(request)) continue;
      waiting.splice(waiting.indexOf(request), 1);
      held.add(request);
      request.grant();
    }
  };

  return {
    request(name, options, callback) {
      return new Promise((resolve, reject) => {
        const request: Request = {
          name,
          mode: options.mode ?? 'exclusive',
          grant() {
            options.signal?.removeEventListener('abort', abandon);
            const release = (): void => {
              held.delete(request);
              next();
            };
            callback({ name }).finally(release).then(resolve, reject);
          }
        };
        const abandon = (): void => {
          waiting.splice(waiting.indexOf(request), 1);
          reject(options.signal?.reason as Error);
        };
        if (options.signal?.aborted) return reject(options.signal.reason as Error);
        if (options.ifAvailable && (!free(request) || waiting.some((other) => other.name === name))) {
          callback(null).then(resolve, reject);
          return;
        }
        options.signal?.addEventListener('abort', abandon, { once: true });
        waiting.push(request);
        next();
      });
    },
    async query() {
      const plain = (request: Request): { name: string; mode: string } => ({ name: request.name, mode: request.mode });
      return { held: [...held].map(plain), pending: waiting.map(plain) };
    }
  };
}
