/** Recognises rows of a file that is imported again. */
import { cleanText } from '../cells/text';
import { digestOf } from '../mapping/digest';
import type { ImportedItem } from './booking';

/**
 * One id for each booking of each item, from what stands in its rows and the ordinal among rows that are the same, so
 * that two fills which are identical on purpose keep apart, and a later export of a longer period has the same ids.
 */
export function importIdsOf(items: readonly ImportedItem[]): readonly (readonly string[])[] {
  const seen = new Map<string, number>();
  return items.map(({ rows, bookings }) => {
    const facts = rows
      .map(({ cells }) =>
        cells
          .map(cleanText)
          .filter((cell) => cell !== '')
          .join('\u001f')
      )
      .join('\u001e');
    const digest = digestOf(facts);
    const ordinal = (seen.get(digest) ?? 0) + 1;
    seen.set(digest, ordinal);
    return bookings.map((_, part) => `row-1:${digest}:${ordinal}${part === 0 ? '' : `.${part + 1}`}`);
  });
}
