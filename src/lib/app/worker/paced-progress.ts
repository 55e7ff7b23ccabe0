/** Progress thinned out to what an eye can follow; never backwards. */

/** Milliseconds between two messages: about fifteen a second. */
const interval = 66;

export type Progress = (fraction: number, message: string) => void;

/** `elapsed`: milliseconds that only go forward. The first message and the end (1) always pass. */
export function pacedProgress(post: Progress, elapsed: () => number): Progress {
  let last = Number.NEGATIVE_INFINITY;
  let highest = 0;
  return (fraction, message) => {
    const now = elapsed();
    highest = Math.max(highest, Math.min(fraction, 1));
    if (fraction < 1 && now - last < interval) return;
    last = now;
    post(highest, message);
  };
}
