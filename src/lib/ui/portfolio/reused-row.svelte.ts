/** For rows that go on to show another record: making new ones while a person scrolls costs frames. */
import { untrack } from 'svelte';

/** Lets go of the focus when the row shows another record: who was on the one before must not find themselves on this one. */
export function letGoWhenReused(id: () => string, element: () => HTMLElement | undefined): void {
  let shown = untrack(id);
  $effect.pre(() => {
    const next = id();
    if (next === shown) return;
    shown = next;
    const { activeElement } = document;
    if (activeElement instanceof HTMLElement && element()?.contains(activeElement)) activeElement.blur();
  });
}
