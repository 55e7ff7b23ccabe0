/** The worker's desk without a thread: asks for jobs, and holds every reply to surviving the crossing. */
import { createRequestHandler } from '../../../src/lib/app/worker/handle-request';
import type { WorkerServices } from '../../../src/lib/app/worker/services';
import type { VerbResults } from '../../../src/lib/app/verb-results';
import type { FailureMessage, Job, WorkerReply } from '../../../src/lib/protocol';

export interface Desk {
  replies(job: Job): Promise<WorkerReply[]>;
  /** @throws Error with the last reply when the job failed. */
  ask<J extends Job>(job: J): Promise<VerbResults[J['verb']]>;
  failureOf(job: Job): Promise<FailureMessage>;
  /** Cancels the job as soon as it reports progress. */
  cancelled(job: Job): Promise<FailureMessage>;
}

export function desk(services: WorkerServices): Desk {
  const handle = createRequestHandler(services);
  let lastId = 0;
  const replies = async (job: Job, onReply: (reply: WorkerReply) => void = () => undefined): Promise<WorkerReply[]> => {
    const all: WorkerReply[] = [];
    await handle({ type: 'request', id: ++lastId, job: structuredClone(job) }, (reply) => {
      // Files are cloned by a browser; the clone of a test's engine loses them.
      all.push(reply.type === 'answer' && holdsFile(reply.value) ? reply : structuredClone(reply));
      onReply(reply);
    });
    return all;
  };
  const failed = (all: readonly WorkerReply[]): FailureMessage => {
    const last = all.at(-1);
    if (last?.type !== 'failure') throw new Error(`It answered: ${JSON.stringify(last)}`);
    return last.failure;
  };
  return {
    replies: (job) => replies(job),
    async ask<J extends Job>(job: J) {
      const last = (await replies(job)).at(-1);
      if (last?.type !== 'answer') throw new Error(JSON.stringify(last));
      return last.value as VerbResults[J['verb']];
    },
    failureOf: async (job) => failed(await replies(job)),
    cancelled: async (job) =>
      failed(
        await replies(job, ({ type, id }) => {
          if (type === 'progress') void handle({ type: 'cancel', id }, () => undefined);
        })
      )
  };
}

function holdsFile(value: unknown): boolean {
  if (value instanceof Blob) return true;
  return typeof value === 'object' && value !== null && Object.values(value).some((part) => part instanceof Blob);
}
