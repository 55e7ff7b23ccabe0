import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blobsIn, BlobUnread, canonicalLine, isPlain } from '../../../src/lib/backup/format/canonical';
import { SnapshotProblem } from '../../../src/lib/backup/format/problem';
import { revive } from '../../../src/lib/backup/format/revive';
import { seed } from '../../support/seed';

const back = (value: unknown) => revive(JSON.parse(canonicalLine(value)), 100);

describe('the canonical line of a record', () => {
  test.each<[string, unknown]>([
    ['a plain record', { id: 'a', n: 1.5, list: [1, 'x', null, true], inner: { deep: {} } }],
    ['dates', { at: new Date('2026-02-28T09:05:00.123Z'), far: new Date(8.64e15), first: new Date(-8.64e15) }],
    ['numbers', { a: Number.NaN, b: Infinity, c: -Infinity, d: -0, e: [-0, 0] }],
    ['big integers', { a: 0n, b: -123456789012345678901234567890n }],
    ['undefined', { a: undefined, list: [undefined, 1] }],
    [
      'bytes',
      { a: Uint8Array.of(0, 255, 7), b: new Uint8Array(70_000).fill(9).buffer, c: new Float64Array([-0, NaN]) }
    ],
    ['big typed arrays', { a: new BigInt64Array([-5n]), b: new DataView(Uint8Array.of(1, 2, 3).buffer) }],
    ['a view of a part', { a: new Uint8Array(Uint8Array.of(1, 2, 3, 4).buffer, 1, 2) }],
    ['maps and sets', { a: new Map<unknown, unknown>([[{ k: 1n }, new Set([new Date(0), -0])]]), b: new Set() }],
    [
      'what looks like a tag',
      { a: { $date: '2026-01-01T00:00:00.000Z' }, b: { $object: [] }, c: { $: 1 }, d: { $packed: 1 } }
    ],
    ['a tag among others', { a: { $date: 'x', more: 1 }, b: { more: 1, $date: { $number: 'NaN' } } }],
    ['nested tags', { $set: { $map: { $number: 'NaN' } } }],
    ['lone surrogates and line ends', { a: '\ud800', b: '\u2028\n\u0000', 'key\n': 1 }],
    ['keys no snapshot has', JSON.parse('{"__proto__":{"x":1},"constructor":[{"prototype":null}]}')],
    ['no record', null]
  ])('carries %s', (_, value) => {
    const line = canonicalLine(value);
    expect(line).not.toContain('\n');
    // Not `toStrictEqual`, which asks the field "constructor" of a record for its type.
    expect(isDeepStrictEqual(back(value), value)).toBe(true);
    // A second time the same text: the form is canonical.
    expect(canonicalLine(back(value))).toBe(line);
  });

  test('carries a date that is none', () => {
    const { none } = back({ none: new Date(Number.NaN) }) as { none: Date };
    expect(none).toBeInstanceOf(Date);
    expect(none.getTime()).toBeNaN();
  });

  test('keeps empty places of a list empty', () => {
    const list = [1, , 3]; // eslint-disable-line no-sparse-arrays
    expect(back({ list })).toStrictEqual({ list });
    expect(1 in (back({ list }) as { list: unknown[] }).list).toBe(false);
  });

  test('keeps the order of fields, and tells values apart that JSON makes equal', () => {
    expect(canonicalLine({ b: 1, a: 2 })).toBe('{"b":1,"a":2}');
    const lines = [
      { a: null },
      { a: undefined },
      {},
      { a: NaN },
      { a: -0 },
      { a: 0 },
      { a: '0' },
      { a: new Date(0) },
      { a: 0n }
    ];
    expect(new Set(lines.map((value) => canonicalLine(value))).size).toBe(lines.length);
  });

  test('never reaches a prototype, and writes no forbidden key as a key', () => {
    const hostile = JSON.parse('{"id":"x","__proto__":{"polluted":true}}') as object;
    const line = canonicalLine(hostile);
    expect(line).not.toContain('"__proto__":');
    const record = revive(JSON.parse(line), 100) as object;
    expect(Object.getPrototypeOf(record)).toBe(Object.prototype);
    expect('polluted' in record).toBe(false);
    expect(Object.hasOwn(record, '__proto__')).toBe(true);
  });

  test('takes the bytes of blobs that were read beforehand', async () => {
    const blob = new Blob(['abc'], { type: 'text/plain' });
    const file = new File(['défg'], 'a.txt', { type: 'text/plain', lastModified: 5 });
    const record = { scan: blob, more: [new Map([['f', file]])] };
    expect(() => canonicalLine(record)).toThrow(BlobUnread);
    const blobs = blobsIn(record);
    expect(blobs).toEqual([blob, file]);
    const read = await Promise.all(blobs.map(async (one) => [one, new Uint8Array(await one.arrayBuffer())] as const));
    const again = revive(JSON.parse(canonicalLine(record, new Map(read))), 100) as typeof record;
    expect([again.scan.type, await again.scan.text()]).toEqual(['text/plain', 'abc']);
    const f = again.more[0]?.get('f') as File;
    expect([f.name, f.type, f.lastModified, await f.text()]).toEqual(['a.txt', 'text/plain', 5, 'défg']);
  });

  test('refuses what no backup can hold, by name', () => {
    expect(() => canonicalLine({ a: () => 1 })).toThrow('A backup cannot hold a function.');
    expect(() => canonicalLine({ a: /x/ })).toThrow('A backup cannot hold a value of the kind RegExp.');
    const cycle: Record<string, unknown> = {};
    cycle['self'] = cycle;
    expect(() => canonicalLine(cycle)).toThrow('nested more than 100 levels');
  });

  const scalar = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.double(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.constant(undefined),
    fc.bigInt(),
    fc.date({ noInvalidDate: true }),
    fc.uint8Array()
  );
  const key = fc.oneof(
    fc.string(),
    fc.constantFrom('$date', '$object', '$number', '$packed', '$hole', '__proto__', 'constructor', 'prototype', '1', '')
  );
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      scalar,
      fc.array(tie('value'), { maxLength: 5 }),
      fc
        .array(fc.tuple(key, tie('value')), { maxLength: 5 })
        // `fromEntries` defines its keys, so that `__proto__` becomes a field.
        .map((pairs) => Object.fromEntries(pairs)),
      fc.array(fc.tuple(tie('value'), tie('value')), { maxLength: 3 }).map((pairs) => new Map(pairs)),
      fc.array(tie('value'), { maxLength: 3 }).map((values) => new Set(values))
    )
  }));

  test('any value comes back, and its line is the same again', () => {
    fc.assert(
      fc.property(value, (any) => {
        const line = canonicalLine(any);
        expect(line.includes('\n')).toBe(false);
        const again = back(any);
        expect(isDeepStrictEqual(again, any)).toBe(true);
        expect(canonicalLine(again)).toBe(line);
      }),
      seed(2000)
    );
  });

  test('the fast path is taken only where JSON loses nothing', () => {
    fc.assert(
      fc.property(value, (any) => {
        if (isPlain(any, 0)) expect(isDeepStrictEqual(JSON.parse(JSON.stringify(any)), any)).toBe(true);
      }),
      seed(2000)
    );
  });
});

describe('reviving', () => {
  const refuse = (text: string) => expect(() => revive(JSON.parse(text), 5)).toThrow(SnapshotProblem);

  test.each([
    '{"a":{"__proto__":1}}',
    '{"constructor":1}',
    '[{"b":1,"prototype":1}]',
    '{"\\u005f_proto__":{}}',
    '{"$date":5}',
    '{"$date":"never"}',
    '{"$number":"7"}',
    '{"$number":7}',
    '{"$bigint":"x"}',
    '{"$bytes":["Uint8Array","?"]}',
    '{"$bytes":["Float64Array","AAA="]}',
    '{"$bytes":["__proto__","AAA="]}',
    '{"$bytes":["constructor","AAA="]}',
    '{"$map":[1]}',
    '{"$object":[[1,2]]}',
    '{"$object":[["a",{"constructor":1}]]}',
    '{"$hole":true}',
    '{"a":{"$hole":true}}',
    '{"$set":[{"$hole":true}]}',
    '{"$unknown":1}',
    '{"$unknown":{"a":1}}',
    '{"$":{}}',
    '[[[[[[]]]]]]'
  ])('refuses %s', refuse);

  test('gives fresh records that are not the parsed ones of another', () => {
    const parsed = JSON.parse('{"a":{"$set":[1]}}') as unknown;
    expect(revive(parsed, 5)).toEqual({ a: new Set([1]) });
  });
});
