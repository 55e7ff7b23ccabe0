/** Lines of a list that is too long to be asked for at once, as far as they are known. */
import type { RecordRef, TransactionLine, TransactionPage } from '../../app/contract';

/** Lines are asked for in blocks, so that scrolling a little asks nothing. */
const BLOCK = 100;
/** Beyond what is seen, so that scrolling on finds lines already there. */
const BEYOND = 50;

/** Which lines to ask for, when these are seen. */
export function windowAround(first: number, last: number): { readonly from: number; readonly count: number } {
  const from = Math.max(0, Math.floor((first - BEYOND) / BLOCK) * BLOCK);
  const to = Math.ceil((last + 1 + BEYOND) / BLOCK) * BLOCK;
  return { from, count: Math.max(BLOCK, to - from) };
}

/**
 * The lines known so far by their place. A page that was answered before and is answered anew says that the data may
 * have changed: what else was known is let go then.
 */
export class KnownLines {
  #filter = '';
  #lines = new Map<number, TransactionLine>();
  #pages = new Set<string>();
  #turn = 0;

  /** Grows whenever what was known is let go. */
  get turn(): number {
    return this.#turn;
  }

  take(filter: string, page: TransactionPage): void {
    const name = `${page.from} ${page.lines.length}`;
    if (filter !== this.#filter || this.#pages.has(name)) {
      this.#lines = new Map();
      this.#pages = new Set();
      this.#filter = filter;
      this.#turn++;
    }
    this.#pages.add(name);
    page.lines.forEach((line, at) => this.#lines.set(page.from + at, line));
  }

  at(place: number): TransactionLine | undefined {
    return this.#lines.get(place);
  }
}

/** Lines by their ids, as they were when they were chosen: a change names where each of them is packed away. */
export class ChosenLines {
  readonly #lines = new Map<string, TransactionLine>();

  keep(lines: readonly TransactionLine[]): void {
    for (const line of lines) this.#lines.set(line.id, line);
  }

  refOf(id: string): RecordRef<'transactions'> {
    const line = this.#lines.get(id);
    const at = line === undefined ? {} : { at: { accountId: line.accountId, date: line.date } };
    return { store: 'transactions', id, ...at };
  }
}
