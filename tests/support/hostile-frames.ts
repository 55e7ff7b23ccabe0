/** Snapshots with other stores, another header or another footer, sealed anew around what was changed. */
import fc from 'fast-check';
import { file, nested, place, storeWhere, type SealedFile, type Verdict } from './sealed-file';
import { isRecord, sealed, type Figures, type Lies, type SnapshotText } from './snapshot-text';

export function hostileFrames(snapshot: fc.Arbitrary<SnapshotText>): fc.Arbitrary<SealedFile>[] {
  return [...stores(snapshot), ...headers(snapshot), ...footers(snapshot)];
}

function stores(snapshot: fc.Arbitrary<SnapshotText>): fc.Arbitrary<SealedFile>[] {
  const strange = fc.constantFrom('others', '_meta', 'toString', 'hasOwnProperty', '', 'ünï "x"', '__proto__');
  const total = (of: SnapshotText) => of.stores.reduce((sum, { lines }) => sum + lines.filter(isRecord).length, 0);
  return [
    fc.tuple(snapshot, place).map(([of, at]) => {
      const kept = of.stores.filter((_, index) => index !== at % of.stores.length);
      return file('a store gone', 'refused', sealed({ ...of, stores: kept }), { why: /lacks the store/ });
    }),
    fc.tuple(snapshot, strange, fc.constantFrom([], ['{"id":"a"}'])).map(([of, name, lines]) => {
      const text = sealed({ ...of, stores: [...of.stores, { name, lines }] });
      return file('a strange store', 'refused', text, { why: /has no store|forbidden key/ });
    }),
    snapshot.map((of) => file('stores in another order', 'sound', sealed({ ...of, stores: [...of.stores].reverse() }))),
    snapshot.map((of) => file('as many records as may be', 'sound', sealed(of), { limits: { records: total(of) } })),
    snapshot.map((of) =>
      file('too many records', 'refused', sealed(of), { why: /more records/, limits: { records: total(of) - 1 } })
    ),
    snapshot.map((of) => file('too large', 'refused', sealed(of), { why: /larger/, limits: { inflatedBytes: 5000 } })),
    snapshot.map((of) => file('too large a file', 'refused', sealed(of), { why: /larger/, limits: { fileBytes: 999 } }))
  ];
}

/** A field of the header set to a JSON text; undefined takes it out. */
function told(field: string, value: string | undefined): (line: string) => string {
  return (line) => {
    const { [field]: _, ...rest } = JSON.parse(line) as Record<string, unknown>;
    const others = JSON.stringify(rest).slice(1);
    return value === undefined ? `{${others}` : `{${JSON.stringify(field)}:${value},${others}`;
  };
}

function headers(snapshot: fc.Arbitrary<SnapshotText>): fc.Arbitrary<SealedFile>[] {
  const header = (
    what: string,
    verdict: Verdict,
    changes: readonly (readonly [string, string | undefined])[],
    why?: RegExp
  ) =>
    fc
      .tuple(snapshot, fc.constantFrom(...changes))
      .map(([of, [field, value]]) => file(what, verdict, sealed(of, { header: told(field, value) }), why && { why }));
  const needed = [
    'format',
    'formatVersion',
    'minReaderVersion',
    'id',
    'appVersion',
    'dataVersion',
    'createdAt',
    'reason',
    'counts'
  ];
  const wrong = ['null', '{}', '[]', 'true', '-1', '1.5', '"never"'];
  const accepted = new Set(['id "never"', 'appVersion "never"', 'reason "never"']);
  const fields = needed.flatMap((field) =>
    [undefined, ...wrong].filter((value) => !accepted.has(`${field} ${value}`)).map((value) => [field, value] as const)
  );
  const forbidden = ['__proto__', 'constructor', 'prototype'].map((field) => [field, '{"polluted":true}'] as const);
  return [
    header('a header field that is none', 'refused', fields),
    header('a forbidden key in the header', 'refused', forbidden, /forbidden key/),
    header('too deep a header', 'refused', [['zz', nested('1', 200)]], /deeply/),
    header('an unknown header field', 'sound', [
      ['zz', '1'],
      ['zz', '{"a":[{}]}']
    ]),
    header('a newer format that needs no newer reader', 'sound', [
      ['formatVersion', '3'],
      ['formatVersion', '99']
    ]),
    header(
      'a newer format',
      'refused',
      [
        ['minReaderVersion', '3'],
        ['minReaderVersion', '99']
      ],
      /Update the app/
    ),
    header('another data version', 'structural', [
      ['dataVersion', '"9.0.0"'],
      ['dataVersion', '"0.1.0"']
    ]),
    snapshot.map((of) => {
      const nameless = (line: string) => told('appVersion', '{"toString":1}')(told('minReaderVersion', '9')(line));
      return file('a newer format of a nameless app', 'refused', sealed(of, { header: nameless }), {
        why: /Update the app/
      });
    })
  ];
}

function footers(snapshot: fc.Arbitrary<SnapshotText>): fc.Arbitrary<SealedFile>[] {
  const lie = (what: string, why: RegExp, of: (figures: Figures, name: string) => Figures) =>
    fc.tuple(snapshot, place).map(([text, at]) => {
      const name = storeWhere(text, at, () => true);
      const lies: Lies = { footer: (figures) => of(figures, name) };
      return file(what, 'refused', sealed(text, lies), { why });
    });
  const without = <T>({ ...all }: Record<string, T>, name: string): Record<string, T> => {
    delete all[name];
    return all;
  };
  return [
    lie('another count in the footer', /footer says otherwise/, (all, name) => ({
      ...all,
      counts: { ...all.counts, [name]: (all.counts[name] ?? 0) + 1 }
    })),
    lie('no count in the footer', /footer/, (all, name) => ({ ...all, counts: without(all.counts, name) })),
    lie('a store more in the footer', /other stores/, (all) => ({ ...all, counts: { ...all.counts, others: 0 } })),
    lie('another digest', /digest is not the one/, (all, name) => ({
      ...all,
      digests: { ...all.digests, [name]: 'ab'.repeat(32) }
    })),
    lie('no digest', /digest/, (all, name) => ({ ...all, digests: without(all.digests, name) })),
    lie('a digest that is none', /wrong digests/, (all, name) => ({
      ...all,
      digests: { ...all.digests, [name]: 'AB'.repeat(32) }
    })),
    lie('invalid records that are not there', /do not satisfy the schema/, (all, name) => ({
      ...all,
      invalid: { ...all.invalid, [name]: 1 }
    })),
    lie('invalid records of no store', /not in the backup/, (all) => ({ ...all, invalid: { toString: 1 } })),
    lie('less than no invalid records', /wrong invalid/, (all, name) => ({ ...all, invalid: { [name]: -1 } })),
    fc.tuple(snapshot, place, fc.constantFrom(-1, 1, 1e6)).map(([of, at, by]) => {
      const name = storeWhere(of, at, (lines) => lines.some(isRecord));
      const header = (line: string) => {
        const counts = (JSON.parse(line) as { counts: Record<string, number> }).counts;
        return told('counts', JSON.stringify({ ...counts, [name]: (counts[name] ?? 0) + by }))(line);
      };
      return file('another count in the header', 'refused', sealed(of, { header }), { why: /records were read/ });
    })
  ];
}
