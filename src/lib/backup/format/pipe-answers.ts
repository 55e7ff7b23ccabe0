import { LocalPipe } from './local-pipe';
import type { FromHelper, ToHelper } from './pipe-messages';

/** What a helper does with each message, wherever it runs. */
export function pipeAnswers(say: (message: FromHelper) => void): (message: ToHelper) => void {
  const pipe = new LocalPipe({
    write: async (bytes) => say({ kind: 'bytes', bytes }),
    close: async () => {},
    abort: async () => {}
  });
  const failed = (error: unknown) => say({ kind: 'failed', reason: String(error) });
  return (message) => {
    switch (message.kind) {
      case 'begin':
        return pipe.begin();
      case 'end':
        pipe.end().then((digest) => say({ kind: 'digest', digest }), failed);
        return;
      case 'close':
        pipe.close().then(() => say({ kind: 'closed' }), failed);
        return;
      case 'text':
        try {
          pipe.text(message.text);
          pipe.whenCompressed((produced) => say({ kind: 'taken', length: message.text.length, produced }));
        } catch (error) {
          failed(error);
        }
    }
  };
}
