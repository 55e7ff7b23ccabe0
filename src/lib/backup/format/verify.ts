/** Reads a snapshot whole and says what is wrong with it, if anything; never throws for what a file can hold. */
import { META, type BackupVerification, type StoreDefinition } from '../../migration';
import type { SnapshotFooter, SnapshotHeader } from './header';
import { KeyOrder } from './key-order';
import { snapshotLimits, type SnapshotLimits } from './limits';
import { SnapshotProblem } from './problem';
import { SnapshotReader, type SnapshotBatch } from './reader';
import { isValid } from './record-lines';

/** Characters of a problem that are shown at most. */
const LONGEST = 400;

/** The stores of a data version; null for one this app does not know. */
export type SchemaOf = (dataVersion: string) => Readonly<Record<string, StoreDefinition>> | null;

export interface VerifyOptions {
  readonly schemaOf: SchemaOf;
  /** Milliseconds that only go forward. */
  readonly elapsed: () => number;
  readonly limits?: SnapshotLimits;
  readonly signal?: AbortSignal;
  readonly onRecords?: (records: number) => void;
  /** Gets every batch once it was looked at; nothing is certain before the whole file was. */
  readonly onBatch?: (batch: SnapshotBatch, header: SnapshotHeader) => void;
}

export interface VerifiedSnapshot {
  readonly verification: BackupVerification;
  /** Null where the file could not be read so far. */
  readonly header: SnapshotHeader | null;
  readonly footer: SnapshotFooter | null;
  /** Records per store that fail their schema, as far as it was read; none where absent. */
  readonly invalid: Readonly<Record<string, number>>;
}

/** Rejects only with the reason of the signal. */
export async function verifySnapshot(file: Blob, options: VerifyOptions): Promise<VerifiedSnapshot> {
  const started = options.elapsed();
  const problems: string[] = [];
  let header: SnapshotHeader | null = null;
  let footer: SnapshotFooter | null = null;
  const invalid: Record<string, number> = {};
  let rows = 0;
  let known = true;
  try {
    const reader = await SnapshotReader.open(file, options.limits ?? snapshotLimits);
    header = reader.header;
    const stores = options.schemaOf(header.dataVersion);
    known = stores !== null;
    if (stores) expectStores(header, stores);
    const order = new KeyOrder();
    for await (const batch of reader.batches()) {
      const { store, records, containers } = batch;
      options.signal?.throwIfAborted();
      const definition = stores?.[store];
      if (definition) {
        order.follow(definition, batch);
        const failing = records.reduce<number>((sum, record) => (isValid(definition, record) ? sum : sum + 1), 0);
        const broken = containers.filter(({ container }) => container.entries === null).length;
        if (failing + broken > 0) invalid[store] = (invalid[store] ?? 0) + failing + broken;
      }
      rows += records.length;
      options.onRecords?.(rows);
      options.onBatch?.(batch, reader.header);
    }
    footer = reader.footer;
    if (known) problems.push(...comparedInvalid(header, footer, invalid));
  } catch (error) {
    options.signal?.throwIfAborted();
    problems.push(sentenceOf(error));
  }
  const seconds = (options.elapsed() - started) / 1000;
  const depth = known ? 'full' : 'structural';
  return { verification: { ok: problems.length === 0, problems, rows, seconds, depth }, header, footer, invalid };
}

/** Every store of the version is in a backup of it, also an empty one; what the engine notes for itself is in none. */
function expectStores(
  { dataVersion, counts }: SnapshotHeader,
  stores: Readonly<Record<string, StoreDefinition>>
): void {
  const strange = Object.keys(counts).find((name) => name === META || !Object.hasOwn(stores, name));
  if (strange !== undefined) throw new SnapshotProblem(`Data version ${dataVersion} has no store ${strange}.`);
  const missing = Object.keys(stores).find((name) => name !== META && !Object.hasOwn(counts, name));
  if (missing !== undefined) throw new SnapshotProblem(`The backup lacks the store ${missing}.`);
}

/** What a file holds can stand in it, so it is kept short; what the browser says may lack its full stop. */
function sentenceOf(error: unknown): string {
  if (error instanceof SnapshotProblem) return shortened(error.message);
  const reason = error instanceof Error ? error.message : 'no reason was given';
  return `The backup file cannot be read (${shortened(reason)}). It may have been moved or changed: choose it again.`;
}

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}….` : text;
}

/** Records that were invalid where they came from may be so here; others may not. */
function comparedInvalid(
  header: SnapshotHeader,
  footer: SnapshotFooter,
  invalid: Readonly<Record<string, number>>
): string[] {
  return Object.keys(header.counts).flatMap((store) => {
    const stated = footer.invalid[store] ?? 0;
    const found = invalid[store] ?? 0;
    if (stated === found) return [];
    return [`${store}: ${found} records do not satisfy the schema of ${header.dataVersion}, ${stated} are stated.`];
  });
}
