/** The checks of a version while they watch records go by. */
import type { IntegrityCheck, Row } from './definition-types';
import { QUARANTINE } from './engine-stores';
import type { Segment } from './schedule';

export class CheckRun {
  /** Checks that the pass cannot answer, because not every record that they look at comes by. */
  readonly unanswered: readonly IntegrityCheck[];
  readonly #running: {
    readonly name: string;
    readonly observe: Readonly<Record<string, (row: Row) => void>>;
    problems(): readonly string[];
  }[] = [];

  /** Starts the checks that the only pass of an upgrade answers on its way. */
  constructor(checks: readonly IntegrityCheck[], segments: readonly Segment[], populated: readonly string[]) {
    const only = segments.length === 1 ? segments[0] : undefined;
    const streamed = new Set(
      only?.kind === 'pass' ? only.tasks.flatMap((task) => (task.kind === 'stream' ? [task.store] : [])) : []
    );
    // A store that held nothing before gets all its records in this pass; of the others those that are read whole count.
    const flows = (store: string): boolean => store === QUARANTINE || streamed.has(store) || !populated.includes(store);
    const answered = only?.kind === 'pass' ? checks.filter((check) => check.observes.every(flows)) : [];
    this.unanswered = checks.filter((check) => !answered.includes(check));
    for (const check of answered) this.#running.push({ ...check.begin(), name: check.name });
  }

  /** Starts all of these; the caller shows them every record. */
  static over(checks: readonly IntegrityCheck[]): CheckRun {
    const run = new CheckRun([], [], []);
    for (const check of checks) run.#running.push({ ...check.begin(), name: check.name });
    return run;
  }

  concerns(store: string): boolean {
    return this.#running.some((check) => store in check.observe);
  }

  see(store: string, records: readonly Row[]): void {
    for (const check of this.#running) {
      const observe = check.observe[store];
      if (observe) for (const record of records) observe(record);
    }
  }

  /** What is wrong, one sentence each. */
  problems(): string[] {
    return this.#running.flatMap((check) => check.problems().map((problem) => `${check.name}: ${problem}`));
  }
}
