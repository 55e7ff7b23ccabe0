/** The address, as the places of the app read and change it. */
import { goto } from '$app/navigation';
import { resolve } from '$app/paths';
import { page } from '$app/state';
import type { Address, PlaceProps } from '$lib/ui/place';

type Path = Exclude<Address, `${string}?${string}`>;

/** `resolve` takes one of all addresses, and wants to be told which. */
type AnyPath = '/';

/** What a route hands to the screen of its place. */
export function usePlace(path: Path | (() => `/asset/${string}`)): Pick<PlaceProps, 'query' | 'onquery' | 'ongo'> {
  return {
    get query() {
      return page.url.searchParams;
    },
    onquery(query, { replace = false } = {}) {
      const here = typeof path === 'string' ? path : path();
      void goto(resolve(`${here}${query}` as AnyPath), { replaceState: replace, keepFocus: true, noScroll: true });
    },
    ongo(address) {
      void goto(resolve(address as AnyPath));
    }
  };
}
