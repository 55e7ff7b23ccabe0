/** What a text would make of itself in memory, found before `JSON.parse` makes it. */
import type { SnapshotLimits } from './limits';
import { SnapshotProblem } from './problem';

/** Characters that are harmless whatever they are. */
const SHORT = 2 ** 21;
const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [34, 92, 91, 93, 123, 125];

/**
 * Refuses a long text that is nested too deeply or is made of too many lists and objects: 64 MB of brackets would
 * become 2 GB. Short texts, nearly all, are not looked at. Throws a {@link SnapshotProblem}.
 */
export function weigh(text: string, limits: Pick<SnapshotLimits, 'depth' | 'parts'>): void {
  if (text.length <= SHORT) return;
  let depth = 0;
  let parts = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfText(text, at);
    else if (code === OPEN_LIST || code === OPEN_OBJECT) {
      if (++depth > limits.depth) throw new SnapshotProblem('A record is nested too deeply.');
      if (++parts > limits.parts) throw new SnapshotProblem('A line of the backup has too many parts.');
    } else if (code === CLOSE_LIST || code === CLOSE_OBJECT) depth--;
  }
}

/** Where the quotation mark stands that ends the text which begins at one. */
function endOfText(text: string, from: number): number {
  for (let at = from + 1; ; at++) {
    at = text.indexOf('"', at);
    if (at === -1) return text.length;
    let escapes = at;
    while (text.charCodeAt(escapes - 1) === BACKSLASH) escapes--;
    if ((at - escapes) % 2 === 0) return at;
  }
}
