/**
 * How a data version is declared. A version module is plain data and pure functions that satisfy
 * {@link VersionDefinition}; it imports these types, its frozen predecessors, and libraries, nothing else.
 */
import type { LooseObjectSchema, ObjectEntries } from 'valibot';
import type { MigrationStep, MigrationType } from './types';

/** A stored record. Fields that the schema does not know are kept. */
export type Row = Record<string, unknown>;

/** The valibot schema of one record: always a loose object, because unknown fields are kept. */
export type RowSchema = LooseObjectSchema<ObjectEntries, undefined>;

export interface IndexDefinition {
  readonly keyPath: string | readonly string[];
  readonly unique?: boolean;
  readonly multiEntry?: boolean;
}

/** A store whose rows each hold many entries (a month of transactions). Counts, digests and checks are per entry. */
export interface PackedStore {
  /** The field of the packed row that holds the entries, in order. */
  readonly entries: string;
  /** The field that identifies an entry. */
  readonly entryKey: string;
  /** All fields that `pack` writes; others found on a packed row are unknown ones, and kept. */
  readonly containerFields: readonly string[];
  /** The primary key of the packed row that an entry belongs to. */
  keyOf(entry: Row): readonly IDBValidKey[];
  /** Builds the packed row of entries that share a key, in order. */
  pack(entries: readonly Row[]): Row;
}

export interface StoreDefinition {
  readonly keyPath: string | readonly string[];
  readonly indexes: readonly IndexDefinition[];
  /** The schema of one record; of one entry where the store is packed. */
  readonly row: RowSchema;
  readonly packed?: PackedStore;
  /** The name this store had in the version before, when this version renames it. */
  readonly renamingId?: string;
  /** New field name → name it had in the version before. */
  readonly renamingIds?: Readonly<Record<string, string>>;
}

/** What a hop gives to pure functions, so that the same data always makes the same rows. */
export interface HopContext {
  readonly fromVersion: string;
  readonly toVersion: string;
  /** The one instant of the whole migration, ISO 8601 UTC. */
  readonly instant: string;
  /** A UUID v8 made from (step, source id, ordinal). */
  id(source: string, ordinal?: number): string;
}

export interface RecordContext extends HopContext {
  /** Adds a record to another store, at this version's shape. */
  emit(store: string, row: Row): void;
  /** Keeps something that cannot become a record: whole, with where it came from and why. */
  quarantine(original: { store: string; key: unknown; field: string; row: unknown }, reason: string): string;
}

/** A change of one record and its inverse. Both are pure and synchronous. */
export interface RecordChange {
  up(record: Row, context: RecordContext): Row;
  /**
   * The record in the older shape. `edited` is in the newer shape; `stored`, where there is one, is the older record
   * it was read from, whose fields it keeps; `related` gives the records that `up` would have emitted for it.
   */
  down(edited: Row, stored: Row | undefined, related: (store: string) => readonly Row[]): Row;
}

/** The work of a step that needs more than one record, for one run. State lives in the closure. */
export interface SetWork {
  /** Called once for every record of these stores, in the shape of this version. */
  readonly observe?: Readonly<Record<string, (row: Row) => void>>;
  /** Called once, after everything was observed and before anything is mapped or created. */
  finish?(): void;
  /** New records, made lazily. */
  readonly create?: Readonly<Record<string, () => Iterable<Row>>>;
  /** A change of each record of a store that this or an earlier step or version created. */
  readonly map?: Readonly<Record<string, (row: Row) => Row>>;
  /** Called after all of it; throwing fails the step and with it the migration. */
  validate?(): void;
}

interface NamedStep {
  /** Named by intention: `PopulateCurrencyExposure`. */
  readonly name: string;
  /** What a person reads while it runs. */
  readonly description: string;
  readonly rollback?: NonNullable<MigrationStep['rollback']>;
  readonly effects?: NonNullable<MigrationStep['effects']>;
}

/** Changes records one by one. */
export interface RecordStep extends NamedStep {
  readonly records: Readonly<Record<string, RecordChange>>;
  /** Stores that `up` may emit into; any other store of the version where absent. */
  readonly emits?: readonly string[];
}

/** Works over sets of records: what it observes, maps and creates is declared, so that steps can share one pass. */
export interface SetStep extends NamedStep {
  readonly observes: readonly string[];
  readonly maps?: readonly string[];
  readonly creates?: readonly string[];
  over(context: HopContext): SetWork;
}

export type StepDefinition = RecordStep | SetStep | MigrationStep;

/** An invariant of a version: sees the records as written, then says what is wrong, if anything. */
export interface IntegrityCheck {
  readonly name: string;
  /** The stores it looks at. Within the migration it runs when the pass touches all of them anyway. */
  readonly observes: readonly string[];
  begin(): { observe: Readonly<Record<string, (row: Row) => void>>; problems(): readonly string[] };
}

/** One figure that a migration must not change. `measure` says which (cash, cost basis, holding, stated value). */
export interface ConservedFigure {
  readonly account: string;
  readonly currency: string;
  readonly measure: string;
  readonly value: string;
}

/** Computes the figures that must be the same before and after, from the records of one version. */
export interface ConservedValues {
  readonly observes: readonly string[];
  begin(): { observe: Readonly<Record<string, (row: Row) => void>>; figures(): readonly ConservedFigure[] };
}

/** One data version, frozen once it has shipped. */
export interface VersionDefinition {
  readonly version: string;
  readonly description: string;
  /** What changes for the person, in plain words, one sentence each. */
  readonly changes: readonly string[];
  readonly migrationType: MigrationType;
  /** Nominal seconds; the measured estimate comes from the analysis. */
  readonly estimatedTime: number;
  /** The stores that this version adds or changes, whole; `null` drops one. All others are as in the version before. */
  readonly stores: Readonly<Record<string, StoreDefinition | null>>;
  /** None: the hop is inferred from the two schemas. */
  readonly steps?: readonly StepDefinition[];
  readonly checks?: readonly IntegrityCheck[];
  /** As in the version before where absent. */
  readonly conserved?: ConservedValues;
}
