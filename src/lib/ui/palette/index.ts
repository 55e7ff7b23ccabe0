/** What is found and done from the keyboard. Loaded when it is first asked for; `keys.ts` alone is always there. */
export { default as Palette } from './Palette.svelte';
export { default as ShortcutList } from './ShortcutList.svelte';
