/** A step taken back or done again: every record it touched goes from one state to the other, if it is still in the first. */
import type { Row } from '../../migration';
import { NeedsVersionError, versionWith, type Dataset } from '../dataset';
import { inOneTransaction } from './apply-writes';
import { checkReferences, type Link } from './check-references';
import { bodyOf, entriesOf, shellOf, valuesByDay } from './diff';
import type { Packed } from './months';
import { ChangedRecordsError, type ChangedRecord } from './outcome';
import { labelOf, nounOf } from './record-labels';
import { named, referencesOf } from './references';
import { isSame } from './same';
import { idOfSeriesRecord, seriesFields, seriesRecord } from './series';
import { StagedRows, type StagedRow } from './staged-rows';
import { isEmptyBody, type EntriesDelta, type SeriesDelta, type StepBody } from './step-body';
import { concerned } from './write-plan';

/**
 * Brings the records of a step from `before` to `after` in one transaction. `leaveChanged`: records that are not as
 * `before` says stay as they are, instead of stopping the whole.
 * @returns what was really done: less than the step where records were left.
 * @throws ChangedRecordsError, RefusedWritesError, StaleStandingError; then nothing was written.
 */
export async function applyBody(dataset: Dataset, body: StepBody, leaveChanged: boolean): Promise<StepBody> {
  return inOneTransaction(dataset, storesOf(dataset, body), async () => {
    const staged = new StagedRows(dataset);
    for (const [store, keys] of keysOf(body)) await staged.load(store, keys);
    const bringing = new Bringing(dataset, staged, body);
    if (bringing.changed.length > 0 && !leaveChanged) throw new ChangedRecordsError(bringing.changed);
    const links = bringing.run();
    const done = bodyOf(dataset, staged.changed());
    if (isEmptyBody(done) && bringing.changed.length > 0) throw new ChangedRecordsError(bringing.changed);
    await checkReferences(dataset, staged, links);
    await staged.write();
    return done;
  });
}

class Bringing {
  /** Records that are not in the state that they are to be brought from. */
  readonly changed: readonly ChangedRecord[];
  readonly #dataset: Dataset;
  readonly #staged: StagedRows;
  readonly #body: StepBody;
  readonly #left: ReadonlySet<string>;
  readonly #links: Link[] = [];

  constructor(dataset: Dataset, staged: StagedRows, body: StepBody) {
    this.#dataset = dataset;
    this.#staged = staged;
    this.#body = body;
    const changed = new Map<string, ChangedRecord>();
    for (const record of this.#differing()) changed.set(`${record.store} ${record.id}`, record);
    this.changed = [...changed.values()];
    this.#left = new Set(changed.keys());
  }

  run(): readonly Link[] {
    for (const { store, key, before, after } of this.#body.rows) {
      if (this.#left.has(`${store} ${keyWords(key)}`)) continue;
      this.#staged.at(store, key).after = after;
      this.#link(store, before, after);
    }
    for (const delta of this.#body.packed) this.#bringEntries(delta);
    for (const delta of this.#body.series) this.#bringSeries(delta);
    return this.#links;
  }

  *#differing(): Generator<ChangedRecord> {
    for (const { store, key, before } of this.#body.rows) {
      const now = this.#staged.at(store, key).before;
      if (!isSame(now, before)) yield changedRecord(store, keyWords(key), now, before);
    }
    for (const { store, key, entries } of this.#body.packed) {
      const { entries: field, entryKey } = this.#packed(store);
      const present = entriesOf(this.#staged.at(store, key).before, field);
      const byId = new Map(present.map((entry) => [String(entry[entryKey]), entry]));
      for (const { id, before } of entries) {
        const now = byId.get(id) ?? null;
        if (!isSame(now, before)) yield changedRecord(store, id, now, before);
      }
    }
    for (const { store, key, shell, days, before } of this.#body.series) {
      const row = this.#staged.at(store, key).before;
      const present = valuesByDay(row, seriesFields[store] ?? '');
      for (const [at, day] of days.entries()) {
        const now = present.get(day) ?? null;
        if (now === (before[at] ?? null)) continue;
        const owner = row ?? shell.before ?? shell.after ?? {};
        const id = idOfSeriesRecord(store, seriesRecord(store, owner, day, ''));
        const change = now === null ? 'gone' : (before[at] ?? null) === null ? 'there already' : 'edited';
        yield { store, id, label: `The ${nounOf(store)} of ${day}`, change };
      }
    }
  }

  #bringEntries({ store, key, shell, entries }: EntriesDelta): void {
    const row = this.#staged.at(store, key);
    const packed = this.#packed(store);
    const brought = entries.filter(({ id }) => !this.#left.has(`${store} ${id}`));
    if (brought.length === 0) return;
    const going = new Set(brought.map(({ id }) => id));
    const result = entriesOf(row.after, packed.entries).filter((entry) => !going.has(String(entry[packed.entryKey])));
    // Each at the place it had: in ascending order, those before it are there already.
    for (const { after, afterAt } of brought.toSorted((a, b) => a.afterAt - b.afterAt))
      if (after !== null) result.splice(Math.min(afterAt, result.length), 0, after);
    for (const { before, after } of brought) this.#link(store, before, after);
    row.after = result.length === 0 ? null : rowOf(row, shell, packed, result);
  }

  #bringSeries({ store, key, shell, days, after }: SeriesDelta): void {
    const row = this.#staged.at(store, key);
    const field = seriesFields[store] ?? '';
    const values = valuesByDay(row.after, field);
    const owner = row.after ?? shell.after ?? shell.before ?? {};
    for (const [at, day] of days.entries()) {
      if (this.#left.has(`${store} ${idOfSeriesRecord(store, seriesRecord(store, owner, day, ''))}`)) continue;
      const value = after[at] ?? null;
      if (value === null) values.delete(day);
      else values.set(day, value);
    }
    if (values.size === 0) {
      row.after = null;
      return;
    }
    const sorted = [...values.keys()].sort();
    const base = isSame(shellOf(row.after, ['days', field]), shell.before) ? shell.after : (row.after ?? shell.after);
    row.after = { ...(base ?? owner), days: sorted, [field]: sorted.map((day) => values.get(day) ?? '') };
    if (row.before === null) this.#link(store, null, row.after);
  }

  #link(store: string, before: Row | null, after: Row | null): void {
    if (after === null) return;
    for (const { field, to } of referencesOf(store)) {
      const known = before === null ? [] : named(before, field);
      for (const id of named(after, field))
        if (!known.includes(id)) this.#links.push({ write: 0, store, field, to, id });
    }
  }

  #packed(store: string): Packed {
    const packed = this.#dataset.installed.stores[store]?.packed;
    if (packed === undefined) throw new NeedsVersionError(store, versionWith(this.#dataset.history, store));
    return packed;
  }
}

/** The row with these entries: its other fields as the step left or found them, where nobody has changed them since. */
function rowOf(row: StagedRow, shell: EntriesDelta['shell'], packed: Packed, entries: readonly Row[]): Row {
  const untouched = isSame(shellOf(row.before, [packed.entries]), shell.before);
  const base = (untouched ? shell.after : row.after) ?? shell.after ?? {};
  const made: Row = packed.pack(entries);
  const whole: Record<string, unknown> = { ...base, ...made };
  // Lists of the same ids keep the order they had.
  for (const [field, value] of Object.entries(base))
    if (field !== packed.entries && hasSameMembers(value, made[field])) whole[field] = value;
  return whole;
}

function hasSameMembers(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
  const members = new Set<unknown>(a);
  return members.size === a.length && b.every((member) => members.has(member));
}

function changedRecord(store: string, id: string, now: Row | null, expected: Row | null): ChangedRecord {
  const change = now === null ? 'gone' : expected === null ? 'there already' : 'edited';
  return { store, id, label: labelOf(store, now ?? expected), change };
}

function keysOf(body: StepBody): Map<string, IDBValidKey[]> {
  const keys = new Map<string, IDBValidKey[]>();
  for (const { store, key } of [...body.rows, ...body.packed, ...body.series]) {
    const known = keys.get(store);
    if (known === undefined) keys.set(store, [key]);
    else known.push(key);
  }
  return keys;
}

function storesOf(dataset: Dataset, body: StepBody): readonly string[] {
  const written = new Set(keysOf(body).keys());
  const missing = [...written].find((store) => !(store in dataset.installed.stores));
  if (missing !== undefined) throw new NeedsVersionError(missing, versionWith(dataset.history, missing));
  const removed = new Set(body.rows.flatMap(({ store, after }) => (after === null ? [store] : [])));
  return concerned(dataset, written, removed);
}

function keyWords(key: IDBValidKey): string {
  return typeof key === 'string' ? key : JSON.stringify(key);
}
