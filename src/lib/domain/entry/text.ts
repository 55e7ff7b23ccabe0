/** Words as they were typed or pasted, without what no person sees. */

/** Controls, marks of direction, invisible blanks and separators; joiners stay, which hold emoji and Indian scripts together. */
const unseen =
  /[\p{Cc}\p{Zl}\p{Zp}\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;
/** Halves of characters that were cut through: no database and no file keeps them. */
const halves = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

export interface CleanText {
  readonly text: string;
  /** Something that cannot be seen was in it. */
  readonly removed: boolean;
}

/** One line, with single blanks for tabs and line breaks. */
export function cleanLine(typed: string): CleanText {
  const line = typed.replace(/[\t\r\n\u2028\u2029]+/g, ' ');
  return { ...without(line), removed: without(line).removed };
}

/** Several lines, which end in `\n`. */
export function cleanText(typed: string): CleanText {
  const parts = typed
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => without(line.replace(/\t/g, ' ')));
  const text = parts
    .map((part) => part.text.trimEnd())
    .join('\n')
    .trim();
  return { text, removed: parts.some(({ removed }) => removed) };
}

function without(text: string): CleanText {
  const visible = text.replace(halves, '').replace(unseen, '');
  return { text: visible.trim(), removed: visible.length !== text.length };
}
