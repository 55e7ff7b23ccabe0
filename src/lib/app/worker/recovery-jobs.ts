/** Restore and rollback: looked at first, then done while the page has let go of the data. */
import { readBundle, type AttachmentName, type Bundle, type BundleOptions } from '../../backup/bundle';
import { decrypt } from '../../backup/decrypt';
import { Attachments, NamedFiles, netWorthOf } from '../../data';
import { MigrationError } from '../../migration';
import type { RestoreSource } from '../../protocol';
import type { AttachmentsPreview, RestorePreview, RestoreReport } from '../contract';
import type { VerbResults } from '../verb-results';
import { openCopy } from './folder-jobs';
import type { JobContext } from './job-context';
import type { JobOf } from './perform';
import type { WorkerServices } from './services';

/** Shares of the progress, where attachments come with the records: reading them first, and putting them back last. */
const BUNDLE = 0.2;
const PUTTING_BACK = 0.2;

export async function previewRestore(
  services: WorkerServices,
  { day, ...chosen }: JobOf<'previewRestore'>,
  { signal, progress }: JobContext
): Promise<VerbResults['previewRestore']> {
  const { history, migrations } = services;
  const onBundle = (done: number, text: string): void => progress(done * BUNDLE, text);
  const { source, bundle, beside, encrypted } = await opened(services, chosen, { signal, onProgress: onBundle });
  const from = bundle === null ? 0 : BUNDLE;
  let netWorth: RestorePreview['netWorth'] = null;
  let attachments: AttachmentsPreview | null = null;
  const preview = await migrations.previewRestore(source, {
    signal,
    onProgress: (fraction, message) => progress(from + fraction * (1 - from), message),
    async onChecked(snapshot) {
      // Both for people: a backup can still be shown where it cannot be valued, or where no files can be looked for.
      netWorth = await netWorthOf(history, snapshot, day).catch(() => null);
      const named = new NamedFiles();
      attachments = await snapshot
        .rows(named.see)
        .then(() => whereTheyLie(named, bundle ?? beside, new Attachments(services.attachments)))
        .catch(() => null);
    }
  });
  const backup = { ...preview.backup, encrypted: encrypted || preview.backup.encrypted };
  return { ...preview, backup, netWorth, attachments };
}

/** The records first: they are what counts, and what has no room then is told by name. */
export async function restore(
  services: WorkerServices,
  { keepVersion, mode, attachments: wanted = [], ...chosen }: JobOf<'restore'>,
  { signal, progress }: JobContext
): Promise<VerbResults['restore']> {
  const onBundle = (done: number, text: string): void => progress(done * BUNDLE, text);
  const { source, bundle, beside } = await opened(services, chosen, { signal, onProgress: onBundle });
  const from = bundle === null ? 0 : BUNDLE;
  const share = 1 - from - (wanted.length === 0 ? 0 : PUTTING_BACK);
  const report = await services.migrations.restoreFromBackup(
    source,
    (fraction, message) => progress(from + fraction * share, message),
    { keepVersion, mode, signal }
  );
  const kept = bundle ?? beside;
  if (kept === null || wanted.length === 0) return report;
  let restored = 0;
  const failed: string[] = [];
  for await (const { name, attachment } of contents(kept, wanted)) {
    progress(
      1 - PUTTING_BACK * (1 - restored / wanted.length),
      `Putting back attachments: ${restored} of ${wanted.length}`
    );
    const done = attachment !== null && !signal.aborted && (await putBack(services, attachment));
    if (done) restored++;
    else failed.push(name);
  }
  return { ...report, attachments: { restored, failed } } satisfies RestoreReport;
}

interface Content {
  readonly name: string;
  /** Null where it cannot be read, or is not what was put in. */
  readonly attachment: Bundle['attachments'][number] | null;
}

/** These files, one after the other; those of a bundle were read when it was opened. */
async function* contents(kept: Bundle | Attachments, wanted: readonly AttachmentName[]): AsyncGenerator<Content> {
  const names = new Map(wanted.map(({ id, name }) => [id, name]));
  if (kept instanceof Attachments) {
    for await (const { id, read } of kept.readBack(names.keys())) {
      const name = names.get(id) ?? id;
      yield { name, attachment: read.state === 'sound' ? { id, name, ...read } : null };
    }
    return;
  }
  for (const attachment of kept.attachments.filter(({ id }) => names.has(id)))
    yield { name: attachment.name, attachment };
}

async function putBack(services: WorkerServices, attachment: Bundle['attachments'][number]): Promise<boolean> {
  try {
    await new Attachments(services.attachments).putBack(attachment);
    return true;
  } catch {
    // A full disk: the records are in place, and what is missing is told by name.
    return false;
  }
}

interface Opened {
  readonly source: string | Blob;
  /** Null where it is a backup alone. */
  readonly bundle: Bundle | null;
  /** What lies beside it in the owner's folder; null where it comes from elsewhere. */
  readonly beside: Attachments | null;
  readonly encrypted: boolean;
}

/** What the person chose, decrypted, and the backup in it where attachments came with it. */
async function opened(
  services: WorkerServices,
  { source: chosen, passphrase }: RestoreSource,
  options: BundleOptions
): Promise<Opened> {
  if (typeof chosen === 'string') return { source: chosen, bundle: null, beside: null, encrypted: false };
  const copy = 'copy' in chosen ? await openCopy(services, chosen.copy) : null;
  const beside = copy?.attachments ?? null;
  const source = copy?.file ?? (chosen as Blob);
  const plain = await decrypt(source, passphrase);
  const encrypted = plain !== source;
  let bundle: Bundle | null;
  try {
    bundle = await readBundle(plain, options);
  } catch (cause) {
    throw options.signal?.aborted ? new MigrationError('migrationCancelled', '', { cause }) : cause;
  }
  if (bundle !== null) return { source: bundle.backup, bundle, beside, encrypted };
  const named = encrypted && source instanceof File ? new File([plain], source.name) : plain;
  return { source: named, bundle, beside, encrypted };
}

/** Null where records name no file. */
async function whereTheyLie(
  named: NamedFiles,
  source: Bundle | Attachments | null,
  kept: Attachments
): Promise<AttachmentsPreview | null> {
  if (named.all.length === 0) return null;
  const here = new Set(await kept.list());
  const isFolder = source instanceof Attachments;
  // What lies in a folder and here as well need not be brought over.
  const sizes = isFolder
    ? await source.sizes(named.all.flatMap(({ id }) => (here.has(id) ? [] : [id])))
    : new Map(source?.attachments.map(({ id, content }) => [id, content.size]));
  const inFile = named.all.filter(({ id }) => sizes.has(id));
  const others = named.all.filter(({ id }) => !sizes.has(id));
  return {
    from: isFolder ? 'folder' : 'file',
    inFile,
    bytes: inFile.reduce((sum, { id }) => sum + (sizes.get(id) ?? 0), 0),
    here: others.filter(({ id }) => here.has(id)).length,
    missing: others.filter(({ id }) => !here.has(id)).map(({ name }) => name)
  };
}

export function previewRollback(
  { migrations }: WorkerServices,
  { to }: JobOf<'previewRollback'>,
  { signal, progress }: JobContext
): Promise<VerbResults['previewRollback']> {
  return migrations.previewRollback(to, { signal, onProgress: progress });
}

export function rollBack(
  { migrations }: WorkerServices,
  { to }: JobOf<'rollBack'>,
  { signal, progress }: JobContext
): Promise<VerbResults['rollBack']> {
  return migrations.rollbackMigration(to, progress, { signal });
}
