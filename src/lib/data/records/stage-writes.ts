/** The writes of a step upon the rows as they lie: checked one by one, and put together in memory. */
import { recordProblems } from '../../domain/entry';
import { problemsOf, type Row } from '../../migration';
import type { Dataset } from '../dataset';
import { ASSETS, DOCUMENTS, documentIdsOf, withDocuments, writeDocuments } from './documents';
import type { Link } from './check-references';
import { EntryChanges, keyOfPlace, packedOf } from './months';
import { ChangedRecordsError, RefusedWritesError, type ChangedRecord, type WriteProblem } from './outcome';
import { labelOf, nounOf } from './record-labels';
import { named, referencesOf } from './references';
import { rowKey } from './row-key';
import { isSame, seenOf } from './same';
import { idOfSeriesRecord, seriesRecord, seriesFields, writeValues } from './series';
import { valuesByDay } from './diff';
import type { StagedRows } from './staged-rows';
import type { PlannedWrite, WritePlan } from './write-plan';

/** Writes between two looks at whether the step was cancelled. */
const pace = 1_000;

export interface Staged {
  readonly made: readonly string[];
  /** What changed records name: it has to be there. */
  readonly links: readonly Link[];
}

/** @throws ChangedRecordsError, RefusedWritesError; with all that is wrong, not the first alone. */
export async function stageWrites(
  dataset: Dataset,
  staged: StagedRows,
  plan: WritePlan,
  options: { readonly now: string; readonly signal?: AbortSignal | undefined }
): Promise<Staged> {
  const stage = new Stage(dataset, staged, options);
  for (const [store, writes] of plan.rows) await stage.rows(store, writes);
  for (const [assetId, writes] of plan.texts) await stage.texts(assetId, writes);
  for (const [store, writes] of plan.entries) await stage.entries(store, writes, plan.places.get(store) ?? new Map());
  for (const store of new Set(plan.series.map((write) => write.store)))
    await staged.load(
      store,
      plan.series.flatMap((write) => (write.store === store ? [write.key as unknown as IDBValidKey] : []))
    );
  for (const write of plan.series) stage.series(write);
  return stage.result();
}

/** A record before and after a write, in today's shape. */
interface Edit {
  readonly before: Row | null;
  readonly after: Row | null;
}

class Stage {
  readonly #dataset: Dataset;
  readonly #staged: StagedRows;
  readonly #now: string;
  readonly #signal: AbortSignal | undefined;
  readonly #made: string[] = [];
  /** By what they name: the first that does. */
  readonly #links = new Map<string, Link>();
  readonly #problems: WriteProblem[] = [];
  readonly #changed: ChangedRecord[] = [];

  constructor(
    dataset: Dataset,
    staged: StagedRows,
    { now, signal }: { readonly now: string; readonly signal?: AbortSignal | undefined }
  ) {
    this.#dataset = dataset;
    this.#staged = staged;
    this.#now = now;
    this.#signal = signal;
  }

  result(): Staged {
    if (this.#changed.length > 0) throw new ChangedRecordsError(this.#changed);
    if (this.#problems.length > 0) throw new RefusedWritesError(this.#problems);
    return { made: this.#made, links: [...this.#links.values()] };
  }

  /** Stores whose rows are single records. */
  async rows(store: string, writes: readonly PlannedWrite[]): Promise<void> {
    const { lens } = this.#dataset;
    const definition = this.#dataset.installed.stores[store];
    const key = (planned: PlannedWrite): IDBValidKey =>
      definition === undefined ? idOf(planned) : rowKey(definition, idOf(planned));
    await this.#staged.load(store, writes.map(key));
    if (store === DOCUMENTS) await this.#loadOwners(writes);
    for (const planned of writes) {
      this.#breathe(planned.at);
      const row = this.#staged.at(store, key(planned));
      const stored = row.after;
      const before = stored === null ? null : this.#read(store, stored, planned.at);
      const first = row.before === null || row.before === stored ? before : this.#read(store, row.before, planned.at);
      const edit = this.#edit(store, before, planned, first);
      if (edit === null) continue;
      const { after } = edit;
      if (after === null) row.after = null;
      else {
        const older = lens.write(store, after, stored ?? undefined);
        if (!this.#isSound(store, older, edit, planned.at)) continue;
        if (!this.#survives(store, older, after, planned.at)) continue;
        row.after = older;
      }
      if (store === DOCUMENTS) this.#list(edit);
    }
  }

  /** Documents that are texts of their asset. */
  async texts(assetId: string, writes: readonly PlannedWrite[]): Promise<void> {
    await this.#staged.load(ASSETS, [assetId]);
    const row = this.#staged.at(ASSETS, assetId);
    if (row.after === null) {
      for (const { writing, at } of writes) {
        if (writing.op === 'put')
          this.#problems.push({ write: at, field: 'assetId', message: 'The asset is no longer there.' });
        else this.#changed.push({ store: DOCUMENTS, id: writing.id, label: labelOf(DOCUMENTS, null), change: 'gone' });
      }
      return;
    }
    const seen = withDocuments(this.#dataset, row.after);
    const documents = new Map(seen.documents.map((document) => [String(document['id']), document]));
    for (const planned of writes) {
      const id = idOf(planned);
      const edit = this.#edit(DOCUMENTS, documents.get(id) ?? null, planned);
      if (edit?.after === null) documents.delete(id);
      else if (edit !== null) documents.set(id, edit.after);
    }
    const older = writeDocuments(this.#dataset, row.after, seen, [...documents.values()]);
    row.after = { ...older, updatedAt: this.#now };
  }

  async entries(
    store: string,
    writes: readonly PlannedWrite[],
    places: ReadonlyMap<string, IDBValidKey>
  ): Promise<void> {
    const packed = packedOf(this.#dataset, store);
    if (packed === null) return;
    await this.#staged.load(store, [...places.values(), ...destinations(writes, places)]);
    const changes = new EntryChanges(this.#staged, store, packed);
    for (const planned of writes) {
      this.#breathe(planned.at);
      const id = idOf(planned);
      const stored = changes.entry(id, places.get(id) ?? targetOf(planned));
      const before = stored === null ? null : this.#read(store, stored, planned.at);
      const edit = this.#edit(store, before, planned);
      if (edit === null) continue;
      const older = edit.after === null ? null : this.#dataset.lens.write(store, edit.after, stored ?? undefined);
      if (older !== null && !this.#isSound(store, packedRow(packed.entries, older), edit, planned.at)) continue;
      changes.set(stored, older);
    }
    changes.finish();
  }

  series(write: WritePlan['series'][number]): void {
    const { store, key, write: at } = write;
    const row = this.#staged.at(store, key as unknown as IDBValidKey);
    const present = valuesByDay(row.after, seriesFields[store] ?? '');
    for (const [day, seen] of write.expected) {
      const value = present.get(day);
      const record = value === undefined ? null : seriesRecord(store, row.after ?? {}, day, value);
      if (record !== null && (seen === null || seen === seenOf(record))) continue;
      const named = seriesRecord(store, write.fresh, day, '');
      this.#changed.push({
        store,
        id: idOfSeriesRecord(store, named),
        label: `The ${nounOf(store)} of ${day}`,
        change: record === null ? 'gone' : 'edited'
      });
    }
    const before = row.after;
    writeValues(row, write);
    if (row.after === null) return;
    if (store === 'prices' && before === null)
      this.#addLink({ write: at, store, field: 'assetId', to: ASSETS, id: key[0] });
    const definition = this.#dataset.installed.stores[store];
    if (definition !== undefined)
      for (const { field, reason } of problemsOf(store, definition, row.after))
        this.#problems.push({
          write: at,
          field: seriesField(store, field),
          message: sentence(seriesField(store, field), reason)
        });
    for (const problem of recordProblems(store, row.after)) this.#problems.push({ write: at, ...problem });
  }

  /** What a write makes of a record; null where it is refused. `first`: as it was before the step. */
  #edit(store: string, before: Row | null, { writing, at }: PlannedWrite, first = before): Edit | null {
    const id = idOf({ writing, at });
    const refuse = (change: ChangedRecord['change']): null => {
      this.#changed.push({ store, id, label: labelOf(store, before), change });
      return null;
    };
    if (writing.op === 'put') {
      if (before !== null) return refuse('there already');
      const after = this.#stamped(store, withoutAbsent(writing.record));
      this.#made.push(id);
      this.#link(store, { before, after }, at);
      return { before, after };
    }
    if (before === null) return refuse('gone');
    if (writing.seen !== undefined && ![before, first].some((state) => writing.seen === seenOf(state)))
      return refuse('edited');
    if (writing.op === 'remove') return { before, after: null };
    const listed = store === ASSETS ? { documentIds: before['documentIds'] } : {};
    const after = withoutAbsent({ ...before, ...writing.fields, ...listed, id: before['id'], updatedAt: this.#now });
    this.#link(store, { before, after }, at);
    return { before, after };
  }

  #stamped(store: string, record: Row): Row {
    const { createdAt = this.#now, updatedAt = this.#now } = record;
    // An asset lists its documents; they are written by themselves.
    return { ...record, ...(store === ASSETS ? { documentIds: [] } : {}), createdAt, updatedAt };
  }

  #link(store: string, { before, after }: { readonly before: Row | null; readonly after: Row }, write: number): void {
    for (const { field, to } of referencesOf(store)) {
      const known = before === null ? [] : named(before, field);
      for (const id of named(after, field)) if (!known.includes(id)) this.#addLink({ write, store, field, to, id });
    }
  }

  #addLink(link: Link): void {
    const name = `${link.to} ${link.id}`;
    if (!this.#links.has(name)) this.#links.set(name, link);
  }

  /** By the schema of the installed version and the rules between fields. What was wrong before may stay so. */
  #isSound(store: string, older: Row, { before, after }: Edit, write: number): boolean {
    const definition = this.#dataset.installed.stores[store];
    if (definition === undefined || after === null) return true;
    const known = new Set(before === null ? [] : recordProblems(store, before).map(({ message }) => message));
    const problems = [
      ...problemsOf(store, definition, older).map(({ field, reason }) => ({ field, message: sentence(field, reason) })),
      ...recordProblems(store, after).filter(({ message }) => !known.has(message))
    ];
    for (const problem of problems) this.#problems.push({ write, ...problem });
    return problems.length === 0;
  }

  /** Whether the older shape can hold what was entered: at 1.0.0 units are binary numbers of some sixteen digits. */
  #survives(store: string, older: Row, after: Row, write: number): boolean {
    const again = this.#dataset.lens.read(store, older);
    if (again === older) return true;
    const lost = Object.keys(after).find((field) => field !== 'documentIds' && !isSame(again[field], after[field]));
    if (lost === undefined) return true;
    this.#problems.push({
      write,
      field: lost,
      message: `Your data is at version ${this.#dataset.installed.version}, which cannot keep this exactly: it would become ${String(again[lost])}. Upgrade your data, or write fewer digits.`
    });
    return false;
  }

  /** A record that fails its own version may not survive the lens: it cannot be edited, only deleted. */
  #read(store: string, stored: Row, write: number): Row {
    try {
      return this.#dataset.lens.read(store, stored);
    } catch {
      this.#problems.push({ write, field: '', message: 'This record is damaged. Delete it, or restore a backup.' });
      return stored;
    }
  }

  async #loadOwners(writes: readonly PlannedWrite[]): Promise<void> {
    const owners = writes.flatMap(({ writing }) => {
      const stored = writing.op === 'put' ? null : this.#staged.at(DOCUMENTS, writing.id).before;
      const fields = writing.op === 'put' ? writing.record : writing.op === 'patch' ? writing.fields : {};
      return [stored?.['assetId'], fields['assetId']].filter((id): id is string => typeof id === 'string');
    });
    await this.#staged.load(ASSETS, owners);
  }

  /** An asset lists its documents: a new one at the end, one that goes no longer. */
  #list({ before, after }: Edit): void {
    const id = String((after ?? before)?.['id']);
    const [from, to] = [before?.['assetId'], after?.['assetId']];
    if (from === to) return;
    const change = (assetId: unknown, ids: (known: readonly string[]) => readonly string[]): void => {
      const row = typeof assetId === 'string' ? this.#staged.find(ASSETS, assetId) : null;
      if (row === null || row.after === null) return;
      row.after = { ...row.after, documentIds: ids(documentIdsOf(row.after)), updatedAt: this.#now };
    };
    change(from, (known) => known.filter((other) => other !== id));
    change(to, (known) => (known.includes(id) ? known : [...known, id]));
  }

  #breathe(at: number): void {
    if (at % pace === 0) this.#signal?.throwIfAborted();
  }
}

function idOf({ writing }: PlannedWrite): string {
  return writing.op === 'put' ? String(writing.record['id']) : writing.id;
}

/** Where records come to lie, each write seeing where those before it have left its record. */
function destinations(
  writes: readonly PlannedWrite[],
  places: ReadonlyMap<string, IDBValidKey>
): readonly IDBValidKey[] {
  const now = new Map(places as unknown as ReadonlyMap<string, readonly [string, string]>);
  const keys: IDBValidKey[] = [];
  for (const { writing } of writes) {
    if (writing.op === 'remove') continue;
    const { id, fields } =
      writing.op === 'put' ? { id: String(writing.record['id']), fields: writing.record } : writing;
    const [account = '', month = ''] = now.get(id) ?? [];
    const { accountId = account, date = `${month}-01` } = fields;
    const key = keyOfPlace({ accountId: String(accountId), date: String(date) });
    now.set(id, key);
    keys.push(key);
  }
  return keys;
}

/** Where a new record comes to lie: one of its id that is there already is seen there, as no other place can be looked at. */
function targetOf({ writing }: PlannedWrite): IDBValidKey | undefined {
  if (writing.op !== 'put') return undefined;
  const { accountId, date } = writing.record;
  return typeof accountId === 'string' && typeof date === 'string' ? keyOfPlace({ accountId, date }) : undefined;
}

function packedRow(field: string, entry: Row): Row {
  return { accountId: entry['accountId'], month: String(entry['date']).slice(0, 7), [field]: [entry] };
}

function withoutAbsent(record: Row): Row {
  let whole = true;
  for (const field in record) whole &&= record[field] !== undefined;
  if (whole) return record;
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}

function seriesField(store: string, field: string): string {
  if (field === 'days' || field === 'year') return 'day';
  if (field === 'closes') return 'close';
  if (field === 'rates') return 'rate';
  return store === 'fxRates' && field === 'pair' ? 'quote' : field;
}

/** `currency` and `is not a currency of ISO 4217` as a person reads it. */
function sentence(field: string, reason: string): string {
  const words = field.replace(/([A-Z])/g, ' $1').toLowerCase();
  const subject = words === '' ? 'The record' : words.charAt(0).toUpperCase() + words.slice(1);
  return `${subject} ${/^(is|holds|names|are|lies)\b/.test(reason) ? reason : `is not valid: ${reason}`}.`;
}
