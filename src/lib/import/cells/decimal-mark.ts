/** Which decimal mark a file uses, decided over all of its numbers. */
import { markProvenBy, readNumber, type DecimalMark } from './numbers';

export interface MarkGuess {
  readonly mark: DecimalMark;
  /** False where cells depend on it and none proves it, or where cells prove both. */
  readonly sure: boolean;
  /** A cell that reads both ways, to show to the person. */
  readonly example: string | null;
}

/** `fallback` where no cell proves anything, such as the mark that goes with the file's delimiter. */
export function guessMark(cells: Iterable<string>, fallback: DecimalMark): MarkGuess {
  const proofs = { '.': 0, ',': 0 };
  let example: string | null = null;
  for (const cell of cells) {
    const proven = markProvenBy(cell);
    const read = readNumber(cell, fallback);
    if (read === null) continue;
    if (proven !== null) proofs[proven]++;
    else if (read.ambiguous) example ??= cell.trim();
  }
  const mark = proofs['.'] === proofs[','] ? fallback : proofs['.'] > proofs[','] ? '.' : ',';
  const agreed = (proofs['.'] === 0) !== (proofs[','] === 0);
  return { mark, sure: example === null || agreed, example };
}
