/** Files made from sound backups of every version and format, and what must be found of each: most are no backups. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import type { SnapshotLimits } from '../../src/lib/backup';
import { backupFolder } from './backup-writer';
import { hostileFrames } from './hostile-frames';
import { hostileRecords } from './hostile-records';
import { foreignBytes, foreignTexts } from './hostile-values';
import { sealed, takenApart, trimmed } from './snapshot-text';

export interface HostileFile {
  /** What was done to it. */
  readonly what: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Found sound in all, sound in its structure because its version is not known, or refused. */
  readonly verdict: 'sound' | 'structural' | 'refused';
  /** What the reason must say: where a digest would find it too, that the check itself did. */
  readonly why?: RegExp;
  readonly limits?: Partial<SnapshotLimits>;
}

/** The committed backups, cut down to a few records of each store. */
export const texts: readonly string[] = readdirSync(backupFolder).map((name) =>
  sealed(trimmed(takenApart(gunzipSync(readFileSync(join(backupFolder, name))).toString('utf8')), 4))
);

/** The smallest there is: a line in every store that has one, but for the largest. */
export const smallest: string = sealed(trimmed(takenApart(texts[0] ?? ''), 2, 1500));

export const gzip = (content: string | Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(gzipSync(content));

type Details = Omit<HostileFile, 'what' | 'bytes' | 'verdict'>;

/** The bytes are left out of what a failing test prints: the seed makes them again. */
export function fileOf(
  what: string,
  verdict: HostileFile['verdict'],
  content: string | Uint8Array,
  more: Details = {}
): HostileFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
  const file = { what, verdict, size: bytes.length, ...more, bytes };
  return Object.defineProperty(file, 'bytes', { enumerable: false });
}

const whole = fc.constantFrom(...texts);
const place = fc.nat(1_000_000);
const asText = (bytes: Uint8Array): string | null => {
  try {
    return gunzipSync(bytes).toString('utf8');
  } catch {
    return null;
  }
};

function withFlippedBit(bytes: Uint8Array, at: number, bit: number): Uint8Array {
  const copy = new Uint8Array(bytes);
  copy[at % copy.length] = (copy[at % copy.length] ?? 0) ^ (1 << bit);
  return copy;
}

/** A bit of gzip's own header or filling may mean nothing: then nothing was done to what it holds. */
function flipped(text: string, at: number, bit: number): HostileFile {
  const bytes = withFlippedBit(gzip(text), at, bit);
  return fileOf('a flipped bit, compressed', asText(bytes) === text ? 'sound' : 'refused', bytes);
}

/** One line of a text replaced by others, and nothing sealed anew. */
function withLine(text: string, at: number, change: (line: string, next: string) => readonly string[]): string {
  const lines = text.trimEnd().split('\n');
  const from = at % (lines.length - 1);
  return [...lines.slice(0, from), ...change(lines[from] ?? '', lines[from + 1] ?? ''), ...lines.slice(from + 2)].join(
    '\n'
  );
}

const lineChanges: Readonly<Record<string, (line: string, next: string) => readonly string[]>> = {
  'a line twice': (line, next) => [line, line, next],
  'a line gone': (_, next) => [next],
  'two lines changed over': (line, next) => [next, line],
  'a Windows line end': (line, next) => [`${line}\r`, next],
  'two lines in one': (line, next) => [line + next]
};

/** Bytes and lines of a sound file changed without sealing it anew. */
const damaged: readonly fc.Arbitrary<HostileFile>[] = [
  fc
    .tuple(whole, place)
    .map(([text, at]) => [gzip(text), at] as const)
    .map(([bytes, at]) => fileOf('cut, compressed', 'refused', bytes.subarray(0, at % bytes.length))),
  fc.tuple(whole, place).map(([text, at]) => fileOf('cut', 'refused', text.slice(0, at % (text.length - 1)))),
  fc.tuple(whole, place, fc.nat(7)).map(([text, at, bit]) => flipped(text, at, bit)),
  fc.tuple(whole, place, fc.nat(7)).map(([text, at, bit]) => {
    const bytes = new TextEncoder().encode(text);
    // Without the last line end it is whole, and so it is with white space in its place.
    return fileOf('a flipped bit', 'refused', withFlippedBit(bytes.subarray(0, -1), at, bit));
  }),
  fc.tuple(whole, place, fc.constantFrom(...Object.keys(lineChanges))).map(([text, at, what]) => {
    const changed = withLine(text, at, lineChanges[what] ?? ((line) => [line]));
    return fileOf(what, changed === text.trimEnd() ? 'sound' : 'refused', changed);
  }),
  whole.map((text) => fileOf('Windows line ends', 'refused', text.replaceAll('\n', '\r\n'))),
  whole.map((text) => fileOf('a byte order mark', 'refused', `\uFEFF${text}`)),
  whole.map((text) => fileOf('UTF-16', 'refused', new Uint8Array(Buffer.from(text, 'utf16le')))),
  fc.tuple(whole, place).map(([text, at]) => {
    const bytes = Buffer.from(text);
    const found = bytes.indexOf('":"', at % bytes.length);
    const cut = (found === -1 ? bytes.indexOf('":"') : found) + 3;
    const surrogate = Buffer.of(0xed, 0xa0, 0x80);
    const changed = Buffer.concat([bytes.subarray(0, cut), surrogate, bytes.subarray(cut)]);
    return fileOf('half a surrogate pair in UTF-8', 'refused', changed, { why: /not text/ });
  }),
  fc
    .tuple(whole, fc.constantFrom('{}', '\n', 'x', ' \n ', '\u0000'))
    .map(([text, more]) => fileOf('more behind it', 'refused', text + more)),
  fc
    .tuple(whole, fc.uint8Array({ minLength: 1, maxLength: 40 }))
    .map(([text, more]) => fileOf('more behind it, compressed', 'refused', Buffer.concat([gzip(text), more]))),
  fc
    .tuple(whole, whole)
    .map(([one, other]) => fileOf('two in one file', 'refused', Buffer.concat([gzip(one), gzip(other)]))),
  whole.map((text) => fileOf('compressed twice', 'refused', gzip(gzip(text))))
];

const foreign: readonly fc.Arbitrary<HostileFile>[] = [
  fc.constantFrom(...foreignTexts).map((text) => fileOf('foreign', 'refused', text)),
  fc.constantFrom(...foreignTexts).map((text) => fileOf('foreign, compressed', 'refused', gzip(text))),
  fc.constantFrom(...foreignBytes).map((bytes) => fileOf('no text', 'refused', bytes)),
  fc.jsonValue().map((value) => fileOf('some JSON', 'refused', JSON.stringify(value, null, 1))),
  fc.uint8Array({ maxLength: 4000 }).map((bytes) => fileOf('noise', 'refused', bytes)),
  fc.uint8Array({ maxLength: 400 }).map((bytes) => fileOf('noise, compressed', 'refused', gzip(bytes)))
];

/** Sound ones too, so that a reader that refuses everything is found out. */
const untouched: readonly fc.Arbitrary<HostileFile>[] = [
  whole.map((text) => fileOf('nothing', 'sound', text)),
  whole.map((text) => fileOf('nothing, compressed', 'sound', gzip(text))),
  whole.map((text) => fileOf('no last line end', 'sound', text.trimEnd()))
];

/** Sealed anew, plain or compressed. */
const snapshot = whole.map(takenApart);
const rewritten = [...hostileRecords(snapshot), ...hostileFrames(snapshot)].map((files) =>
  fc
    .tuple(files, fc.boolean())
    .map(([{ what, verdict, text, ...more }, zipped]) => fileOf(what, verdict, zipped ? gzip(text) : text, more))
);

export const hostileFile: fc.Arbitrary<HostileFile> = fc.oneof(
  { weight: 8, arbitrary: fc.oneof(...damaged) },
  { weight: 3, arbitrary: fc.oneof(...foreign) },
  { weight: 1, arbitrary: fc.oneof(...untouched) },
  { weight: 12, arbitrary: fc.oneof(...rewritten) }
);
