/** Whether there is room for a list of two lines only. */
import { MediaQuery } from 'svelte/reactivity';

export const phone = new MediaQuery('max-width: 699.9px', false);
