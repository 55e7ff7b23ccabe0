/** The colours of the tokens, for a canvas, which knows no custom properties. */

export interface Ink {
  readonly main: string;
  readonly other: string;
  readonly loss: string;
  readonly gain: string;
  readonly line: string;
  readonly muted: string;
  readonly paper: string;
  readonly ink: string;
  readonly font: string;
}

/** Read anew at each drawing: a change of theme changes them. */
export function inkOf(element: HTMLElement): Ink {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  return {
    main: token('--accent'),
    other: token('--hue-2'),
    loss: token('--loss'),
    gain: token('--gain'),
    line: token('--line'),
    muted: token('--muted'),
    paper: token('--paper'),
    ink: token('--ink'),
    font: `12px ${token('--text')}`
  };
}

/** The same colour, mostly transparent. Tokens are written `#rrggbb`. */
export const faint = (colour: string): string => `${colour}1f`;

/** Calls back when the colours may have changed: another scheme or contrast, a chosen theme, or paper. */
export function watchInk(onChange: () => void): () => void {
  const queries = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', 'print'].map((query) =>
    matchMedia(query)
  );
  for (const query of queries) query.addEventListener('change', onChange);
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributes: true });
  return () => {
    for (const query of queries) query.removeEventListener('change', onChange);
    observer.disconnect();
  };
}
