/** A backup file from anywhere: decrypted, inflated, read whole, and only then handed over row by row. */
import { MigrationError, type CheckedSnapshot, type CheckOptions, type Row } from '../migration';
import type { SnapshotHeader } from './format/header';
import { Repacker } from './format/packing';
import { SnapshotReader, type SnapshotBatch } from './format/reader';
import { verifySnapshot, type SchemaOf } from './format/verify';

/** Records of a file that are kept from checking to reading; a larger one is read from the file again. */
const KEPT_RECORDS = 50_000;

export interface CheckPorts {
  readonly schemaOf: SchemaOf;
  /** Milliseconds that only go forward. */
  readonly elapsed: () => number;
  /** The plain file of an encrypted one; the file itself where it is not encrypted. */
  readonly decrypt: (file: Blob, passphrase: string | undefined) => Promise<Blob>;
  /** What is listed of a file with this header. */
  readonly infoOf: (file: Blob, header: SnapshotHeader) => CheckedSnapshot['info'];
  readonly now: () => Date;
  /** Records to be kept, other than usually. */
  readonly keeps?: number;
}

/** @throws MigrationError `backupFailed` with every reason; `migrationCancelled` when the signal ends it. */
export async function checkFile(file: Blob, ports: CheckPorts, options: CheckOptions = {}): Promise<CheckedSnapshot> {
  const { signal, onProgress } = options;
  if (file.size === 0) throw new MigrationError('backupFailed', 'Backup file is empty');
  const plain = await ports.decrypt(file, options.passphrase);
  let kept: SnapshotBatch[] | null = [];
  let records = 0;
  const read = await verifySnapshot(plain, {
    schemaOf: ports.schemaOf,
    elapsed: ports.elapsed,
    ...(signal && { signal }),
    onBatch(batch, header) {
      records += batch.records.length;
      if (records > (ports.keeps ?? KEPT_RECORDS)) kept = null;
      kept?.push(batch);
      const total = Object.values(header.counts).reduce((sum, count) => sum + count, 0);
      onProgress?.(Math.min(1, records / Math.max(1, total)), `Checking the file: ${records} of ${total} records`);
    }
  });
  const { verification, header, footer } = read;
  if (!verification.ok || !header || !footer)
    throw new MigrationError('backupFailed', verification.problems.join(' '), { details: verification.problems });
  const info = { ...ports.infoOf(file, header), digest: footer.digest, verifiedAt: ports.now().toISOString() };
  return {
    info: { ...info, encrypted: plain !== file },
    verification,
    digests: footer.digests,
    async rows(onRows) {
      const stores = ports.schemaOf(header.dataVersion);
      if (!stores)
        throw new MigrationError(
          'incompatibleVersion',
          `the backup holds data of version ${header.dataVersion}, which this app does not know yet. Update the app to restore it`
        );
      const rows = new PhysicalRows(stores, onRows);
      if (kept) for (const batch of kept) await rows.take(batch);
      else {
        const reader = await SnapshotReader.open(plain);
        for await (const batch of reader.batches()) {
          signal?.throwIfAborted();
          await rows.take(batch);
        }
      }
      await rows.end();
    }
  };
}

/** Records and containers of a snapshot as the rows that a database holds. */
class PhysicalRows {
  readonly #stores: NonNullable<ReturnType<SchemaOf>>;
  readonly #onRows: Parameters<CheckedSnapshot['rows']>[0];
  #open: { store: string; repacker: Repacker } | null = null;

  constructor(stores: NonNullable<ReturnType<SchemaOf>>, onRows: Parameters<CheckedSnapshot['rows']>[0]) {
    this.#stores = stores;
    this.#onRows = onRows;
  }

  async take({ store, records, containers }: SnapshotBatch): Promise<void> {
    const packed = this.#stores[store]?.packed;
    if (this.#open?.store !== store) await this.end();
    if (!packed) return this.#onRows(store, records as readonly Row[]);
    const { repacker } = (this.#open ??= { store, repacker: new Repacker(packed) });
    const rows: Row[] = [];
    let at = 0;
    for (const { before, container } of [...containers, { before: records.length, container: null }]) {
      for (; at < before; at++) rows.push(...repacker.entry(records[at]));
      if (container) rows.push(...repacker.container(container));
    }
    if (rows.length > 0) await this.#onRows(store, rows);
  }

  async end(): Promise<void> {
    const open = this.#open;
    this.#open = null;
    const rows = open?.repacker.end() ?? [];
    if (open && rows.length > 0) await this.#onRows(open.store, rows);
  }
}
