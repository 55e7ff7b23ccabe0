import { LocalPipe } from './local-pipe';
import type { FromHelper, ToHelper } from './pipe-messages';

/** What a helper does with each message, wherever it runs. */
export function pipeAnswers(say: (message: FromHelper) => void): (message: ToHelper) => void {
  const pipe = new LocalPipe({
    write: async (bytes) => say({ kind: 'bytes', bytes }),
    close: async () => {},
    abort: async () => {}
  });
  // Digests are told in the order of their stretches, whichever is ready first.
  let told: Promise<void> = Promise.resolve();
  const failed = (error: unknown) => say({ kind: 'failed', reason: String(error) });
  return (message) => {
    switch (message.kind) {
      case 'begin':
        return pipe.begin();
      case 'end': {
        const digest = pipe.end();
        told = told.then(async () => say({ kind: 'digest', digest: await digest })).catch(failed);
        return;
      }
      case 'close':
        pipe.close().then((length) => say({ kind: 'closed', length }), failed);
        return;
      case 'text':
        try {
          const { length } = message.bytes;
          pipe.bytes(message.bytes);
          pipe.whenCompressed((produced) => say({ kind: 'taken', length, produced }));
        } catch (error) {
          failed(error);
        }
    }
  };
}
