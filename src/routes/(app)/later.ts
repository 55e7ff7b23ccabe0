/** Parts of the app that only a portfolio needs: a first visit does not load them, a later one loads them at once. */
import { browser } from '$app/environment';
import { app } from '$lib/app';

/** Gives the part, loaded when first asked for, or as soon as its page is where there was a portfolio the last time. */
export function later<Part>(load: () => Promise<Part>): () => Promise<Part> {
  let part: Promise<Part> | null = null;
  const begin = (): Promise<Part> => {
    const loading = load();
    // What did not come is tried again, by whoever needs it.
    loading.catch(() => (part = null));
    return loading;
  };
  if (browser && app.boot.expectsData) part = begin();
  return () => (part ??= begin());
}
