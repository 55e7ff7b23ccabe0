/** Files that are no sound backup, made from sound ones: each with what was done to it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { backupFolder } from './backup-writer';

export interface HostileFile {
  readonly what: string;
  readonly bytes: Uint8Array;
  /** True for a file that nothing was done to: it must be found sound. */
  readonly sound: boolean;
}

const originals = readdirSync(backupFolder).map((name) => readFileSync(join(backupFolder, name)));
const texts = originals.map((bytes) => gunzipSync(bytes).toString('utf8'));

const text = fc.constantFrom(...texts);
const gzip = (content: string | Uint8Array): Uint8Array => new Uint8Array(gzipSync(content));
/** The bytes are left out of what a failing test prints: the seed makes them again. */
const of = (what: string, bytes: Uint8Array | string, sound = false): HostileFile => {
  const content = typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
  return Object.defineProperty({ what, sound, size: content.length, bytes: content }, 'bytes', { enumerable: false });
};

/** One line of a text replaced by what `change` makes of it. */
function withLine(whole: string, at: number, change: (line: string) => string | null): string {
  const lines = whole.split('\n');
  const place = at % (lines.length - 1);
  const changed = change(lines[place] ?? '');
  return [...lines.slice(0, place), ...(changed === null ? [] : [changed]), ...lines.slice(place + 1)].join('\n');
}

const place = fc.nat(1_000_000);
const nasty = fc.constantFrom(
  '{"__proto__":{"polluted":true}}',
  '{"id":"x","constructor":{"prototype":{"polluted":true}}}',
  `${'['.repeat(5000)}${']'.repeat(5000)}`,
  `{"a":${'{"a":'.repeat(300)}1${'}'.repeat(300)}}`,
  '{"$date":12}',
  '{"$bytes":["Uint8Array",7]}',
  '{"$map":[[1]]}',
  '{"$packed":[{"accountId":"a"},-1]}',
  '{"$packed":null}',
  '{"$unheard":1}',
  '1e999',
  'NaN',
  '"\\ud800"',
  '\u0000',
  'null',
  '{"id":"<script>alert(1)</script>"}'
);
const foreign = fc.constantFrom(
  '',
  ' \n\t',
  '[]',
  '0',
  'true',
  '{"name":"wealthwise","version":"0.1.0"}',
  '{"meta":{"date":"2026-01-01"},"activities":[{"accountId":"a","type":"BUY"}]}',
  '{\n"header":{},\n"stores":{\n},\n"footer":{}\n}\n',
  '\uFEFF{\n"header":{"format":"wealthwise-backup"},'
);

/** Any of them; a few are sound, so that a reader that refuses everything is found out too. */
export const hostileFile: fc.Arbitrary<HostileFile> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...originals).map((bytes) => of('nothing', new Uint8Array(bytes), true)) },
  {
    weight: 10,
    arbitrary: fc
      .tuple(fc.constantFrom(...originals), place)
      .map(([bytes, at]) => of('cut', new Uint8Array(bytes.subarray(0, at % bytes.length))))
  },
  {
    weight: 10,
    arbitrary: fc.tuple(text, place).map(([whole, at]) => of('cut as text', whole.slice(0, at % (whole.length - 1))))
  },
  {
    weight: 10,
    arbitrary: fc.tuple(fc.constantFrom(...originals), place, fc.nat(7)).map(([bytes, at, bit]) => {
      const copy = new Uint8Array(bytes);
      // The first ten bytes are gzip's own header, some of which no reader looks at.
      const where = 10 + (at % (copy.length - 10));
      copy[where] = (copy[where] ?? 0) ^ (1 << bit);
      return of('a flipped bit', copy);
    })
  },
  {
    weight: 10,
    arbitrary: fc.tuple(text, place, fc.nat(6)).map(([whole, at, bit]) => {
      const bytes = new TextEncoder().encode(whole);
      const where = at % (bytes.length - 1);
      bytes[where] = (bytes[where] ?? 0) ^ (1 << bit);
      return of('a flipped bit in the text', bytes);
    })
  },
  {
    weight: 6,
    arbitrary: fc.tuple(text, place).map(([whole, at]) =>
      of(
        'a line twice',
        withLine(whole, at, (line) => `${line}\n${line}`)
      )
    )
  },
  {
    weight: 6,
    arbitrary: fc.tuple(text, place).map(([whole, at]) =>
      of(
        'a line gone',
        withLine(whole, at, () => null)
      )
    )
  },
  {
    weight: 8,
    arbitrary: fc.tuple(text, place, nasty).map(([whole, at, line]) =>
      of(
        'a nasty line',
        withLine(whole, at, () => line)
      )
    )
  },
  {
    weight: 4,
    arbitrary: fc.tuple(text, place).map(([whole, at]) =>
      of(
        'Windows line ends',
        withLine(whole, at, (line) => `${line}\r`)
      )
    )
  },
  {
    weight: 6,
    arbitrary: fc.tuple(text, fc.constantFrom('counts', 'digests', 'invalid'), fc.nat(9)).map(([whole, field, digit]) =>
      of(
        `other ${field}`,
        whole.replace(
          new RegExp(`("footer":.*"${field}":\\{[^}]*?)([0-9a-f]{64}|\\d+)?([},])`),
          (all, before: string, value: string | undefined, after: string) =>
            value === undefined
              ? `${before}"extra":${digit + 1}${after}`
              : all.replace(
                  `${before}${value}`,
                  `${before}${value.length === 64 ? '0'.repeat(64) : Number(value) + 1 + digit}`
                )
        )
      )
    )
  },
  {
    weight: 4,
    arbitrary: text.map((whole) => of('a newer format', whole.replace('"minReaderVersion":1', '"minReaderVersion":99')))
  },
  {
    weight: 4,
    arbitrary: text.map((whole) =>
      of('another data version', whole.replace(/"dataVersion":"[^"]*"/, '"dataVersion":"9.0.0"'))
    )
  },
  { weight: 4, arbitrary: foreign.map((content) => of('foreign', content)) },
  { weight: 4, arbitrary: foreign.map((content) => of('foreign, compressed', gzip(content))) },
  { weight: 4, arbitrary: fc.uint8Array({ maxLength: 4000 }).map((bytes) => of('noise', bytes)) },
  { weight: 2, arbitrary: fc.uint8Array({ maxLength: 400 }).map((bytes) => of('noise, compressed', gzip(bytes))) },
  { weight: 2, arbitrary: text.map((whole) => of('UTF-16', new Uint8Array(Buffer.from(whole, 'utf16le')))) },
  { weight: 2, arbitrary: text.map((whole) => of('more behind it', `${whole}{}`)) },
  {
    weight: 2,
    arbitrary: fc.tuple(text, fc.integer({ min: 100, max: 300 })).map(([whole, depth]) =>
      of(
        'deep',
        withLine(whole, 20, () => `{"id":${'['.repeat(depth)}${']'.repeat(depth)}}`)
      )
    )
  }
);

/** The smallest of the sound files, for what is done at every byte. */
export function smallest(): Uint8Array {
  return new Uint8Array([...originals].sort((a, b) => a.length - b.length)[0] ?? Buffer.alloc(0));
}
