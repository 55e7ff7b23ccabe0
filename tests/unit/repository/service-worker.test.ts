import { describe, expect, it } from 'vitest';
import { lockNames, channelName } from '../../../src/lib/protocol';
import { currentVersion } from '../../../src/lib/schema';
import { byteRange } from '../../../src/service-worker/byte-range';
import { expectOwnPage } from '../../../src/service-worker/release';
import { read } from './imports';

describe('parts of a file', () => {
  it.each([
    [null, null],
    ['bytes=0-3', { start: 0, end: 4 }],
    ['bytes=4-', { start: 4, end: 10 }],
    ['bytes=4-99', { start: 4, end: 10 }],
    ['bytes=-3', { start: 7, end: 10 }],
    ['bytes=-99', { start: 0, end: 10 }],
    ['bytes=9-9', { start: 9, end: 10 }],
    ['bytes=10-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=5-4', null],
    ['bytes=0-1,3-4', null],
    ['bytes=-', null],
    ['lines=1-2', null]
  ])('%s of ten bytes', (header, expected) => {
    expect(byteRange(header, 10)).toEqual(expected);
  });
});

describe('the start page', () => {
  const release = { base: '', name: 'one', files: ['/_app/immutable/entry/start.A1.js', '/index.html'] };

  it('of the same build is kept', () => {
    expect(() => expectOwnPage('<link href="./_app/immutable/entry/start.A1.js">', release)).not.toThrow();
  });

  it('of another build, or of none, is refused', () => {
    expect(() => expectOwnPage('<link href="/_app/immutable/entry/start.B2.js">', release)).toThrow('another build');
    expect(() => expectOwnPage('<h1>Welcome to the hotel network</h1>', release)).toThrow('another build');
  });
});

describe('what is said twice, because one side can load nothing', () => {
  it('the page between knows the lock and the channel', () => {
    const script = read('static/updating.js');
    expect(script).toContain(`'${lockNames.migrate}'`);
    expect(script).toContain(`BroadcastChannel('${channelName}')`);
  });

  it('the build names the newest data version', () => {
    expect(__DATA_VERSION__).toBe(currentVersion);
    expect(__CHANGES__.length).toBeGreaterThan(0);
    for (const change of __CHANGES__) expect(change).not.toMatch(/[`#\n]/);
  });
});
