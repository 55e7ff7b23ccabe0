/**
 * Snapshots taken apart and put together again by the page `FORMAT.md` alone, with none of the code that it describes:
 * what was changed in between can be sealed anew, so that only a check of the change itself can find it.
 */
import { createHash } from 'node:crypto';

export interface SnapshotText {
  readonly header: Readonly<Record<string, unknown>>;
  /** Lines without their commas, in order. */
  readonly stores: readonly { readonly name: string; readonly lines: readonly string[] }[];
  readonly invalid: Readonly<Record<string, number>>;
}

export interface Figures {
  readonly counts: Readonly<Record<string, number>>;
  readonly invalid: Readonly<Record<string, number>>;
  readonly digests: Readonly<Record<string, string>>;
}

/** What is sealed in place of the truth. */
export interface Lies {
  readonly header?: (line: string) => string;
  readonly footer?: (figures: Figures) => Figures;
}

export function takenApart(text: string): SnapshotText {
  const lines = text.trimEnd().split('\n');
  const json = (name: string) =>
    JSON.parse(lines.find((line) => line.startsWith(`"${name}":`))?.replace(/^"\w+":|,$/g, '') ?? '') as Record<
      string,
      unknown
    >;
  const stores: { name: string; lines: string[] }[] = [];
  for (const line of lines.slice(3, -3)) {
    const begins = /^"(\w+)":\[$/.exec(line)?.[1];
    if (begins !== undefined) stores.push({ name: begins, lines: [] });
    else if (!line.startsWith(']')) stores.at(-1)?.lines.push(line.replace(/,$/, ''));
  }
  return { header: json('header'), stores, invalid: json('footer')['invalid'] as Record<string, number> };
}

/** The text, its counts and digests true of what it holds, but for the lies. */
export function sealed({ header, stores, invalid }: SnapshotText, lies: Lies = {}): string {
  const bodies = stores.map(({ name, lines }) => [name, lines.map((line, at) => (at ? `,\n${line}` : line)).join('')]);
  const counts = Object.fromEntries(stores.map(({ name, lines }) => [name, lines.filter(isRecord).length]));
  const digests = Object.fromEntries(bodies.map(([name, body]) => [name, digest(body ? `${body}\n` : '')]));
  const figures = lies.footer?.({ counts, invalid, digests }) ?? { counts, invalid, digests };
  const told = JSON.stringify({ ...header, counts });
  const headerLine = lies.header?.(told) ?? told;
  const whole = Object.keys(figures.counts).map(
    (name) => `${JSON.stringify(name)} ${figures.counts[name]} ${figures.invalid[name] ?? 0} ${figures.digests[name]}\n`
  );
  const footer = { ...figures, digest: digest(`${headerLine}\n${whole.join('')}`) };
  const body = bodies.map(([name, text]) => `${JSON.stringify(name)}:[\n${text ? `${text}\n` : ''}]`).join(',\n');
  return `{\n"header":${headerLine},\n"stores":{\n${body}\n},\n"footer":${JSON.stringify(footer)}\n}\n`;
}

/** The same with at most so many lines in each store, none of them longer than so many characters. */
export function trimmed(snapshot: SnapshotText, lines: number, longest = Infinity): SnapshotText {
  const some = (all: readonly string[]) => all.filter(({ length }) => length <= longest).slice(0, lines);
  return { ...snapshot, stores: snapshot.stores.map((store) => ({ ...store, lines: some(store.lines) })) };
}

export function isRecord(line: string): boolean {
  return !line.startsWith('{"$packed":');
}

/** Of a text in blocks of a mebibyte; `FORMAT.md` says how. */
function digest(text: string): string {
  const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();
  const bytes = Buffer.from(text);
  const blocks: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += 2 ** 20) blocks.push(sha(bytes.subarray(at, at + 2 ** 20)));
  return sha(Buffer.concat(blocks)).toString('hex');
}
