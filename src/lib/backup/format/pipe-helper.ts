/** The worker that encodes, hashes and compresses for a pipe, so that its thread is free to read the database. */
import { pipeAnswers } from './pipe-answers';
import type { FromHelper, ToHelper } from './pipe-messages';

const say = (message: FromHelper) => {
  self.postMessage(message, { transfer: message.kind === 'bytes' ? [message.bytes.buffer] : [] });
};
const answer = pipeAnswers(say);

self.onmessage = ({ data }: MessageEvent<ToHelper>) => answer(data);

say({ kind: 'ready' });
