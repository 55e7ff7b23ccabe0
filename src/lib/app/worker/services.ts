/** What the worker works with: the history of data versions, its surroundings, and the engine bound to both. */
import type { FilePlace } from '../../backup';
import type { History, MigrationEnvironment, Migrations, RecordPort } from '../../migration';

/** A folder of the owner's choosing. */
export interface CopyFolder {
  readonly name: string;
  /** Names this browser's list of copies there. */
  readonly owner: string;
  readonly place: FilePlace;
  /** For the files of documents, which backups only name. */
  readonly attachments: FilePlace;
}

export interface WorkerServices {
  readonly history: History;
  readonly environment: MigrationEnvironment;
  readonly migrations: Migrations;
  /** Steps that can be taken back: outside the portfolio database. */
  readonly steps: RecordPort;
  /** Where the files lie that the app keeps for documents. */
  attachments(): Promise<FilePlace>;
  /** Where the ledger of figures is kept between starts; nowhere without it. */
  readonly figures?: () => Promise<FilePlace>;
  /** Null where none was chosen. Whether it can be used shows when it is. */
  folder(): Promise<CopyFolder | null>;
  /** Asks for garbage to be collected. */
  collect(): unknown;
}
