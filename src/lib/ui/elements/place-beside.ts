/** Puts a popover of the browser's top layer below what it belongs to, or above where there is more room. */

const gap = 4;
const edge = 8;

/**
 * Sets its place now, and again while something is scrolled or resized. `wide`: as wide as what it belongs to; `end`: it
 * keeps to the end of that and not to its beginning. @returns what ends that
 */
export function placeBeside(anchor: HTMLElement, popover: HTMLElement, { wide = false, end = false } = {}): () => void {
  const place = (): void => {
    const at = anchor.getBoundingClientRect();
    const below = innerHeight - at.bottom - gap - edge;
    const above = at.top - gap - edge;
    const onTop = below < Math.min(popover.scrollHeight, 200) && above > below;
    const { style } = popover;
    style.inset = 'auto';
    style.maxHeight = `${Math.min(320, Math.max(96, onTop ? above : below))}px`;
    if (wide) style.width = `${Math.min(Math.max(at.width, 220), innerWidth - 2 * edge)}px`;
    const width = popover.offsetWidth;
    // Where writing goes from right to left, its end is on the left.
    const fromRight = (getComputedStyle(anchor).direction === 'rtl') !== end;
    const left = fromRight ? at.right - width : at.left;
    style.left = `${Math.max(edge, Math.min(left, innerWidth - width - edge))}px`;
    if (onTop) style.bottom = `${innerHeight - at.top + gap}px`;
    else style.top = `${at.bottom + gap}px`;
  };
  place();
  window.addEventListener('scroll', place, { capture: true, passive: true });
  window.addEventListener('resize', place);
  return () => {
    window.removeEventListener('scroll', place, { capture: true });
    window.removeEventListener('resize', place);
  };
}
