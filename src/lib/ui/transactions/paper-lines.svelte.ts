/** The first lines of the list, fetched in a quiet moment: a page that is printed cannot wait for an answer. */
import type { TransactionLine, TransactionPage } from '../../app/contract';

/** Milliseconds without a change. */
const QUIET = 1500;

/** Made while a component is made. */
export class PaperLines {
  #lines = $state.raw<readonly TransactionLine[]>([]);

  /** `turn` changes with the list; `ask` fetches as many lines of it as paper takes. */
  constructor(turn: () => number, ask: (signal: AbortSignal) => Promise<TransactionPage>) {
    $effect(() => {
      if (turn() === 0) return;
      const run = new AbortController();
      const timer = setTimeout(() => {
        // Where there is no answer, paper shows what the screen has seen.
        ask(run.signal).then(
          ({ lines }) => (this.#lines = lines),
          () => undefined
        );
      }, QUIET);
      return () => {
        clearTimeout(timer);
        run.abort();
        this.#lines = [];
      };
    });
  }

  at(place: number): TransactionLine | undefined {
    return this.#lines[place];
  }
}
