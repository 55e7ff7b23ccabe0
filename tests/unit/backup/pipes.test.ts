import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import { LocalPipe } from '../../../src/lib/backup/format/local-pipe';
import { pipeAnswers } from '../../../src/lib/backup/format/pipe-answers';
import type { FromHelper, ToHelper } from '../../../src/lib/backup/format/pipe-messages';
import { RemotePipe } from '../../../src/lib/backup/format/remote-pipe';
import type { TextPipe } from '../../../src/lib/backup/format/text-pipe';
import type { FileSink } from '../../../src/lib/backup';

/** A sink that keeps what it gets, and refuses once it is full. */
function keepingSink(capacity = Number.POSITIVE_INFINITY) {
  const kept: Uint8Array[] = [];
  let length = 0;
  const sink: FileSink = {
    async write(bytes) {
      if ((length += bytes.length) > capacity) throw new DOMException('Full.', 'QuotaExceededError');
      kept.push(bytes.slice());
    },
    close: async () => {},
    abort: async () => {}
  };
  return { sink, bytes: () => Buffer.concat(kept) };
}

type Start = 'at once' | 'never' | 'fails' | 'stops later';

/** A worker's outside, with the helper's own answers inside; messages go to and fro in tasks of their own. */
function helper(start: Start): Worker & { ended: boolean } {
  let heard = 0;
  const fake = {
    onmessage: null as ((event: { data: FromHelper }) => void) | null,
    onerror: null as ((event: { message: string }) => void) | null,
    ended: false,
    terminate: () => void (fake.ended = true),
    postMessage(given: ToHelper, transfer: Transferable[]) {
      // As a worker takes it: what is given away is gone on this side, whether or not anybody listens.
      const message = structuredClone(given, { transfer });
      if (start === 'never' || start === 'fails') return;
      setImmediate(() => {
        if (fake.ended) return;
        if (start === 'stops later' && ++heard > 3) fake.onerror?.({ message: 'out of memory' });
        else answer(message);
      });
    }
  };
  const say = (message: FromHelper) => setImmediate(() => fake.ended || fake.onmessage?.({ data: message }));
  const answer = pipeAnswers(say);
  if (start === 'fails') setImmediate(() => fake.onerror?.({ message: 'not found' }));
  else if (start !== 'never') say({ kind: 'ready' });
  return fake as unknown as Worker & { ended: boolean };
}

const kinds: Record<string, (sink: FileSink) => TextPipe> = {
  'on this thread': (sink) => new LocalPipe(sink),
  'with a helper': (sink) => new RemotePipe(helper('at once'), sink, 1000),
  'with a helper that does not start': (sink) => new RemotePipe(helper('fails'), sink, 1000),
  'with a helper that says nothing': (sink) => new RemotePipe(helper('never'), sink, 20)
};

const line = (at: number) => `{"id":"${at}","text":"ü 日本 😀 ${'x'.repeat(at % 90)}"},\n`;

async function fill(pipe: TextPipe, lines: number): Promise<string[]> {
  const digests: Promise<string>[] = [];
  pipe.text('{\n');
  for (let store = 0; store < 3; store++) {
    pipe.begin();
    for (let at = 0; at < lines * store; at++) {
      pipe.text(line(at));
      await pipe.drained();
    }
    digests.push(pipe.end());
    pipe.text(']\n');
  }
  return Promise.all(digests);
}

describe.each(Object.keys(kinds))('a pipe %s', (kind) => {
  const open = (sink: FileSink) => kinds[kind]?.(sink) as TextPipe;

  test('writes what it is given, compressed, and gives the digest of each stretch', async () => {
    const { sink, bytes } = keepingSink();
    const pipe = open(sink);
    let compressed = 0;
    const digests = await fill(pipe, 20_000);
    pipe.whenCompressed(() => compressed++);
    await pipe.close();
    const stretch = (count: number) => Array.from({ length: count }, (_, at) => line(at)).join('');
    expect(gunzipSync(bytes()).toString()).toBe(`{\n]\n${stretch(20_000)}]\n${stretch(40_000)}]\n`);
    expect(digests[0]).toBe(createHash('sha256').digest('hex'));
    const blocks = Buffer.from(stretch(40_000));
    const outer = createHash('sha256');
    for (let at = 0; at < blocks.length; at += 2 ** 20) {
      outer.update(
        createHash('sha256')
          .update(blocks.subarray(at, at + 2 ** 20))
          .digest()
      );
    }
    expect(digests[2]).toBe(outer.digest('hex'));
    expect(compressed).toBe(1);
  });

  test('ends with the reason of a sink that refuses', async () => {
    const { sink } = keepingSink(100_000);
    const pipe = open(sink);
    const failure = await fill(pipe, 40_000)
      .then(() => pipe.close())
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'QuotaExceededError' });
    expect(await pipe.abort(new Error('another'))).toMatchObject({ name: 'QuotaExceededError' });
  });

  test('ends early with the reason given, and leaves no promise open', async () => {
    const { sink } = keepingSink();
    const pipe = open(sink);
    pipe.begin();
    pipe.text(line(1));
    const digest = pipe.end().then(
      () => 'settled',
      () => 'settled'
    );
    const reason = new Error('cancelled');
    expect(await pipe.abort(reason)).toBe(reason);
    expect(await digest).toBe('settled');
  });
});

test('a helper that stops in the middle is a failure, not a short file', async () => {
  const { sink } = keepingSink();
  const worker = helper('stops later');
  const pipe = new RemotePipe(worker, sink, 1000);
  await expect(fill(pipe, 30_000).then(() => pipe.close())).rejects.toThrow(
    'The helper for backups stopped: out of memory'
  );
  await pipe.abort(new Error());
  expect(worker.ended).toBe(true);
});

test('digests are told in the order of their stretches, however long each takes', async () => {
  const said: FromHelper[] = [];
  const answer = pipeAnswers((message) => void said.push(message));
  const long = line(1).repeat(60_000);
  for (const text of [long, '', 'short']) {
    answer({ kind: 'begin' });
    if (text !== '') answer({ kind: 'text', bytes: new TextEncoder().encode(text) });
    answer({ kind: 'end' });
  }
  answer({ kind: 'close' });
  await vi.waitFor(() => expect(said.some(({ kind }) => kind === 'closed')).toBe(true), 10_000);
  await vi.waitFor(() => expect(said.filter(({ kind }) => kind === 'digest')).toHaveLength(3), 10_000);
  const digests = said.flatMap((message) => (message.kind === 'digest' ? [message.digest] : []));
  expect(digests[1]).toBe(createHash('sha256').digest('hex'));
  expect(new Set(digests).size).toBe(3);
});

test('each piece of text is said to be used up, once, and not before it is compressed', async () => {
  const used: number[] = [];
  const said: FromHelper[] = [];
  const answer = pipeAnswers(
    (message) => void said.push(message),
    (bytes) => used.push(bytes.length)
  );
  const pieces = [line(1).repeat(20_000), line(2).repeat(30_000)].map((text) => new TextEncoder().encode(text));
  for (const bytes of pieces) answer({ kind: 'text', bytes });
  expect(used).toEqual([]);
  answer({ kind: 'close' });
  await vi.waitFor(() => expect(said.some(({ kind }) => kind === 'closed')).toBe(true), 10_000);
  expect(used).toEqual(pieces.map(({ length }) => length));
});
