/** The worker that encodes, hashes and compresses for a pipe, so that its thread is free to read the database. */
import { pipeAnswers } from './pipe-answers';
import type { FromHelper, ToHelper } from './pipe-messages';

const say = (message: FromHelper) => {
  self.postMessage(message, { transfer: message.kind === 'bytes' ? [message.bytes.buffer] : [] });
};
const answer = pipeAnswers(say, ({ buffer }) => {
  // There is hardly any other garbage here, so that none is collected for long: the text would pile up until then.
  if ('transfer' in buffer) buffer.transfer(0);
});

self.onmessage = ({ data }: MessageEvent<ToHelper>) => answer(data);

say({ kind: 'ready' });
