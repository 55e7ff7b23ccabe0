/**
 * What every place of the app gets from its route: the app's state objects, the query part of its address, and ways to
 * change that and to go elsewhere. Filters, orders and what is open live in the address, so that a link, a reload and
 * the way back show the same.
 *
 * A screen asks for what it uses: `PlaceProps<'figures' | 'boot'>`; the gallery then needs to make no more.
 */
import type { App } from '../app';
import type { PlacePath } from './frame/places';

/** An address of the app. */
export type Address =
  PlacePath | `${PlacePath}?${string}` | `/asset/${string}` | `/asset/${string}?${string}` | '/restore' | '/rollback';

export interface PlaceProps<Parts extends keyof App = keyof App> {
  readonly app: Pick<App, Parts>;
  /** Of the address that is shown. */
  readonly query: URLSearchParams;
  /** Puts another query into the address: `''` or `?q=…`. `replace` leaves no trace in the history. */
  readonly onquery: (query: '' | `?${string}`, options?: { readonly replace?: boolean }) => void;
  /** Leads to an address of the app, such as `/transactions?add`. */
  readonly ongo: (address: Address) => void;
}
