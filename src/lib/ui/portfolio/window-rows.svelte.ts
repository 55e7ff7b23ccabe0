/** Which rows of a long list the window shows just now, so that only these are made; on paper, all that it takes. */
import { flushSync, untrack } from 'svelte';
import { on } from 'svelte/events';
import { observeWindowOffset, observeWindowRect, Virtualizer, windowScroll } from '@tanstack/virtual-core';

export interface RowsOptions {
  readonly count: number;
  /** Pixels. */
  readonly rowHeight: number;
  /** Pixels from the top of the page to the first row. */
  readonly top: number;
}

export interface PlacedRow {
  readonly index: number;
  /** Pixels from the first row. */
  readonly start: number;
}

/** What a person would want on paper, and a browser lays out in a moment. */
export const mostOnPaper = 2000;

/** Follows the window's scrolling while the component lives. Made while a component starts. */
export class WindowRows {
  #rows = $state.raw<readonly PlacedRow[]>([]);
  #height = $state(0);
  #printing = $state(false);
  readonly #options: () => RowsOptions;
  readonly #virtualizer: Virtualizer<Window, Element>;

  constructor(options: () => RowsOptions) {
    this.#options = options;
    const current = () => {
      const { count, rowHeight, top } = options();
      return {
        count,
        estimateSize: () => rowHeight,
        scrollMargin: top,
        overscan: 6,
        getScrollElement: () => window,
        observeElementRect: observeWindowRect,
        observeElementOffset: observeWindowOffset,
        scrollToFn: windowScroll,
        initialOffset: window.scrollY,
        onChange: () => this.#look(options().top)
      };
    };
    this.#virtualizer = new Virtualizer<Window, Element>(current());
    $effect(() => this.#virtualizer._didMount());
    // The page is laid out for paper as soon as these handlers are through.
    $effect(() => on(window, 'beforeprint', () => flushSync(() => (this.#printing = true))));
    $effect(() => on(window, 'afterprint', () => (this.#printing = false)));
    $effect.pre(() => {
      this.#virtualizer.setOptions(current());
      this.#virtualizer._willUpdate();
      this.#virtualizer.measure();
      const { top } = options();
      untrack(() => this.#look(top));
    });
  }

  get rows(): readonly PlacedRow[] {
    if (!this.#printing) return this.#rows;
    const { count, rowHeight } = this.#options();
    return Array.from({ length: Math.min(count, mostOnPaper) }, (_, index) => ({ index, start: index * rowHeight }));
  }

  /** The rows are made for paper. */
  get printing(): boolean {
    return this.#printing;
  }

  /** Of the whole list, in pixels. */
  get height(): number {
    return this.#height;
  }

  /** Brings a row into view. */
  show(index: number): void {
    this.#virtualizer.scrollToIndex(index, { align: 'auto' });
  }

  #look(top: number): void {
    const before = this.#rows;
    const first = before[0]?.index ?? 0;
    const rows = this.#virtualizer.getVirtualItems().map(({ index, start: from }): PlacedRow => {
      const start = from - top;
      const known = before[index - first];
      // A row that stays where it was is not made again.
      return known?.start === start ? known : { index, start };
    });
    if (rows.length !== before.length || rows.some((row, at) => row !== before[at])) this.#rows = rows;
    this.#height = this.#virtualizer.getTotalSize();
  }
}
