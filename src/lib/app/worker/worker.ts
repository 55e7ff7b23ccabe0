/** The dedicated worker's edge: requests in, replies out. The page ends it when it is put aside. */
import { isWorkerRequest, type WorkerReply } from '../../protocol';
import { browserServices } from './browser-services';
import { createRequestHandler } from './handle-request';

/** What a dedicated worker's global is, as far as it is used here. */
interface WorkerScope {
  readonly name: string;
  postMessage(message: WorkerReply): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
}

const scope = globalThis as unknown as WorkerScope;
const handle = createRequestHandler(browserServices(scope.name));

scope.addEventListener('message', ({ data }) => {
  if (isWorkerRequest(data)) void handle(data, (reply) => scope.postMessage(reply));
});
