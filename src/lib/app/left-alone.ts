/** A moment in which the person does nothing with this window. */

const touches = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'scroll'] as const;

/** Resolves once `window` has not been touched for that many milliseconds. */
export function leftAlone(window: EventTarget, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const options = { capture: true, passive: true };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const over = (): void => {
      for (const kind of touches) window.removeEventListener(kind, again, options);
      resolve();
    };
    const again = (): void => {
      clearTimeout(timer);
      timer = setTimeout(over, milliseconds);
    };
    for (const kind of touches) window.addEventListener(kind, again, options);
    again();
  });
}
