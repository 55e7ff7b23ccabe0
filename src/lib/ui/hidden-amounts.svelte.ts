/** Whether amounts are shown as dots. */
import { preferences } from '../app/preferences.svelte';

export const hiddenAmounts = {
  get on(): boolean {
    return preferences.hiddenAmounts;
  },
  toggle(): void {
    preferences.hiddenAmounts = !preferences.hiddenAmounts;
  }
};
