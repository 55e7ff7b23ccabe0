/** The rows of an import that the window shows, of 20,000 that the worker holds: each as high as what is in it. */
import { observeWindowOffset, observeWindowRect, Virtualizer, windowScroll } from '@tanstack/virtual-core';
import { untrack } from 'svelte';
import type { ImportRow, ImportRows } from '../../app/import-contract';

/** Rows asked for at once, and how many of them lie before the first that is seen. */
const batch = 120;
const before = 40;

export interface PlacedRow {
  /** Among the rows that pass the filter. */
  readonly place: number;
  /** Pixels from the first row. */
  readonly start: number;
  /** Null while it is on its way. */
  readonly row: ImportRow | null;
}

interface Source {
  readonly rows: ImportRows;
  /** Pixels from the top of the page to the first row. */
  readonly top: number;
  readonly ask: (from: number, count: number) => Promise<void>;
}

/** Made while a component starts. */
export class RowWindow {
  readonly #source: () => Source;
  readonly #virtualizer: Virtualizer<Window, HTMLElement>;
  #placed = $state.raw<readonly { readonly place: number; readonly start: number }[]>([]);
  #height = $state(0);
  #asking = $state(false);
  /** Where the last question began. */
  #asked: number | null = null;

  constructor(source: () => Source) {
    this.#source = source;
    const options = () => {
      const { rows, top } = source();
      return {
        count: rows.matching,
        estimateSize: () => 72,
        scrollMargin: top,
        overscan: 6,
        getScrollElement: () => window,
        observeElementRect: observeWindowRect,
        observeElementOffset: observeWindowOffset,
        scrollToFn: windowScroll,
        initialOffset: window.scrollY,
        onChange: () => this.#look()
      };
    };
    this.#virtualizer = new Virtualizer<Window, HTMLElement>(options());
    $effect(() => this.#virtualizer._didMount());
    $effect.pre(() => {
      this.#virtualizer.setOptions(options());
      this.#virtualizer._willUpdate();
      untrack(() => this.#look());
    });
    $effect(() => this.#fetch());
  }

  get rows(): readonly PlacedRow[] {
    const { from, window: known } = this.#source().rows;
    return this.#placed.map(({ place, start }) => ({ place, start, row: known[place - from] ?? null }));
  }

  /** Of the whole list, in pixels. */
  get height(): number {
    return this.#height;
  }

  /** To be attached to each row's element, which names its place in `data-index`. */
  readonly measure = (element: HTMLElement): (() => void) => {
    this.#virtualizer.measureElement(element);
    return () => this.#virtualizer.measureElement(null);
  };

  /** Brings a row into view. */
  show(place: number): void {
    this.#virtualizer.scrollToIndex(place, { align: 'auto' });
  }

  #look(): void {
    const { top } = this.#source();
    this.#placed = this.#virtualizer
      .getVirtualItems()
      .map(({ index, start }) => ({ place: index, start: start - top }));
    this.#height = this.#virtualizer.getTotalSize();
  }

  /** Asks for what is seen and not known; one question at a time, the newest view last. */
  #fetch(): void {
    const { rows, ask } = this.#source();
    const [first, last] = [this.#placed[0]?.place, this.#placed.at(-1)?.place];
    if (first === undefined || last === undefined || this.#asking) return;
    const known = first >= rows.from && last < rows.from + rows.window.length;
    const from = Math.max(0, first - before);
    // What was answered and is still not known will not be by asking again.
    if (known || rows.matching === 0 || (this.#asked === from && rows.from === from)) return;
    this.#asking = true;
    this.#asked = from;
    void ask(from, batch).finally(() => (this.#asking = false));
  }
}
