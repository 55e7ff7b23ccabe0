/**
 * How this person likes to read: language, styles, theme, hidden amounts, columns. Kept in this browser, read before
 * the first picture so that nothing flashes, and never part of the portfolio: losing them loses no data.
 *
 * The screens read them anywhere, also while nothing of the portfolio is open; each property is reactive.
 */
import type { Period } from '../domain/figures';
import { knownTags, languageOf, localeOf, numberLocaleOf, weekStartOf } from './preferred-locale';
import type { Preferred, Language } from './preferred-locale';

export type { DateStyle, FirstDay, Language, NumberStyle, Preferred } from './preferred-locale';

const KEY = 'ww:preferences';
/** Where hidden amounts were remembered before there were other preferences. */
const EARLIER_HIDDEN = 'ww:hide-amounts';

const defaults: Preferred = {
  language: 'browser',
  theme: 'system',
  contrast: 'system',
  numbers: 'auto',
  dates: 'auto',
  firstDay: 'auto',
  hiddenAmounts: false,
  period: '1Y',
  columns: {}
};

const allowed: { readonly [Name in keyof Preferred]?: readonly Preferred[Name][] } = {
  language: ['browser', 'en', 'de', 'hi'],
  theme: ['system', 'light', 'dark'],
  contrast: ['system', 'more'],
  numbers: ['auto', 'commaPoint', 'pointComma', 'spaceComma', 'apostrophePoint', 'indian'],
  dates: ['auto', 'iso', 'dayFirst', 'dayFirstDots', 'monthFirst'],
  firstDay: ['auto', 'monday', 'saturday', 'sunday'],
  hiddenAmounts: [true, false]
};

/** The part of `localStorage` that is used, so that tests can bring their own. */
export type Kept = Pick<Storage, 'getItem' | 'setItem'>;

export class Preferences implements Preferred {
  readonly #storage: () => Kept | null;
  readonly #browser: () => readonly string[];
  #kept: Preferred = $state.raw(defaults);

  constructor(storage: () => Kept | null, browser: () => readonly string[]) {
    this.#storage = storage;
    this.#browser = rememberedBy(browser);
    this.reread();
  }

  get language(): Preferred['language'] {
    return this.#kept.language;
  }
  set language(language) {
    this.set({ language });
  }

  get theme(): Preferred['theme'] {
    return this.#kept.theme;
  }
  set theme(theme) {
    this.set({ theme });
  }

  get contrast(): Preferred['contrast'] {
    return this.#kept.contrast;
  }
  set contrast(contrast) {
    this.set({ contrast });
  }

  get numbers(): Preferred['numbers'] {
    return this.#kept.numbers;
  }
  set numbers(numbers) {
    this.set({ numbers });
  }

  get dates(): Preferred['dates'] {
    return this.#kept.dates;
  }
  set dates(dates) {
    this.set({ dates });
  }

  get firstDay(): Preferred['firstDay'] {
    return this.#kept.firstDay;
  }
  set firstDay(firstDay) {
    this.set({ firstDay });
  }

  get hiddenAmounts(): boolean {
    return this.#kept.hiddenAmounts;
  }
  set hiddenAmounts(hiddenAmounts) {
    this.set({ hiddenAmounts });
  }

  /** The period that the overview, the holdings and the performance page share. */
  get period(): Period {
    return this.#kept.period;
  }
  set period(period) {
    this.set({ period });
  }

  get columns(): Preferred['columns'] {
    return this.#kept.columns;
  }

  /** The columns chosen for a table, in their order; null where nothing was chosen. */
  columnsOf(table: string): readonly string[] | null {
    return this.#kept.columns[table] ?? null;
  }

  chooseColumns(table: string, columns: readonly string[]): void {
    this.set({ columns: { ...this.#kept.columns, [table]: columns } });
  }

  /** The language that is spoken: the chosen one, or the first of the browser's that there are texts in. */
  get spoken(): Language {
    return languageOf(this.#kept.language, this.#browser());
  }

  /** For names, months and dates: the spoken language as it is used in the person's region. */
  get locale(): string {
    return localeOf(this.spoken, this.#browser());
  }

  /** For digits and separators. */
  get numberLocale(): string {
    return numberLocaleOf(this.#kept.numbers, this.#kept.language, this.#browser());
  }

  /** 1 is Monday, 6 Saturday, 7 Sunday. */
  get weekStart(): 1 | 6 | 7 {
    return weekStartOf(this.#kept.firstDay, this.#browser());
  }

  set(change: Partial<Preferred>): void {
    this.#kept = { ...this.#kept, ...change };
    try {
      this.#storage()?.setItem(KEY, JSON.stringify(this.#kept));
    } catch {
      // Without storage a choice lasts as long as the page.
    }
  }

  /** From storage, as at the start and when another window has changed something. */
  reread(): void {
    this.#kept = { ...defaults, ...this.#stored() };
  }

  #stored(): Partial<Preferred> {
    try {
      const storage = this.#storage();
      const text = storage?.getItem(KEY) ?? null;
      if (text !== null) return sound(JSON.parse(text));
      return storage?.getItem(EARLIER_HIDDEN) === 'yes' ? { hiddenAmounts: true } : {};
    } catch {
      return {};
    }
  }
}

/** Every amount on a screen asks for the languages, which the browser names in an array that stays the same. */
function rememberedBy(browser: () => readonly string[]): () => readonly string[] {
  let asked: readonly string[] | null = null;
  let known: readonly string[] = [];
  return () => {
    const tags = browser();
    if (tags !== asked) [asked, known] = [tags, knownTags(tags)];
    return known;
  };
}

/** Only what this build knows: another build, or a hand, may have written anything. */
function sound(stored: unknown): Partial<Preferred> {
  if (typeof stored !== 'object' || stored === null) return {};
  const found = stored as Record<string, unknown>;
  const known = Object.entries(allowed).filter(([name, values]) =>
    (values as readonly unknown[]).includes(found[name])
  );
  return {
    ...(Object.fromEntries(known.map(([name]) => [name, found[name]])) as Partial<Preferred>),
    ...(isPeriod(found.period) ? { period: found.period } : {}),
    ...(isColumns(found.columns) ? { columns: found.columns } : {})
  };
}

function isPeriod(period: unknown): period is Period {
  if (typeof period === 'string') return /^(1D|1W|[136]M|YTD|[135]Y|ALL)$/.test(period);
  const { from, to } = (period ?? {}) as { from?: unknown; to?: unknown };
  return [from, to].every((day) => typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day));
}

function isColumns(columns: unknown): columns is Preferred['columns'] {
  return (
    typeof columns === 'object' &&
    columns !== null &&
    Object.values(columns).every((names) => Array.isArray(names) && names.every((name) => typeof name === 'string'))
  );
}

/** The preferences of this browser. */
export const preferences = new Preferences(
  () => globalThis.localStorage ?? null,
  () => globalThis.navigator?.languages ?? []
);

if (typeof window !== 'undefined')
  window.addEventListener('storage', ({ key }) => {
    if (key === KEY) preferences.reread();
  });
