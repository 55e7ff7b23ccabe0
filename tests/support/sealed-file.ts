/** What the makers of sealed files share. */
import fc from 'fast-check';
import type { HostileFile } from './hostile-files';
import type { SnapshotText } from './snapshot-text';

export type SealedFile = Omit<HostileFile, 'bytes'> & { readonly text: string };
export type Verdict = HostileFile['verdict'];
export type More = Pick<HostileFile, 'why' | 'limits'>;
export type Lines = readonly string[];

/** A number that chooses a place, whatever there is to choose from. */
export const place = fc.nat(10_000);

export function file(what: string, verdict: Verdict, text: string, more: More = {}): SealedFile {
  return { what, verdict, text, ...more };
}

/** The name of a store whose lines are such, chosen by a number. */
export function storeWhere(
  snapshot: SnapshotText,
  chosen: number,
  holds: (lines: Lines, name: string) => boolean
): string {
  const names = snapshot.stores.filter(({ lines, name }) => holds(lines, name)).map(({ name }) => name);
  return names[chosen % names.length] ?? '';
}

/** A JSON text so many lists and objects deep. */
export function nested(value: string, levels: number): string {
  const pairs = Math.floor(levels / 2);
  const inner = levels % 2 === 1 ? `[${value}]` : value;
  return `${'[{"a":'.repeat(pairs)}${inner}${'}]'.repeat(pairs)}`;
}
