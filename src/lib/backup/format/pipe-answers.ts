import { LocalPipe } from './local-pipe';
import type { FromHelper, ToHelper } from './pipe-messages';

/** What a helper does with each message, wherever it runs. `onUsed` gets each piece of text that is needed no more. */
export function pipeAnswers(
  say: (message: FromHelper) => void,
  onUsed: (bytes: Uint8Array<ArrayBuffer>) => void = () => {}
): (message: ToHelper) => void {
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
          const { bytes } = message;
          const { length } = bytes;
          pipe.bytes(bytes);
          pipe.whenCompressed((produced) => {
            onUsed(bytes);
            say({ kind: 'taken', length, produced });
          });
        } catch (error) {
          failed(error);
        }
    }
  };
}
