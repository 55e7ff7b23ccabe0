/** How much room there is. */
import { MediaQuery } from 'svelte/reactivity';

/** For a list of two lines only. */
export const phone = new MediaQuery('max-width: 699.9px', false);

/** Whether a table of many columns would be wider than the page. */
export const tablet = new MediaQuery('max-width: 1099.9px', false);
