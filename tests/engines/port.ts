/** What a browser of any engine must be able to do for the story; one driver for each engine does it. */

/** An element as a person names it; of `text` the name is a part. The first one that is visible counts. */
export type Target =
  | { readonly role: 'button' | 'link' | 'heading' | 'text' | 'field' | 'option'; readonly name: string | RegExp }
  | { readonly css: string };

/** The least that an engine's own driver offers; what a person does is made of it in `person.ts`. */
export interface DriverWindow {
  goto(address: string): Promise<void>;
  reload(): Promise<void>;
  /** Runs the text of a function in the page with these arguments (JSON) and awaits its result (JSON). */
  run(work: string, given: readonly unknown[]): Promise<unknown>;
  /** A click as a person's, in the middle of the element. */
  click(css: string): Promise<void>;
  /** Replaces what stands in a field, key by key or at once. */
  fill(css: string, text: string): Promise<void>;
  close(): Promise<void>;
}

export interface DriverBrowser {
  /** Name and version, as the engine gives them. */
  readonly version: string;
  open(): Promise<DriverWindow>;
  close(): Promise<void>;
}

/** How to start an engine. `null` where this machine has none: `tests/run/engines.mjs` installs what is missing. */
export interface Driver {
  readonly engine: string;
  launch(): Promise<DriverBrowser>;
}
