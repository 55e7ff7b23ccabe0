/** Unsaved input outlives its form: an upgrade in another window, a new build, a crash. Kept as it is typed. */
import type { Draft, Drafts } from './release-contract';
import type { Surroundings } from './surroundings';

const CHOICE = 'drafts';
/** Drafts that nobody came back for go one day. */
const DAYS = 30;
/** Milliseconds after which another tab's draft is taken for one that was left behind. */
const ABANDONED = 600_000;

interface Kept extends Draft {
  readonly tab: string;
}

export class KeptDrafts implements Drafts {
  readonly #surroundings: Pick<Surroundings, 'choices' | 'tab' | 'now'>;
  /** Ids of forms that are on the screen. */
  #open = $state.raw<readonly string[]>([]);
  #all = $state.raw<readonly Kept[]>([]);

  constructor(surroundings: Pick<Surroundings, 'choices' | 'tab' | 'now'>) {
    this.#surroundings = surroundings;
    this.#all = this.#read();
  }

  get left(): readonly Draft[] {
    return this.#all
      .filter((draft) => this.#isMine(draft) && !this.#open.includes(draft.id))
      .toSorted((a, b) => (a.at < b.at ? 1 : -1));
  }

  /** Whether something was typed in this window that is not saved. */
  get unsaved(): boolean {
    return this.#all.some(({ tab }) => tab === this.#surroundings.tab);
  }

  find(id: string): Draft | null {
    return this.#read().find((draft) => draft.id === id && this.#isMine(draft)) ?? null;
  }

  keep({ id, label, values }: Pick<Draft, 'id' | 'label' | 'values'>): void {
    const { tab, now } = this.#surroundings;
    if (!this.#open.includes(id)) this.#open = [...this.#open, id];
    this.#write([...this.#others(id), { id, label, values, tab, at: now().toISOString() }]);
  }

  drop(id: string): void {
    this.#write(this.#others(id));
    this.leave(id);
  }

  leave(id: string): void {
    this.#open = this.#open.filter((open) => open !== id);
  }

  #others(id: string): readonly Kept[] {
    return this.#read().filter((draft) => draft.id !== id || !this.#isMine(draft));
  }

  /** Typed in this tab, or in one that was closed or killed: nobody has touched it for a while. */
  #isMine({ tab, at }: Kept): boolean {
    return tab === this.#surroundings.tab || this.#surroundings.now().getTime() - Date.parse(at) > ABANDONED;
  }

  #write(drafts: readonly Kept[]): void {
    this.#surroundings.choices.set(CHOICE, JSON.stringify(drafts));
    this.#all = drafts;
  }

  /** From storage each time: other windows have drafts too. */
  #read(): readonly Kept[] {
    const { choices, now } = this.#surroundings;
    const oldest = now().getTime() - DAYS * 86_400_000;
    try {
      const kept: unknown = JSON.parse(choices.get(CHOICE) ?? '[]');
      return Array.isArray(kept) ? kept.filter(isKept).filter(({ at }) => Date.parse(at) >= oldest) : [];
    } catch {
      return [];
    }
  }
}

function isKept(draft: unknown): draft is Kept {
  if (typeof draft !== 'object' || draft === null) return false;
  const { id, label, at, tab, values } = draft as Record<string, unknown>;
  return (
    [id, label, at, tab].every((text) => typeof text === 'string') && typeof values === 'object' && values !== null
  );
}
