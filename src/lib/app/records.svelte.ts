/** Records, their edits and their undo. Writing is the worker's work; this holds what choosers offer and what can be undone. */
import { idAt, numberStyleOf, type RecordShapes, type RecordStore } from '../domain/entry';
import type { RecordWriting, Standing } from '../protocol';
import type { BootGate } from './boot.svelte';
import type { Failure } from './contract';
import { failureOf } from './failure';
import { preferences } from './preferences.svelte';
import type { FormDraft } from './record-drafts';
import type {
  AccountDraft,
  AssetBackground,
  AssetDraft,
  AttachmentFacts,
  BothEnds,
  Edited,
  PriceDraft,
  RateDraft,
  RecordChange,
  RecordLists,
  RecordRef,
  Records,
  RemovalPlan,
  SaveOptions,
  SaveResult,
  SeenRecord,
  SettingsRecord,
  TransactionDraft,
  TransferDraft,
  UndoStep
} from './records-contract';
import type { Surroundings } from './surroundings';
import type { RecordOutcome, StepsLeft } from './verb-results';
import { JobFailure, type WorkerClient } from './worker-client';

/** Milliseconds after which files that nobody names are looked for, once in a session. */
const sweepAfter = 60_000;

/** Stores that choosers are filled from. */
const offered: ReadonlySet<string> = new Set(['settings', 'persons', 'accounts', 'assets']);

const none: StepsLeft = { undoable: null, redoable: null, note: null };

export class PortfolioRecords implements Records {
  readonly #surroundings: Pick<Surroundings, 'today' | 'now'>;
  readonly #client: WorkerClient;
  readonly #boot: BootGate;

  #lists = $state.raw<RecordLists | null>(null);
  #steps = $state.raw<StepsLeft>(none);
  #failure = $state.raw<Failure | null>(null);
  #loading: Promise<void> | null = null;
  /** Something changed while the lists were being read. */
  #again = false;
  #wanted = false;
  /** What is being told to everybody changed nothing that choosers offer. */
  #known = false;

  constructor(surroundings: Pick<Surroundings, 'today' | 'now'>, client: WorkerClient, boot: BootGate) {
    this.#surroundings = surroundings;
    this.#client = client;
    this.#boot = boot;
    const renew = (): void => {
      if (this.#wanted) void this.#read();
    };
    boot.onReady(renew);
    boot.onOwnChange(() => {
      if (!this.#known) renew();
    });
  }

  get lists(): RecordLists | null {
    return this.#lists;
  }

  get failure(): Failure | null {
    return this.#failure;
  }

  get undoable(): UndoStep | null {
    return this.#steps.undoable;
  }

  get redoable(): UndoStep | null {
    return this.#steps.redoable;
  }

  get undoNote(): string | null {
    return this.#steps.note;
  }

  async load(): Promise<void> {
    if (!this.#wanted) setTimeout(() => void this.#sweep(), sweepAfter);
    this.#wanted = true;
    if (this.#boot.standing !== null) await this.#read();
  }

  newId(): string {
    return idAt(this.#surroundings.now().getTime(), crypto.getRandomValues(new Uint8Array(10)));
  }

  async read<S extends RecordStore>(ref: RecordRef<S>): Promise<SeenRecord<S> | null> {
    const names = plain([ref]);
    const [found] = await this.#client.run({ verb: 'readRecords', standing: this.#standing(), names });
    return (found ?? null) as SeenRecord<S> | null;
  }

  async documentsOf(assetId: string): Promise<readonly SeenRecord<'documents'>[]> {
    const found = await this.#client.run({ verb: 'documentsOf', standing: this.#standing(), assetId });
    return found as unknown as readonly SeenRecord<'documents'>[];
  }

  async otherEnd(ref: RecordRef<'transactions'>): Promise<SeenRecord<'transactions'> | null> {
    const found = await this.#client.run({ verb: 'otherEnd', standing: this.#standing(), name: plain(ref) });
    return found as SeenRecord<'transactions'> | null;
  }

  backgroundOf(assetId: string): Promise<AssetBackground> {
    return this.#client.run({ verb: 'backgroundOf', standing: this.#standing(), assetId });
  }

  held(assetId: string, accountId: string, day: string, without?: string): Promise<string> {
    const asked = { assetId, accountId, day, ...(without === undefined ? {} : { without }) };
    return this.#client.run({ verb: 'heldUnits', standing: this.#standing(), ...asked });
  }

  apply({ label, writes }: RecordChange, options?: SaveOptions): Promise<SaveResult> {
    return this.#save(label, writes as readonly RecordWriting[], options);
  }

  saveTransaction(draft: TransactionDraft, edits?: Edited, ends?: BothEnds): Promise<SaveResult> {
    return this.#saveForm({ kind: 'transaction', draft, edits, ends });
  }

  saveTransfer(draft: TransferDraft): Promise<SaveResult> {
    return this.#saveForm({ kind: 'transfer', draft });
  }

  saveAccount(draft: AccountDraft, edits?: Edited): Promise<SaveResult> {
    return this.#saveForm({ kind: 'account', draft, edits });
  }

  saveAsset(draft: AssetDraft, edits?: Edited): Promise<SaveResult> {
    return this.#saveForm({ kind: 'asset', draft, edits });
  }

  savePrice(draft: PriceDraft): Promise<SaveResult> {
    return this.#saveForm({ kind: 'price', draft });
  }

  saveRate(draft: RateDraft): Promise<SaveResult> {
    return this.#saveForm({ kind: 'rate', draft });
  }

  saveSettings(fields: Partial<Omit<SettingsRecord, 'id' | 'createdAt' | 'updatedAt'>>): Promise<SaveResult> {
    const names = Object.keys(fields);
    const label =
      names.length === 1 && names[0] === 'baseCurrency' ? 'Change the base currency' : 'Change the settings';
    return this.#save(label, [{ op: 'patch', store: 'settings', id: 'settings', fields }]);
  }

  editMany<S extends 'assets' | 'accounts' | 'transactions'>(
    refs: readonly RecordRef<S>[],
    fields: Partial<{ readonly [F in keyof RecordShapes[S]]: RecordShapes[S][F] | undefined }>
  ): Promise<SaveResult> {
    const label = `Edit ${counted(refs)}`;
    return this.#save(
      label,
      refs.map((ref) => ({ op: 'patch', ...ref, fields }))
    );
  }

  async duplicate(ref: RecordRef<'assets' | 'accounts' | 'transactions'>): Promise<SaveResult> {
    const found = await this.read(ref);
    if (found === null) return refused('It is no longer there, so there is nothing to copy.');
    const { createdAt: _made, updatedAt: _changed, ...fields } = found.record;
    const record: Record<string, unknown> = { ...fields, id: this.newId() };
    for (const own of ['importId', 'transferId', 'documentIds', 'closedOn']) delete record[own];
    if (typeof record['name'] === 'string') record['name'] = `${record['name']} (copy)`;
    return this.#save(`Copy ${counted([ref])}`, [{ op: 'put', store: ref.store, record }]);
  }

  archive(assetIds: readonly string[], archived: boolean): Promise<SaveResult> {
    const refs = assetIds.map((id) => ({ store: 'assets' as const, id }));
    return this.#save(
      `${archived ? 'Archive' : 'Bring back'} ${counted(refs)}`,
      refs.map((ref) => ({ op: 'patch', ...ref, fields: { isActive: !archived } }))
    );
  }

  closeAccount(id: string, day: string | null): Promise<SaveResult> {
    const fields = { closedOn: day ?? undefined };
    return this.#save(day === null ? 'Open an account again' : 'Close an account', [
      { op: 'patch', store: 'accounts', id, fields }
    ]);
  }

  planRemoval(refs: readonly RecordRef[]): Promise<RemovalPlan> {
    return this.#client.run({ verb: 'planRemoval', standing: this.#standing(), names: plain(refs) });
  }

  remove(refs: readonly RecordRef[], options?: SaveOptions): Promise<SaveResult> {
    return this.#settle((standing) =>
      this.#client.run({ verb: 'removeRecords', standing, names: plain(refs) }, jobOptions(options))
    );
  }

  undo({ leaveChanged = false }: { readonly leaveChanged?: boolean } = {}): Promise<SaveResult> {
    return this.#take('undo', leaveChanged);
  }

  redo({ leaveChanged = false }: { readonly leaveChanged?: boolean } = {}): Promise<SaveResult> {
    return this.#take('redo', leaveChanged);
  }

  attach(assetId: string, file: File, facts: AttachmentFacts): Promise<SaveResult> {
    const documentId = this.newId();
    return this.#settle((standing) =>
      this.#client.run({
        verb: 'attachFile',
        standing,
        assetId,
        documentId,
        name: file.name,
        file,
        facts: plain({ ...facts })
      })
    );
  }

  async openAttachment({ location }: RecordShapes['documents']): Promise<File | null> {
    return location === undefined ? null : this.#client.run({ verb: 'openAttachment', location });
  }

  async #saveForm(form: FormDraft): Promise<SaveResult> {
    const { writesOf } = await import('./record-drafts');
    if (this.#lists === null) await this.#read();
    const lists = this.#lists;
    if (lists === null) return failed(this.#failure ?? failureOf(new Error(notOpen)));
    const facts = {
      lists,
      style: numberStyleOf(preferences.numberLocale),
      today: this.#surroundings.today(),
      held: await this.#heldBefore(form).catch(() => null),
      newId: () => this.newId()
    };
    const { label, writes, problems, warnings } = writesOf(form, facts);
    if (writes === null) {
      const [first] = problems;
      return {
        kind: 'refused',
        message: `Nothing was saved. ${first?.message ?? ''}`,
        problems: problems.map((problem) => ({ write: 0, ...problem }))
      };
    }
    const result = await this.#save(label, writes);
    return result.kind === 'saved' ? { ...result, warnings } : result;
  }

  /** What is held before a transaction that takes units out; null for every other form. */
  async #heldBefore(form: FormDraft): Promise<string | null> {
    if (form.kind !== 'transaction' && form.kind !== 'transfer') return null;
    const { draft } = form;
    const accountId = 'accountId' in draft ? draft.accountId : draft.fromAccountId;
    if (draft.assetId === '' || accountId === '' || draft.date === '') return null;
    return this.held(draft.assetId, accountId, draft.date, form.kind === 'transaction' ? form.edits?.id : undefined);
  }

  #save(label: string, writes: readonly RecordWriting[], options?: SaveOptions): Promise<SaveResult> {
    return this.#settle((standing) =>
      this.#client.run({ verb: 'saveRecords', standing, label, writes: plain(writes) }, jobOptions(options))
    );
  }

  #take(direction: 'undo' | 'redo', leaveChanged: boolean): Promise<SaveResult> {
    return this.#settle((standing) => this.#client.run({ verb: 'takeStep', standing, direction, leaveChanged }));
  }

  /** Everything that writes ends here: steps and lists follow, and the other windows are told. */
  async #settle(work: (standing: Standing) => Promise<RecordOutcome>): Promise<SaveResult> {
    let outcome: RecordOutcome;
    try {
      outcome = await work(this.#standing());
    } catch (error) {
      if (error instanceof JobFailure && error.failure.code === 'staleWindow') void this.#boot.regate();
      return failed(failureOf(error));
    }
    if (outcome.kind === 'nothing') {
      this.#steps = outcome.steps ?? this.#steps;
      return refused(this.#steps.note ?? 'There is nothing left to take back or to do again.');
    }
    if (outcome.kind !== 'saved') return outcome;
    this.#steps = outcome.steps ?? this.#steps;
    this.#known = !outcome.stores.some((store) => offered.has(store));
    this.#boot.tellChanged();
    this.#known = false;
    const { label, made, undoNote } = outcome;
    return { kind: 'saved', label, made, warnings: [], undoable: undoNote === null, undoNote };
  }

  /** One reading at a time; what changes meanwhile is read once more. */
  #read(): Promise<void> {
    if (this.#loading !== null) {
      this.#again = true;
      return this.#loading;
    }
    this.#loading = this.#readOnce().finally(() => {
      this.#loading = null;
      if (!this.#again) return;
      this.#again = false;
      void this.#read();
    });
    return this.#loading;
  }

  async #readOnce(): Promise<void> {
    try {
      const { lists, steps } = await this.#client.run({ verb: 'listRecords', standing: this.#standing() });
      this.#lists = lists;
      this.#steps = steps;
      this.#failure = null;
    } catch (error) {
      if (error instanceof JobFailure && error.failure.code === 'staleWindow') void this.#boot.regate();
      this.#failure = failureOf(error);
    }
  }

  async #sweep(): Promise<void> {
    const { standing } = this.#boot;
    if (standing !== null) await this.#client.run({ verb: 'sweepAttachments', standing }).catch(() => 0);
  }

  #standing(): Standing {
    const { standing } = this.#boot;
    if (standing === null) throw new Error(notOpen);
    return standing;
  }
}

const notOpen = 'Your data is not open in this window just now, so nothing was read or written. Try again in a moment.';

const nouns: Readonly<Record<string, readonly [one: string, many: string]>> = {
  assets: ['an asset', 'assets'],
  accounts: ['an account', 'accounts'],
  transactions: ['a transaction', 'transactions']
};

/** `an asset`, `3 assets`. */
function counted(refs: readonly { readonly store: string }[]): string {
  const [one, many] = nouns[refs[0]?.store ?? ''] ?? ['a record', 'records'];
  return refs.length === 1 ? one : `${refs.length} ${many}`;
}

/** What forms hold is watched by Svelte, and cannot cross a thread as it is. */
function plain<T>(value: T): T {
  return $state.snapshot(value) as T;
}

function refused(message: string): SaveResult {
  return { kind: 'refused', message, problems: [] };
}

function failed(failure: Failure): SaveResult {
  return { kind: 'failed', message: failure.message, failure };
}

function jobOptions({ signal, onProgress }: SaveOptions = {}): SaveOptions {
  return { ...(signal === undefined ? {} : { signal }), ...(onProgress === undefined ? {} : { onProgress }) };
}
