/** What somebody who types a few letters means, best first. */

interface Named {
  readonly label: string;
  readonly hint?: string;
  readonly words?: string;
}

const marks = /\p{M}/gu;

/** Without accents and capitals: `Köln` is found by `koln`. */
export const plainly = (text: string): string => text.normalize('NFKD').replace(marks, '').toLowerCase();

/** Those in which every typed word begins a word, those whose name begins so first; all of them where nothing is typed. */
export function found<Item extends Named>(choices: readonly Item[], typed: string): readonly Item[] {
  const words = plainly(typed).split(/\s+/).filter(Boolean);
  const [first] = words;
  if (first === undefined) return choices;
  const hits: Item[][] = [[], [], []];
  for (const choice of choices) {
    const name = plainly(choice.label);
    const text = `${name} ${plainly(`${choice.hint ?? ''} ${choice.words ?? ''}`)}`;
    if (!words.every((word) => text.includes(word))) continue;
    const begins = words.every((word) => text.startsWith(word) || text.includes(` ${word}`));
    hits[name.startsWith(first) && begins ? 0 : begins ? 1 : 2]?.push(choice);
  }
  return hits.flat();
}
