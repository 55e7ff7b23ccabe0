import { takePreferences } from '$lib/ui/page-manner.svelte';

/** The data lies in the browser, so there is nothing to render ahead of it. */
export const ssr = false;
export const prerender = false;

export const load = takePreferences;
