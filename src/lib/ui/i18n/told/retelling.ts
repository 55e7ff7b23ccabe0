/** Sentences that come ready from below the screens, in another language. */
import { countText } from '../../format/counts';
import { dayText } from '../../format/times';

/** By the English sentence, without the full stop at its end; names in braces stand for anything. */
export type ToldTexts = Readonly<Record<string, string>>;

interface Form {
  readonly text: string;
  readonly pattern: RegExp;
  readonly names: readonly string[];
}

/** Values that are sentences or words themselves. Any other is a name, an amount or what a file says: left as it is. */
const spoken: ReadonlySet<string> = new Set(['detail', 'what', 'why', 'store', 'measure']);
const counted: ReadonlySet<string> = new Set(['count', 'total', 'at', 'records']);
/** Longer than anything that is written for people: not looked through. */
const longest = 2000;

export class Retelling {
  readonly #texts: ToldTexts;
  readonly #forms: readonly Form[];
  readonly #list: Intl.ListFormat;
  readonly #stop: string;

  /** `stop` ends a sentence in this language. */
  constructor(texts: ToldTexts, { language, stop }: { readonly language: string; readonly stop: string }) {
    this.#texts = texts;
    this.#list = new Intl.ListFormat(language, { type: 'conjunction' });
    this.#stop = stop;
    // What says most by itself is tried first.
    this.#forms = Object.keys(texts)
      .filter((text) => text.includes('{'))
      .sort((a, b) => ownLength(b) - ownLength(a))
      .map(formOf);
  }

  /** What is not known stays as it is. */
  told(sentence: string): string {
    if (sentence.length > longest) return sentence;
    const known = this.#ended(sentence, (text) => this.#exact(text));
    if (known !== null) return known;
    // Several sentences are told one by one, so that no value swallows what comes after it.
    const pieces = piecesOf(sentence);
    const each = pieces.map((piece) => this.#known(piece));
    if (pieces.length > 1 && each.every((piece) => piece !== null)) return each.join(' ');
    return this.#known(sentence) ?? pieces.map((piece, at) => each[at] ?? piece).join(' ');
  }

  #known(sentence: string): string | null {
    return this.#ended(sentence, (text) => this.#exact(text)) ?? this.#ended(sentence, (text) => this.#filled(text));
  }

  /** Without its full stop, where it has one. */
  #ended(sentence: string, find: (text: string) => string | null): string | null {
    if (!sentence.endsWith('.')) return find(sentence);
    const open = find(sentence.slice(0, -1));
    return open === null ? null : `${open}${this.#stop}`;
  }

  #exact(text: string): string | null {
    return Object.hasOwn(this.#texts, text) ? (this.#texts[text] ?? null) : null;
  }

  #filled(sentence: string): string | null {
    for (const { text, pattern, names } of this.#forms) {
      const found = pattern.exec(sentence);
      if (found === null) continue;
      const values = new Map(names.map((name, at) => [name, this.#value(name, found[at + 1] ?? '')]));
      return (this.#texts[text] ?? text).replace(/\{(\w+)\}/g, (whole, name: string) => values.get(name) ?? whole);
    }
    return null;
  }

  #value(name: string, value: string): string {
    if (spoken.has(name)) return this.told(value);
    if (name === 'steps')
      return value
        .split('; ')
        .map((step) => this.told(step))
        .join('; ');
    if (name === 'list') return this.#list.format(value.split(/, | and /).map((part) => this.told(part)));
    if (name === 'day') return dayText(value);
    return counted.has(name) && /^\d[\d,]*$/.test(value) ? countText(Number(value.replaceAll(',', ''))) : value;
  }
}

/** Sentences that stand one after the other. Without looking behind, which older engines cannot. */
export function piecesOf(text: string): readonly string[] {
  const parts = text.split(/([.!?…]) (?=\S)/);
  return parts.flatMap((part, at) => (at % 2 === 0 ? [`${part}${parts[at + 1] ?? ''}`] : []));
}

function formOf(text: string): Form {
  const parts = text.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return {
    text,
    pattern: new RegExp(`^${parts.join('(.*)')}$`, 's'),
    names: [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  };
}

const ownLength = (text: string): number => text.replaceAll(/\{\w+\}/g, '').length;
