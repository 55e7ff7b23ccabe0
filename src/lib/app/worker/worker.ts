/**
 * The dedicated worker's own script, and nothing but: WebKit evaluates it a second time for a part that imports
 * something from it, and every request would then be done twice. So what the parts share lies behind one import.
 */
import type { WorkerScope } from './desk';

const scope = globalThis as unknown as WorkerScope;
const desk = import('./desk').then(({ openDesk }) => openDesk(scope));
// A part that does not arrive is told to the page, as an error of this worker.
desk.catch((error: unknown) => reportError(error));

scope.addEventListener('message', ({ data }) => {
  void desk.then(
    (take) => take(data),
    () => undefined
  );
});
