/** What the other windows say, and what this one tells them. */
import { isWindowMessage, type WindowMessage } from '../protocol';
import type { Surroundings } from './surroundings';

/** A message without its sender. */
type Said = WindowMessage extends infer M ? (M extends WindowMessage ? Omit<M, 'window'> : never) : never;

export class OtherWindows {
  readonly #surroundings: Surroundings;

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
  }

  /** Calls back for messages of other windows; those of this window's own worker are left out. */
  listen(handler: (message: WindowMessage) => void): void {
    this.#surroundings.channel.onMessage((message) => {
      if (isWindowMessage(message) && message.window !== this.#surroundings.window) handler(message);
    });
  }

  tell(message: Said): void {
    this.#surroundings.channel.post({ ...message, window: this.#surroundings.window } as WindowMessage);
  }
}
