/** The dedicated worker's edge: requests in, replies out. The page ends it when it is put aside. */
import { isWorkerRequest, type WorkerReply } from '../../protocol';
import { trustOwnScripts } from '../trusted-scripts';
import { browserServices } from './browser-services';
import { createRequestHandler } from './handle-request';
import { performs } from './perform';

/** What a dedicated worker's global is, as far as it is used here. */
export interface WorkerScope {
  readonly name: string;
  postMessage(message: WorkerReply): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
}

/** Takes whatever the page sent; what is no request is left alone. */
export function openDesk(scope: WorkerScope): (message: unknown) => void {
  trustOwnScripts();
  const handle = createRequestHandler(browserServices(scope.name));
  return (message) => {
    if (isWorkerRequest(message, performs)) void handle(message, (reply) => scope.postMessage(reply));
  };
}
