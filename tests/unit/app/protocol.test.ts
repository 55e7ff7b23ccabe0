import { describe, expect, it } from 'vitest';
import { announcer } from '../../../src/lib/app/worker/browser-services';
import { pacedProgress } from '../../../src/lib/app/worker/paced-progress';
import { lockNames as lockNamesOf } from '../../../src/lib/migration';
import {
  isServiceWorkerReply,
  isServiceWorkerRequest,
  isWindowMessage,
  isWorkerReply,
  isWorkerRequest,
  lockNames,
  type WindowMessage
} from '../../../src/lib/protocol';
import { performs } from '../../../src/lib/app/worker/perform';
import { history } from '../../../src/lib/schema';

const isRequest = (message: unknown): boolean => isWorkerRequest(message, performs);

describe('messages', () => {
  it.each([
    [isRequest, { type: 'request', id: 1, job: { verb: 'inspect' } }],
    [isRequest, { type: 'cancel', id: 1 }],
    [isWorkerReply, { type: 'progress', id: 1, fraction: 0.5, message: '' }],
    [isWorkerReply, { type: 'answer', id: 1, value: null }],
    [isWindowMessage, { type: 'hello', window: 'a', appVersion: '0.1.0', dataVersion: null }],
    [isWindowMessage, { type: 'done', window: 'a', version: '1.3.0', epoch: 2 }],
    [isServiceWorkerRequest, { type: 'SKIP_WAITING' }],
    [isServiceWorkerReply, { type: 'BUSY' }]
  ])('%o knows %o', (guard, message) => {
    expect(guard(message)).toBe(true);
  });

  it.each([
    [isRequest, null],
    [isRequest, 'close'],
    [isRequest, { type: 'request', id: '1', job: { verb: 'inspect' } }],
    [isRequest, { type: 'request', id: 1, job: { verb: 'toString' } }],
    [isRequest, { type: 'constructor', id: 1 }],
    [isWorkerReply, { type: 'progress', id: 1, message: '' }],
    [isWorkerReply, { type: 'failure', id: 1, failure: null }],
    [isWindowMessage, { type: 'prepare', window: 'a', from: '1.0.0' }],
    [isWindowMessage, { type: 'done', window: 'a', version: '1.3.0', epoch: '2' }],
    [isWindowMessage, { type: 'migrating' }],
    [isServiceWorkerRequest, 'SKIP_WAITING']
  ])('%o does not take %o', (guard, message) => {
    expect(guard(message)).toBe(false);
  });

  it('name the locks that the engine takes', () => {
    expect(lockNames).toEqual(lockNamesOf(history));
  });
});

describe('progress', () => {
  it('is sent at most about fifteen times a second, forward only, and always to its end', () => {
    let clock = 0;
    const sent: number[] = [];
    const progress = pacedProgress(
      (fraction) => sent.push(fraction),
      () => clock
    );
    for (let step = 0; step <= 1000; step++) {
      clock = step;
      progress(step === 500 ? 0 : Math.min(step / 1000, 0.999), '');
    }
    progress(1, '');
    expect(sent.length).toBeGreaterThan(12);
    expect(sent.length).toBeLessThanOrEqual(17);
    expect(sent).toEqual([...sent].sort((a, b) => a - b));
    expect(sent[0]).toBe(0);
    expect(sent.at(-1)).toBe(1);
  });

  it('goes to the other windows under the name of this one, thinned out, and anew for each migration', () => {
    const said: WindowMessage[] = [];
    const announce = announcer(
      'a',
      (message) => said.push(message),
      () => 0
    );
    for (let attempt = 0; attempt < 2; attempt++) {
      announce({ type: 'prepare', from: '1.0.0', to: '1.3.0' });
      announce({ type: 'progress', fraction: 0.1, message: 'first' });
      announce({ type: 'progress', fraction: 0.2, message: 'too soon' });
      announce({ type: 'aborted', reason: 'migrationCancelled' });
    }
    expect(said.map(({ type }) => type)).toEqual(['prepare', 'progress', 'aborted', 'prepare', 'progress', 'aborted']);
    expect(said.every((message) => message.window === 'a' && isWindowMessage(message))).toBe(true);
  });
});
