/** Words in cells: cleaned of what no person sees, and compared without case, accents and punctuation. */

const plain = /^[\x20-\x7e]*$/;
const controls = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;
/** How spreadsheets are told to leave a text alone: `="00123"`. */
const guarded = /^="([^"]*)"$/;

/** What a person reads in a cell: one line, without control characters, spaces around it or a formula's wrapping. */
export function cleanText(cell: string): string {
  const visible = plain.test(cell) ? cell : cell.replace(/[\t\r\n\u00a0\u202f]+/g, ' ').replace(controls, keepJoiners);
  const trimmed = visible.trim();
  return trimmed.startsWith('="') ? (guarded.exec(trimmed)?.[1] ?? trimmed) : trimmed;
}

/** Joiners hold emoji and Indian scripts together. */
function keepJoiners(found: string): string {
  return found.replace(/[^\u200c\u200d]/g, '');
}

/** A form for comparing words: lower case, no accents, single spaces, no punctuation but `%`, `/`, `#`, `&`. */
export function wordKey(text: string): string {
  const lower = cleanText(text).toLowerCase();
  const bare = plain.test(lower) ? lower : lower.replace(/ß/g, 'ss').normalize('NFD').replace(/\p{M}/gu, '');
  return bare.replace(/[^\p{L}\p{N}%/#&]+/gu, ' ').trim();
}
