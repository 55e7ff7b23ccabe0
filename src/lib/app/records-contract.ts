/**
 * Creating, editing and deleting records, one undoable step at a time. Forms check what is typed with the functions of
 * `app/entry.ts`; the same rules hold again on saving. Everything here works at every data version.
 */
import type {
  AccountDraft,
  AssetDraft,
  FieldNote,
  PriceDraft,
  RateDraft,
  TransactionDraft,
  TransferDraft
} from '../domain/entry';
import type {
  CurrencyRiskRecord,
  RecordShapes,
  RecordStore,
  RequirementRecord,
  ResidencyRecord,
  SettingsRecord,
  TransactionRecord
} from '../domain/entry';
import type { Failure } from './contract';

export type {
  AccountDraft,
  AccountField,
  AccountKind,
  AccountRecord,
  AssetDraft,
  AssetField,
  AssetRecord,
  Checked,
  CurrencyRiskRecord,
  DocumentRecord,
  EntryContext,
  FieldNote,
  NumberStyle,
  PersonRecord,
  PriceDraft,
  PriceRecord,
  RateDraft,
  RateRecord,
  RecordShapes,
  RecordStore,
  RequirementRecord,
  ResidencyRecord,
  SettingsRecord,
  TransactionDraft,
  TransactionField,
  TransactionKind,
  TransactionRecord,
  TransferDraft,
  TransferField
} from '../domain/entry';

/** Where a transaction is packed away. Spares reading all of them; where it is wrong, they are read. */
export interface TransactionPlace {
  readonly accountId: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
}

/** A record by its store and id (`priceId`, `rateId` for prices and rates). */
export interface RecordRef<S extends RecordStore = RecordStore> {
  readonly store: S;
  readonly id: string;
  /** Of transactions. */
  readonly at?: TransactionPlace;
}

/** A record and what tells this state of it from every other. */
export interface SeenRecord<S extends RecordStore> {
  readonly record: RecordShapes[S];
  readonly seen: string;
}

type Stamped = 'createdAt' | 'updatedAt';

/**
 * One write. `put` makes a record (`app.records.newId()` gives ids; times are set where they are left out), and sets
 * a price or rate whether there is one on that day or not. `patch` changes the fields it names (`undefined` takes one
 * out) and `remove` deletes; both are refused where the record is no longer as it was `seen`.
 */
export type RecordWrite = {
  readonly [S in RecordStore]:
    | {
        readonly op: 'put';
        readonly store: S;
        readonly record: Omit<RecordShapes[S], Stamped> &
          Partial<Pick<RecordShapes[S], Stamped & keyof RecordShapes[S]>>;
      }
    | ({
        readonly op: 'patch';
        readonly fields: Partial<{ readonly [F in keyof RecordShapes[S]]: RecordShapes[S][F] | undefined }>;
        readonly seen?: string;
      } & RecordRef<S>)
    | ({ readonly op: 'remove'; readonly seen?: string } & RecordRef<S>);
}[RecordStore];

/** What a person does at once, and takes back at once. */
export interface RecordChange {
  /** For people: `Delete 3 transactions`. */
  readonly label: string;
  readonly writes: readonly RecordWrite[];
}

/** A write that cannot be saved: which one of the change, which field, and why in that field's words. */
export interface RecordProblem extends FieldNote {
  /** Its place in `writes`. */
  readonly write: number;
}

/** A record that is not as it was seen, or as a step left it. */
export interface ChangedRecord {
  readonly store: string;
  readonly id: string;
  /** For people. */
  readonly label: string;
  readonly change: 'edited' | 'gone' | 'there already';
}

/** Whatever the kind, either everything was written or nothing. */
export type SaveResult =
  | {
      readonly kind: 'saved';
      readonly label: string;
      /** Ids of the records that were made. */
      readonly made: readonly string[];
      /** True but doubtful, such as selling more than is held. */
      readonly warnings: readonly FieldNote[];
      /** False where no undo could be kept, with the reason. */
      readonly undoable: boolean;
      readonly undoNote: string | null;
    }
  | { readonly kind: 'changedElsewhere'; readonly message: string; readonly records: readonly ChangedRecord[] }
  | { readonly kind: 'refused'; readonly message: string; readonly problems: readonly RecordProblem[] }
  /** The installed version lacks a store. `version` brings it. */
  | { readonly kind: 'needsVersion'; readonly message: string; readonly version: string | null }
  /** Something else went wrong; nothing was written. */
  | { readonly kind: 'failed'; readonly message: string; readonly failure: Failure };

export interface UndoStep {
  readonly id: string;
  readonly label: string;
  /** ISO 8601 UTC. */
  readonly at: string;
  /** Records that it touched. */
  readonly records: number;
}

export interface AccountOption {
  readonly id: string;
  readonly name: string;
  readonly institution: string;
  readonly country: string;
  readonly currency: string;
  readonly kind: string;
  readonly openedOn: string | null;
  readonly closedOn: string | null;
  /** Not offered for new transactions. */
  readonly closed: boolean;
}

export interface AssetOption {
  readonly id: string;
  readonly name: string;
  readonly symbol: string;
  readonly isin: string;
  readonly assetType: string;
  readonly currency: string;
  readonly accountId: string;
  /** Its account's name. */
  readonly account: string;
  readonly archived: boolean;
}

/** What choosers offer; in the order of their names. */
export interface RecordLists {
  readonly settings: SettingsRecord | null;
  readonly persons: readonly { readonly id: string; readonly name: string }[];
  readonly accounts: readonly AccountOption[];
  readonly assets: readonly AssetOption[];
  readonly tags: readonly string[];
  readonly sectors: readonly string[];
  readonly institutions: readonly string[];
}

/** What newer data versions know of an asset beside its figures. */
export interface AssetBackground {
  /** Null where nothing was worked out for it. */
  readonly risk: CurrencyRiskRecord | null;
  readonly requirements: readonly RequirementRecord[];
  /** Of everyone in the portfolio. */
  readonly residencies: readonly ResidencyRecord[];
  /** The data version that brings it, where the installed one is older. */
  readonly needs: { readonly risk: string | null; readonly compliance: string | null };
}

/** What a deletion takes along, before anybody says yes. */
export interface RemovalPlan {
  /** `Deletes the account ‘Depot’ with 3 assets, 120 transactions and 40 prices. You can undo this.` */
  readonly sentence: string;
  readonly label: string;
  /** Records by store, those that were named included. */
  readonly counts: Readonly<Record<string, number>>;
  /** A backup is made first: many records go. */
  readonly backsUp: boolean;
}

/** A file kept by this app. */
export interface AttachmentFacts {
  readonly kind: string;
  readonly title: string;
  readonly issued?: string;
  readonly expires?: string;
}

/** Records, their edits and their undo: `records.svelte.ts`. */
export interface Records {
  /** Null until `load`; kept fresh afterwards, edits of other windows included. */
  readonly lists: RecordLists | null;
  readonly failure: Failure | null;
  load(): Promise<void>;

  /** An id for a record to be made. */
  newId(): string;
  /** Null when there is none. */
  read<S extends RecordStore>(ref: RecordRef<S>): Promise<SeenRecord<S> | null>;
  /** Documents of an asset, in its order; at every data version. */
  documentsOf(assetId: string): Promise<readonly SeenRecord<'documents'>[]>;
  /** The other end of the transfer that this is one end of; null where there is none. */
  otherEnd(ref: RecordRef<'transactions'>): Promise<SeenRecord<'transactions'> | null>;
  /** Its currency risk, and what has to be reported of it. */
  backgroundOf(assetId: string): Promise<AssetBackground>;
  /** Units held on a day, decimal text; `without` leaves a transaction out of account: the one that is being edited. */
  held(assetId: string, accountId: string, day: string, without?: string): Promise<string>;

  /** One undoable step. Many deletions at once are backed up first. */
  apply(change: RecordChange, options?: SaveOptions): Promise<SaveResult>;

  /** Checks what was typed, and saves it. `edits`: the transaction that is being edited, as it was seen. */
  saveTransaction(draft: TransactionDraft, edits?: Edited, ends?: BothEnds): Promise<SaveResult>;
  /** Both ends in one step, linked. */
  saveTransfer(draft: TransferDraft): Promise<SaveResult>;
  saveAccount(draft: AccountDraft, edits?: Edited): Promise<SaveResult>;
  saveAsset(draft: AssetDraft, edits?: Edited): Promise<SaveResult>;
  savePrice(draft: PriceDraft): Promise<SaveResult>;
  saveRate(draft: RateDraft): Promise<SaveResult>;
  /** Fields of the one row of settings; amounts stay in the currencies they were booked in. */
  saveSettings(fields: Partial<Omit<SettingsRecord, 'id' | Stamped>>): Promise<SaveResult>;

  /** The same fields of many records, in one step. */
  editMany<S extends 'assets' | 'accounts' | 'transactions'>(
    refs: readonly RecordRef<S>[],
    fields: Partial<{ readonly [F in keyof RecordShapes[S]]: RecordShapes[S][F] | undefined }>
  ): Promise<SaveResult>;
  /** A copy under a new id; of an asset without its transactions, prices and documents. */
  duplicate(ref: RecordRef<'assets' | 'accounts' | 'transactions'>): Promise<SaveResult>;
  archive(assetIds: readonly string[], archived: boolean): Promise<SaveResult>;
  /** `day` null opens it again. */
  closeAccount(id: string, day: string | null): Promise<SaveResult>;

  /** What `remove` of these would take along. */
  planRemoval(refs: readonly RecordRef[]): Promise<RemovalPlan>;
  /** Deletes records and all that belongs to them, in one step. */
  remove(refs: readonly RecordRef[], options?: SaveOptions): Promise<SaveResult>;

  /** The step that `undo` takes back; null when there is none. */
  readonly undoable: UndoStep | null;
  /** The step that `redo` does again; null when there is none. */
  readonly redoable: UndoStep | null;
  /** Why steps of before cannot be undone any more, until the next step; null otherwise. */
  readonly undoNote: string | null;
  /** `leaveChanged`: records that were changed since stay as they are, and the others are undone. */
  undo(options?: { readonly leaveChanged?: boolean }): Promise<SaveResult>;
  redo(options?: { readonly leaveChanged?: boolean }): Promise<SaveResult>;

  /** Keeps a file and lists it as a document of the asset. Refused with a sentence when it is too large. */
  attach(assetId: string, file: File, facts: AttachmentFacts): Promise<SaveResult>;
  /** Null where the file is not kept in this browser. */
  openAttachment(document: RecordShapes['documents']): Promise<File | null>;
}

export interface SaveOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (fraction: number, message: string) => void;
}

/** Both ends of a transfer, as they were before one of them is edited. */
export interface BothEnds {
  readonly edited: TransactionRecord;
  readonly other: SeenRecord<'transactions'>;
}

/** The record that a form edits. */
export interface Edited {
  readonly id: string;
  readonly seen: string;
  readonly at?: TransactionPlace;
}
