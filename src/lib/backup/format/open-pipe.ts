import type { FileSink } from '../places/file-place';
import { LocalPipe } from './local-pipe';
import { RemotePipe } from './remote-pipe';
import type { TextPipe } from './text-pipe';

/** Records from which a helper gains more than its start takes (about 15 ms). */
const WORTH_HELP = 2000;
/** Milliseconds to wait for it to start. */
const PATIENCE = 3000;

/**
 * A pipe into the sink: with a helper in a worker for many records, where there are workers and it starts (in an old
 * window after an update its script may be gone); else on this thread. Both write the same bytes.
 */
export function openPipe(sink: FileSink, records: number): TextPipe {
  if (records < WORTH_HELP || typeof Worker === 'undefined') return new LocalPipe(sink);
  try {
    const helper = new Worker(new URL('./pipe-helper.ts', import.meta.url), { type: 'module' });
    return new RemotePipe(helper, sink, PATIENCE);
  } catch {
    return new LocalPipe(sink);
  }
}
