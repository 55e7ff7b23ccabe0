/**
 * The steps that can be taken back and done again: outside the portfolio database, for all windows, across sessions.
 * Bound to one database at one epoch: a migration or a restore makes them void.
 */
import type { RecordPort } from '../../migration';
import { recordsIn, weightOf, type StepBody } from './step-body';

export interface Step {
  readonly id: string;
  /** For people. */
  readonly label: string;
  /** ISO 8601 UTC. */
  readonly at: string;
  /** Records that it touched. */
  readonly records: number;
}

export interface StepLimits {
  readonly steps: number;
  /** Of all steps together; one that is larger by itself is kept as long as it is the newest. */
  readonly bytes: number;
  /** Of one step. */
  readonly stepBytes: number;
}

export const stepLimits: StepLimits = { steps: 200, bytes: 64_000_000, stepBytes: 200_000_000 };

export interface JournalState {
  readonly undoable: Step | null;
  readonly redoable: Step | null;
  /** Why earlier steps cannot be taken back; null where they can, or there are none. */
  readonly note: string | null;
}

interface KeptStep extends Step {
  readonly bytes: number;
  readonly undone: boolean;
}

/** Steps from the oldest to the newest, those that were taken back at the end. */
interface Index {
  readonly binding: string;
  readonly steps: readonly KeptStep[];
  readonly note: string | null;
}

const INDEX = 'steps';

const VOID =
  'Your data was upgraded, restored or rolled back since, so what was done before cannot be taken back step by step any more. The backup that was made then holds your data as it was.';
const TOO_LARGE =
  'This step is too large to be kept for undoing. The backup that was made before it holds your data as it was.';
const NOT_KEPT =
  'The browser could not keep what undoing needs. What you did is saved, and cannot be undone by itself.';

export class StepJournal {
  readonly #records: RecordPort;
  readonly #binding: string;
  readonly #limits: StepLimits;

  /** @param binding names the database and its epoch. */
  constructor(records: RecordPort, binding: string, limits: StepLimits = stepLimits) {
    this.#records = records;
    this.#binding = binding;
    this.#limits = limits;
  }

  async state(): Promise<JournalState> {
    const { steps, note } = await this.#index();
    return {
      undoable: shown(steps.findLast(({ undone }) => !undone)),
      redoable: shown(steps.find(({ undone }) => undone)),
      note
    };
  }

  /** The newest step not taken back, or the oldest that was; with all that it did. Null when there is none. */
  async next(direction: 'undo' | 'redo'): Promise<{ step: Step; body: StepBody } | null> {
    for (;;) {
      const state = await this.state();
      const step = direction === 'undo' ? state.undoable : state.redoable;
      if (step === null) return null;
      const body = await this.#records.get<StepBody>(bodyKey(step.id));
      if (body !== undefined) return { step, body };
      // It was cut off while it was being kept.
      await this.#change((index) => ({ ...index, steps: index.steps.filter(({ id }) => id !== step.id) }));
    }
  }

  /**
   * Keeps a step that is committed; those that were taken back can no longer be done again. Never fails: the step is
   * safe already. @returns why it cannot be taken back, or null.
   */
  async add(step: Step, body: StepBody): Promise<string | null> {
    const bytes = weightOf(body);
    if (bytes > this.#limits.stepBytes) {
      await this.#change((index) => ({ ...index, steps: [], note: TOO_LARGE })).catch(() => undefined);
      return TOO_LARGE;
    }
    try {
      // The list first: what it names and is not there is noticed, what nobody names would lie there for ever.
      await this.#change((index) => {
        const done = index.steps.filter(({ undone }) => !undone);
        return { ...index, steps: this.#bounded([...done, { ...step, bytes, undone: false }]), note: null };
      });
      await this.#records.set(bodyKey(step.id), body);
      return null;
    } catch {
      return NOT_KEPT;
    }
  }

  /** A step was taken back or done again. `body`: what is left of it, where records were left as they are. */
  async turn(id: string, undone: boolean, body?: StepBody): Promise<void> {
    if (body !== undefined) await this.#records.set(bodyKey(id), body);
    await this.#change((index) => ({
      ...index,
      steps: index.steps.map((step) =>
        step.id === id ? { ...step, undone, ...(body && { records: recordsIn(body), bytes: weightOf(body) }) } : step
      )
    }));
  }

  /** Everything that steps hold, for whoever must not delete what they name. */
  async bodies(): Promise<readonly StepBody[]> {
    const { steps } = await this.#index();
    const bodies = await Promise.all(steps.map(({ id }) => this.#records.get<StepBody>(bodyKey(id))));
    return bodies.filter((body) => body !== undefined);
  }

  #bounded(steps: readonly KeptStep[]): readonly KeptStep[] {
    let bytes = 0;
    let count = 0;
    const from = steps.findLastIndex((step) => {
      bytes += step.bytes;
      count++;
      return count > 1 && (count > this.#limits.steps || bytes > this.#limits.bytes);
    });
    return steps.slice(from + 1);
  }

  async #index(): Promise<Index> {
    const index = await this.#records.get<Index>(INDEX);
    if (index === undefined) return { binding: this.#binding, steps: [], note: null };
    if (index.binding === this.#binding) return index;
    await this.#change((now) => now);
    return { binding: this.#binding, steps: [], note: index.steps.length > 0 ? VOID : index.note };
  }

  /** Changes the list in one go, whichever windows do so at the same time; what it no longer names is removed. */
  async #change(change: (index: Index) => Index): Promise<void> {
    let gone: readonly string[] = [];
    await this.#records.update<Index>(INDEX, (found) => {
      const present: Index =
        found === undefined || found.binding === this.#binding
          ? { binding: this.#binding, steps: found?.steps ?? [], note: found?.note ?? null }
          : { binding: this.#binding, steps: [], note: found.steps.length > 0 ? VOID : found.note };
      const next = change(present);
      const kept = new Set(next.steps.map(({ id }) => id));
      gone = (found?.steps ?? []).map(({ id }) => id).filter((id) => !kept.has(id));
      return next;
    });
    for (const id of gone) await this.#records.remove(bodyKey(id));
  }
}

function shown(step: KeptStep | undefined): Step | null {
  return step === undefined ? null : { id: step.id, label: step.label, at: step.at, records: step.records };
}

function bodyKey(id: string): string {
  return `step ${id}`;
}
