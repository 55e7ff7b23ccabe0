/**
 * Keeps long work from piling up memory. A browser collects garbage once the script's own objects have grown to a
 * multiple of what it found in use the last time; what it keeps beside them (results of requests, texts, buffers) hardly
 * counts, so that after a stage that held much, hundreds of megabytes wait. At its most, an upgrade of 100,000 assets
 * took 855 MB without a collection now and then, and 537 MB with it (Chromium, the pages' memory).
 */

/** Milliseconds of one job after which garbage is worth a collection. */
const interval = 2_000;

/** Does a job; has garbage collected while it takes long, and after it did. */
export async function leanly<T>(work: () => Promise<T>, collect: () => unknown): Promise<T> {
  let long = false;
  const timer = setInterval(() => {
    long = true;
    collect();
  }, interval);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    if (long) collect();
  }
}

/**
 * Asks for a collection, soon and mostly beside the work. There is no call for that, but what is allotted counts: more
 * than a heap may grow to before the next one. In Chromium nobody writes to the buffer, so it takes no memory; others
 * may fill it with zeros, and are left alone (they do not say how much memory a device has). Where there is no room for
 * it, work goes on as before. It is given back only because a bundler takes out what nobody gets.
 */
export function askForCollection(): ArrayBuffer | null {
  if (!('deviceMemory' in navigator)) return null;
  try {
    return new ArrayBuffer(2 ** 29);
  } catch {
    return null;
  }
}
