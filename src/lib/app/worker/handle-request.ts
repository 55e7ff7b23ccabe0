/** The worker's desk: takes requests, does the jobs, answers. Knows nothing of threads, so that tests call it. */
import type { WorkerReply, WorkerRequest } from '../../protocol';
import { failureMessage } from './failure-message';
import type { JobContext } from './job-context';
import { leanly } from './lean-work';
import { pacedProgress } from './paced-progress';
import type { WorkerServices } from './services';
import { perform } from './perform';

export type RequestHandler = (request: WorkerRequest, reply: (reply: WorkerReply) => void) => Promise<void>;

/** Every request ends in exactly one answer or failure. A `cancel` aborts the signal of the job with its id. */
export function createRequestHandler(services: WorkerServices): RequestHandler {
  const running = new Map<number, AbortController>();
  // Another window may have moved the databases; whoever looks anew looks where they are. What cannot be read says nothing.
  let atHome: Promise<void> | null = null;
  const settle = (): Promise<void> => services.environment.home?.settle().catch(() => undefined) ?? Promise.resolve();
  return async (request, reply) => {
    const { id } = request;
    if (request.type === 'cancel') {
      running.get(id)?.abort();
      return;
    }
    const abort = new AbortController();
    running.set(id, abort);
    const context: JobContext = {
      signal: abort.signal,
      progress: pacedProgress(
        (fraction, message) => reply({ type: 'progress', id, fraction, message }),
        () => services.environment.elapsed()
      )
    };
    try {
      if (request.job.verb === 'inspect') atHome = null;
      await (atHome ??= settle());
      const value = await leanly(() => perform(services, request.job, context), services.collect);
      reply({ type: 'answer', id, value });
    } catch (error) {
      reply({ type: 'failure', id, failure: failureMessage(error) });
    } finally {
      running.delete(id);
    }
  };
}
