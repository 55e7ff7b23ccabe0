/** Which function does which verb. A verb without one does not compile. */
import type { Job, Verb } from '../../protocol';
import type { VerbResults } from '../verb-results';
import {
  backUp,
  diagnose,
  openBackup,
  readArchive,
  removeBackup,
  restoreFromQuarantine,
  verifyBackup
} from './archive-jobs';
import { createEmpty, createSample } from './creation-jobs';
import { inspect } from './inspection-job';
import type { JobContext } from './job-context';
import { readAsset, readPortfolio, saveAsset } from './portfolio-jobs';
import type { WorkerServices } from './services';
import { analyse, migrate } from './upgrade-jobs';

export type JobOf<V extends Verb> = Extract<Job, { verb: V }>;

type Performers = {
  readonly [V in Verb]: (services: WorkerServices, job: JobOf<V>, context: JobContext) => Promise<VerbResults[V]>;
};

const performers: Performers = {
  inspect,
  analyse,
  migrate,
  createEmpty,
  createSample,
  readPortfolio,
  readAsset,
  saveAsset,
  readArchive,
  backUp,
  verifyBackup,
  removeBackup,
  openBackup,
  restoreFromQuarantine,
  diagnose
};

export function perform<V extends Verb>(
  services: WorkerServices,
  job: JobOf<V>,
  context: JobContext
): Promise<VerbResults[V]> {
  const verb: V = job.verb;
  return performers[verb](services, job, context);
}
