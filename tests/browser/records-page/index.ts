/** The worker's own desk over this browser's storage, for what no click can time or repeat. No part of what ships. */
import '../raw/raw.js';
import { browserServices } from '../../../src/lib/app/worker/browser-services';
import { createRequestHandler } from '../../../src/lib/app/worker/handle-request';
import { trustOwnScripts } from '../../../src/lib/app/trusted-scripts';
import type { VerbResults } from '../../../src/lib/app/verb-results';
import type { Job, WorkerReply } from '../../../src/lib/protocol';

trustOwnScripts();

const handle = createRequestHandler(browserServices('records-page'));
let lastId = 0;

const records = {
  /** @throws Error with the failure of the job. */
  async ask<J extends Job>(job: J): Promise<VerbResults[J['verb']]> {
    let last: WorkerReply | undefined;
    await handle({ type: 'request', id: ++lastId, job }, (reply) => void (last = reply));
    if (last?.type !== 'answer') throw new Error(JSON.stringify(last));
    return last.value as VerbResults[J['verb']];
  }
};

declare global {
  interface Window {
    records: typeof records;
  }
}

window.records = records;
