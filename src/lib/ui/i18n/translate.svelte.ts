/** Texts in the person's language. The English sentence is the key, so that code reads as the screen does. */
import { preferences, type Language } from '../../app/preferences.svelte';
import { countText } from '../format/counts';
import type { Retelling } from './told/retelling';

/** A translation, or its forms by plural rule. */
export type Translation = string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;
export type Catalogue = Readonly<Record<string, Translation>>;

/** What stands in for `{name}`. Numbers are grouped as the person writes them; text is taken as it is. */
export type Values = Readonly<Record<string, string | number>>;

/** An English text that was marked by {@link said}: the only text that is not written at the place that shows it. */
export type Said = string & { readonly said: unique symbol };

/** A text that is written in place, or one of a table that was marked. */
type Text<T extends string> = string extends T ? never : T;

interface Tongue {
  readonly catalogue: Catalogue;
  /** For what comes ready from below the screens. */
  readonly retelling: Pick<Retelling, 'told'> | null;
}

const english: Tongue = { catalogue: {}, retelling: null };

/** English needs none, and costs nothing. */
const tongues: Readonly<Record<Language, () => Promise<Tongue>>> = {
  en: () => Promise.resolve(english),
  async de() {
    const [{ german }, { german: retelling }] = await Promise.all([import('./de'), import('./told/german')]);
    return { catalogue: german, retelling };
  },
  async hi() {
    const [{ hindi }, { hindi: retelling }] = await Promise.all([import('./hi'), import('./told/hindi')]);
    return { catalogue: hindi, retelling };
  }
};

class Speech {
  #language = $state<Language>('en');
  #tongue = $state.raw(english);
  #rules = new Intl.PluralRules('en');

  /** The language that is on the screen: the wished one as soon as its texts are here. */
  get language(): Language {
    return this.#language;
  }

  get catalogue(): Catalogue {
    return this.#tongue.catalogue;
  }

  get retelling(): Tongue['retelling'] {
    return this.#tongue.retelling;
  }

  get rules(): Intl.PluralRules {
    return this.#rules;
  }

  /** Loads the texts of a language, then shows them. Where they cannot be loaded, the present ones stay. */
  async speak(language: Language): Promise<void> {
    const tongue = await tongues[language]().catch(() => null);
    // Another language was wished for meanwhile.
    if (tongue === null || language !== preferences.spoken) return;
    this.#rules = new Intl.PluralRules(language);
    this.#tongue = tongue;
    this.#language = language;
  }
}

export const speech = new Speech();

/** `t('Sold {count} of {name}', { count: 3, name })`. A text that has no translation yet is shown in English. */
export function t<const T extends string>(text: Text<T>, values: Values = {}): string {
  const found = speech.catalogue[text];
  return filled(typeof found === 'string' ? found : text, values);
}

/** `tn('{count} asset', '{count} assets', count)`: `count` is among the values. The key is the text of many. */
export function tn<const One extends string, const Many extends string>(
  one: Text<One>,
  many: Text<Many>,
  count: number,
  values: Values = {}
): string {
  const found = speech.catalogue[many];
  const rule = speech.rules.select(count);
  const own = typeof found === 'object' ? (found[rule] ?? found.other) : found;
  return filled(own ?? (rule === 'one' ? one : many), { count, ...values });
}

/** A sentence that comes ready from below the screens. What is not known stays English. */
export function told(sentence: string): string {
  return speech.retelling?.told(sentence) ?? sentence;
}

/** Marks a text of a table, to be handed to {@link t} where it is shown: `{ buy: said('Bought') }`. */
export const said = <const T extends string>(text: Text<T>): Said => text as unknown as Said;

/** Puts values in the place of their names. A name without a value stays, for `<Told>` to put an element there. */
function filled(text: string, values: Values): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : typeof value === 'number' ? countText(value) : value;
  });
}
