/** Hindi. Keys are the English texts; a test demands every text of the screens here, and none besides. */
import type { Catalogue } from './translate.svelte';

export const hindi: Catalogue = {};
