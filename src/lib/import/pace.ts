/** Long work in pieces: between two of them the thread is free, so that progress shows and a cancel is heard. */
export interface Pace {
  readonly signal?: AbortSignal | undefined;
  /** Called with what is done of the total, in whatever the work counts in. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

const rowsAtOnce = 2_000;

/** Calls `work` for every index below `total`. Throws the signal's reason once it is aborted. */
export async function inChunks(total: number, pace: Pace, work: (index: number) => void): Promise<void> {
  for (let from = 0; from < total; from += rowsAtOnce) {
    pace.signal?.throwIfAborted();
    const to = Math.min(total, from + rowsAtOnce);
    for (let index = from; index < to; index++) work(index);
    pace.onProgress?.(to, total);
    if (to < total) await freeThread();
  }
}

/** A message arrives without the four milliseconds that browsers add to nested timers. */
function freeThread(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
