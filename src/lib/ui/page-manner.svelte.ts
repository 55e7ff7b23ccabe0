/** What the document itself takes from the preferences: language, direction, theme, contrast. */
import { preferences } from '../app/preferences.svelte';
import { speech } from './i18n';

/** Languages written from right to left; none of ours yet, but all styles are ready for one. */
const rightToLeft = /^(ar|fa|he|ur)\b/;

/** What the system prefers, as long as the person chose nothing else. */
class SystemWish {
  #on = $state(false);

  constructor(query: string) {
    const list = globalThis.matchMedia?.(query);
    if (list === undefined) return;
    this.#on = list.matches;
    list.addEventListener('change', ({ matches }) => (this.#on = matches));
  }

  get on(): boolean {
    return this.#on;
  }
}

const dark = new SystemWish('(prefers-color-scheme: dark)');
const contrast = new SystemWish('(prefers-contrast: more)');

const isDark = (): boolean => (preferences.theme === 'system' ? dark.on : preferences.theme === 'dark');
const isStrong = (): boolean => preferences.contrast === 'more' || contrast.on;

function show(root: HTMLElement): void {
  root.dataset.theme = isDark() ? 'dark' : 'light';
  root.dataset.contrast = isStrong() ? 'more' : 'usual';
  root.lang = speech.language;
  root.dir = rightToLeft.test(speech.language) ? 'rtl' : 'ltr';
}

/** Before the first picture: the texts of the language are here, and the document has its theme. */
export async function takePreferences(): Promise<void> {
  show(document.documentElement);
  await speech.speak(preferences.spoken);
  show(document.documentElement);
}

/** Keeps the document so. Called while the outermost component starts. */
export function followPreferences(): void {
  $effect(() => void speech.speak(preferences.spoken));
  $effect.pre(() => show(document.documentElement));
}
