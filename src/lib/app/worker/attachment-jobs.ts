/** Files kept by the app: added with their document in one step, opened, and swept once nothing names them any more. */
import { AttachmentRefusedError, Attachments, NamedFiles, namedAttachments, StepJournal } from '../../data';
import type { RecordOutcome, VerbResults } from '../verb-results';
import type { JobContext } from './job-context';
import type { JobOf } from './perform';
import { saveWrites } from './record-jobs';
import type { WorkerServices } from './services';
import { withDataset } from './with-dataset';

/** The file first, then its document: a file without one is swept, a document without its file would be a loss. */
export async function attachFile(
  services: WorkerServices,
  { standing, assetId, name, file, facts, documentId }: JobOf<'attachFile'>,
  context: JobContext
): Promise<RecordOutcome> {
  const attachments = new Attachments(services.attachments);
  const id = services.environment.randomId();
  let location: string;
  try {
    location = await attachments.add(id, name, file);
  } catch (error) {
    if (!(error instanceof AttachmentRefusedError)) throw error;
    const { message } = error;
    return { kind: 'refused', message, problems: [{ write: 0, field: 'file', message }] };
  }
  const record = { ...facts, id: documentId, assetId, locationKind: 'held', location };
  const outcome = await saveWrites(
    services,
    standing,
    {
      label: `Add the file ‘${name}’`,
      writes: [{ op: 'put', store: 'documents', record }],
      pricesFollow: false
    },
    context
  );
  if (outcome.kind !== 'saved') await attachments.remove(id);
  return outcome;
}

export function openAttachment(
  services: WorkerServices,
  { location }: JobOf<'openAttachment'>
): Promise<VerbResults['openAttachment']> {
  return new Attachments(services.attachments).open(location);
}

/** Removes files that no document and no step has named for a long time, and that no backup here would miss. */
export function sweepAttachments(
  services: WorkerServices,
  { standing }: JobOf<'sweepAttachments'>
): Promise<VerbResults['sweepAttachments']> {
  return withDataset(services, standing, async (dataset) => {
    const journal = new StepJournal(services.steps, `${dataset.database.name} ${standing.epoch}`);
    const attachments = new Attachments(services.attachments);
    if ((await attachments.list()).length === 0) return 0;
    const named = await namedAttachments(dataset, journal);
    const inBackups = (): Promise<ReadonlySet<string>> => namedByBackups(services);
    return (await attachments.sweep(named, inBackups, services.steps, services.environment.now())).length;
  });
}

/** @throws where a backup cannot be read: what it names is not known then. */
async function namedByBackups({ environment: { backups } }: WorkerServices): Promise<ReadonlySet<string>> {
  const named = new NamedFiles();
  for (const { id } of await backups.list()) await (await backups.check(await backups.open(id))).rows(named.see);
  return new Set(named.all.map(({ id }) => id));
}
