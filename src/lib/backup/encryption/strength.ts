/** How hard a passphrase is to guess. A hint for people, not a proof: it counts what a guesser would have to try. */
export interface PassphraseStrength {
  /** Of guessing, at most: what looks random may be a quotation. */
  readonly bits: number;
  readonly level: 'weak' | 'fair' | 'strong';
  readonly hint: string;
}

/** Of one of about 7,776 usual words. */
const WORD_BITS = 12.9;
const FAIR_BITS = 45;
const STRONG_BITS = 70;

export function passphraseStrength(passphrase: string): PassphraseStrength {
  const words = passphrase.split(/[\s._-]+/).filter((word) => /^\p{L}{2,}$/u.test(word));
  const asWords = words.length >= 3 ? new Set(words.map((word) => word.toLowerCase())).size * WORD_BITS : 0;
  const bits = Math.round(asWords > 0 ? Math.min(asWords, asCharacters(passphrase)) : asCharacters(passphrase));
  if (bits >= STRONG_BITS)
    return { bits, level: 'strong', hint: 'Hard to guess. Write it down where you will find it.' };
  if (bits >= FAIR_BITS)
    return { bits, level: 'fair', hint: 'Takes a patient guesser long. A word or two more makes it strong.' };
  return { bits, level: 'weak', hint: 'Too easy to guess. Six words that do not belong together are easy to keep.' };
}

/** Characters that only repeat or continue the one before add nearly nothing. */
function asCharacters(text: string): number {
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/u];
  const sizes = [26, 26, 10, 33];
  const alphabet = kinds.reduce((sum, kind, at) => sum + (kind.test(text) ? (sizes[at] ?? 0) : 0), 0);
  let counted = 0;
  let before = Number.NaN;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    counted += Math.abs(code - before) <= 1 ? 0.2 : 1;
    before = code;
  }
  return counted * Math.log2(Math.max(2, alphabet));
}
