/** Which function does which verb. A verb without one does not compile. */
import type { Job, Verb } from '../../protocol';
import type { VerbResults } from '../verb-results';
import { inspect } from './inspection-job';
import type { JobContext } from './job-context';
import { letGo } from './letting-go';
import type { WorkerServices } from './services';

export type JobOf<V extends Verb> = Extract<Job, { verb: V }>;

type Performers = {
  readonly [V in Verb]: (services: WorkerServices, job: JobOf<V>, context: JobContext) => Promise<VerbResults[V]>;
};

// Loaded when first asked for: a start looks, which is here already, and reads the portfolio, and needs nothing of an
// upgrade or a backup.
const archive = () => import('./archive-jobs');
const creation = () => import('./creation-jobs');
const figures = () => import('./figure-jobs');
const due = () => import('./due-jobs');
const records = () => import('./record-jobs');
const attachments = () => import('./attachment-jobs');
const upgrade = () => import('./upgrade-jobs');
const recovery = () => import('./recovery-jobs');
const health = () => import('./health-job');
const folder = () => import('./folder-jobs');
const exporting = () => import('./export-jobs');
const importing = () => import('./import-jobs');

const performers: Performers = {
  inspect: (services, { expectsFigures }) => {
    // What is asked for next is on its way meanwhile; should it not come, that question says so.
    if (expectsFigures)
      void figures().then(
        (jobs) => jobs.expectFigures(services),
        () => undefined
      );
    return inspect(services);
  },
  letGo,
  analyse: async (services, job) => (await upgrade()).analyse(services, job),
  migrate: async (services, job, context) => (await upgrade()).migrate(services, job, context),
  createEmpty: async (services, job) => (await creation()).createEmpty(services, job),
  createSample: async (services, job, context) => (await creation()).createSample(services, job, context),
  readFigures: async (services, job, context) => (await figures()).readFigures(services, job, context),
  countDue: async (services, job) => (await due()).countDue(services, job),
  readRecords: async (services, job) => (await records()).readRecords(services, job),
  listRecords: async (services, job) => (await records()).listRecords(services, job),
  documentsOf: async (services, job) => (await records()).documentsOf(services, job),
  backgroundOf: async (services, job) => (await records()).backgroundOf(services, job),
  otherEnd: async (services, job) => (await records()).otherEnd(services, job),
  heldUnits: async (services, job) => (await records()).heldUnits(services, job),
  saveRecords: async (services, job, context) => (await records()).saveRecords(services, job, context),
  planRemoval: async (services, job) => (await records()).planRemoval(services, job),
  removeRecords: async (services, job, context) => (await records()).removeRecords(services, job, context),
  takeStep: async (services, job) => (await records()).takeStep(services, job),
  attachFile: async (services, job, context) => (await attachments()).attachFile(services, job, context),
  openAttachment: async (services, job) => (await attachments()).openAttachment(services, job),
  sweepAttachments: async (services, job) => (await attachments()).sweepAttachments(services, job),
  previewImport: async (services, job, context) => (await importing()).previewImport(services, job, context),
  runImport: async (services, job, context) => (await importing()).runImport(services, job, context),
  readArchive: async (services) => (await archive()).readArchive(services),
  backUp: async (services, job, context) => (await archive()).backUp(services, job, context),
  verifyBackup: async (services, job) => (await archive()).verifyBackup(services, job),
  removeBackup: async (services, job) => (await archive()).removeBackup(services, job),
  openBackup: async (services, job) => (await archive()).openBackup(services, job),
  copyBackup: async (services, job, context) => (await exporting()).copyBackup(services, job, context),
  pinBackup: async (services, job) => (await archive()).pinBackup(services, job),
  cleanBackups: async (services) => (await archive()).cleanBackups(services),
  backUpDaily: async (services, _job, context) => (await archive()).backUpDaily(services, context),
  previewRestore: async (services, job, context) => (await recovery()).previewRestore(services, job, context),
  restore: async (services, job, context) => (await recovery()).restore(services, job, context),
  previewRollback: async (services, job, context) => (await recovery()).previewRollback(services, job, context),
  rollBack: async (services, job, context) => (await recovery()).rollBack(services, job, context),
  checkHealth: async (services, _job, context) => (await health()).checkHealth(services, context),
  exportData: async (services, job, context) => (await exporting()).exportData(services, job, context),
  readFolder: async (services) => (await folder()).readFolder(services),
  listFolder: async (services) => (await folder()).listFolder(services),
  copyToFolder: async (services, job, context) => (await folder()).copyToFolder(services, job, context),
  restoreFromQuarantine: async (services, job) => (await archive()).restoreFromQuarantine(services, job),
  diagnose: async (services) => (await archive()).diagnose(services)
};

/** Whether there is such a verb, for the guard of what comes in. */
export const performs = (verb: string): boolean => Object.hasOwn(performers, verb);

export function perform<V extends Verb>(
  services: WorkerServices,
  job: JobOf<V>,
  context: JobContext
): Promise<VerbResults[V]> {
  const verb: V = job.verb;
  return performers[verb](services, job, context);
}
