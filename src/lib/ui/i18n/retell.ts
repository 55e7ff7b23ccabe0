/** Sentences that come ready from the worker, in the person's language. */
import { speech, t, type Said } from './translate.svelte';

interface Form {
  readonly text: Said;
  readonly pattern: RegExp;
  readonly names: readonly string[];
}

/** Known by their English form, whose names in braces stand for anything. What is not known stays English. */
export class Sentences {
  readonly #forms: readonly Form[];

  constructor(texts: readonly Said[]) {
    this.#forms = texts.map((text) => ({
      text,
      pattern: new RegExp(
        `^${text
          .split(/\{\w+\}/)
          .map(escaped)
          .join('(.*)')}$`,
        's'
      ),
      names: [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
    }));
  }

  /** The sentence in the language that is spoken. */
  told(sentence: string): string {
    if (speech.language === 'en') return sentence;
    for (const { text, pattern, names } of this.#forms) {
      const found = pattern.exec(sentence);
      if (found !== null) return t(text, Object.fromEntries(names.map((name, at) => [name, found[at + 1] ?? ''])));
    }
    return sentence;
  }
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
