/** Snapshots changed in one record and sealed anew: every count and digest agrees. */
import fc from 'fast-check';
import * as values from './hostile-values';
import { file, nested, place, storeWhere, type Lines, type More, type SealedFile, type Verdict } from './sealed-file';
import { isRecord, sealed, type SnapshotText } from './snapshot-text';

/** The one store of every version whose rows are packed. */
const PACKED = 'transactions';

export function hostileRecords(snapshot: fc.Arbitrary<SnapshotText>): fc.Arbitrary<SealedFile>[] {
  return [...fields(snapshot), ...rows(snapshot)];
}

/** The lines of one store changed, and so many more of its records stated as invalid. */
function edited(snapshot: SnapshotText, name: string, change: (lines: Lines) => Lines, invalid = 0): SnapshotText {
  return {
    ...snapshot,
    stores: snapshot.stores.map((store) => (store.name === name ? { name, lines: change(store.lines) } : store)),
    invalid: invalid === 0 ? snapshot.invalid : { ...snapshot.invalid, [name]: invalid }
  };
}

const replaced = (lines: Lines, at: number, by: Lines): Lines => [...lines.slice(0, at), ...by, ...lines.slice(at + 1)];
const unpacked = (lines: Lines, name: string): boolean => name !== PACKED && lines.length > 0;
/** The set-aside store holds any record as it was found: none is invalid there. */
const validated = (lines: Lines, name: string): boolean => name !== 'quarantine' && withIds(lines, name);

const withIds = (lines: Lines, name: string): boolean => unpacked(lines, name) && (lines[0] ?? '').startsWith('{"id":');
const withId = (line: string, id: string): string => line.replace(/^\{"id":"[^"]*"/, () => `{"id":${id}`);

/** An unknown field of any record. */
function withField(snapshot: SnapshotText, drawn: number, value: string): string {
  const name = storeWhere(snapshot, drawn, (lines) => lines.some(isRecord));
  return sealed(
    edited(snapshot, name, (lines) => {
      const at = lines.findIndex((line, index) => isRecord(line) && index >= drawn % lines.length);
      const found = at === -1 ? lines.findIndex(isRecord) : at;
      return replaced(lines, found, [(lines[found] ?? '').replace('{', () => `{"zz":${value},`)]);
    })
  );
}

function fields(snapshot: fc.Arbitrary<SnapshotText>): fc.Arbitrary<SealedFile>[] {
  const field = (what: string, verdict: Verdict, drawn: fc.Arbitrary<string>, why?: RegExp) =>
    fc
      .tuple(snapshot, place, drawn)
      .map(([of, at, value]) => file(what, verdict, withField(of, at, value), why && { why }));
  const deep = (list: readonly string[], most = 20) =>
    fc.tuple(fc.constantFrom(...list), fc.nat(most)).map(([value, levels]) => nested(value, levels));
  const malformed = /form that is not known|empty place|bytes|a key that is not a text/;
  return [
    field('an unknown field', 'sound', deep(values.soundValues)),
    field('a field as deep as may be', 'sound', fc.constant(nested('1', 99))),
    field(
      'too deep a field',
      'refused',
      fc.constantFrom(100, 101, 300, 100_000).map((to) => nested('1', to)),
      /deeply/
    ),
    field('a malformed tag', 'refused', deep(values.malformedTags), malformed),
    field('a forbidden key', 'refused', deep(values.forbiddenFields), /forbidden key/),
    field('a number beyond double', 'refused', deep(values.tooLarge), /number that is too large/)
  ];
}

function rows(snapshot: fc.Arbitrary<SnapshotText>): fc.Arbitrary<SealedFile>[] {
  const inStore = <T>(
    what: string,
    verdict: Verdict,
    drawn: fc.Arbitrary<T>,
    holds: (lines: Lines, name: string) => boolean,
    change: (lines: Lines, value: T, at: number) => Lines,
    { invalid = 0, ...more }: More & { readonly invalid?: number } = {}
  ) =>
    fc.tuple(snapshot, place, drawn).map(([of, at, value]) => {
      const name = storeWhere(of, at, holds);
      return file(
        what,
        verdict,
        sealed(edited(of, name, (lines) => change(lines, value, at % lines.length), invalid)),
        more
      );
    });
  const one = fc.constant('');
  const packed = (_: Lines, name: string): boolean => name === PACKED;
  const container = (row: string) => `{"$packed":[${row}]}`;
  const late = '"accountId":"zzz","month":"2026-01"';
  return [
    inStore(
      'a row twice',
      'refused',
      one,
      unpacked,
      (lines, _, at) => replaced(lines, at, [lines[at] ?? '', lines[at] ?? '']),
      { why: /comes twice/ }
    ),
    inStore(
      'rows in another order',
      'refused',
      one,
      (lines, name) => unpacked(lines, name) && lines.length > 1,
      (lines) => [...lines].reverse(),
      { why: /order of its key/ }
    ),
    inStore('a packed row twice', 'refused', one, packed, (lines) => [...lines, ...lines], { why: /comes twice/ }),
    inStore(
      'a month that comes back',
      'refused',
      one,
      packed,
      (lines) => {
        const last = lines.at(-1) ?? '';
        return [...lines, last.replace(/"date":"\d{4}/, '"date":"2999'), last];
      },
      { why: /comes twice/ }
    ),
    inStore('a booking twice', 'sound', one, packed, (lines) => [...lines, lines.at(-1) ?? '']),
    inStore(
      'no record',
      'refused',
      fc.constantFrom(...values.noRecords),
      (lines) => lines.length > 0,
      (lines, line) => replaced(lines, lines.length - 1, [line]),
      { invalid: 1, why: /no valid key/ }
    ),
    inStore(
      'no key',
      'refused',
      fc.constantFrom(...values.noKeys),
      withIds,
      (lines, key, at) => replaced(lines, at, [withId(lines[at] ?? '', key)]),
      { invalid: 1, why: /no valid key/ }
    ),
    inStore(
      'an invalid record that is stated',
      'sound',
      fc.constantFrom('5', '{"$date":"2026-01-01T00:00:00.000Z"}', '""'),
      validated,
      (lines, key) => replaced(lines, 0, [withId(lines[0] ?? '', key)]),
      { invalid: 1 }
    ),
    inStore(
      'an invalid record that is not stated',
      'refused',
      fc.constant('5'),
      validated,
      (lines, key) => replaced(lines, 0, [withId(lines[0] ?? '', key)]),
      { why: /do not satisfy the schema/ }
    ),
    inStore(
      'no JSON',
      'refused',
      fc.constantFrom(...values.noJson),
      (lines) => lines.length > 0,
      (lines, line, at) => replaced(lines, at, [line]),
      { why: /not JSON/ }
    ),
    inStore(
      'a malformed packed row',
      'refused',
      fc.constantFrom(...values.malformedContainers),
      packed,
      (lines, line) => [...lines, line],
      { why: /packed row|no valid key|forbidden/ }
    ),
    inStore('a packed row without entries', 'sound', one, packed, (lines) => [
      ...lines,
      container(`{${late},"entries":null},0`)
    ]),
    inStore(
      'a packed row without a list',
      'sound',
      one,
      packed,
      (lines) => [...lines, container(`{${late},"entries":7},null`)],
      { invalid: 1 }
    ),
    inStore(
      'a packed row where none belongs',
      'refused',
      one,
      (_, name) => name === 'assets',
      (lines) => [...lines, container('{"id":"zzz"},null')],
      { invalid: 1, why: /packed row stands there/ }
    ),
    inStore(
      'a huge line',
      'refused',
      one,
      unpacked,
      (lines, _, at) => replaced(lines, at, [`{"zz":"${'x'.repeat(300_000)}"}`]),
      { why: /too long/, limits: { lineBytes: 200_000 } }
    )
  ];
}
