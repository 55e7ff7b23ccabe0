import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { is } from 'valibot';
import { deriveId, type RecordContext, type Row } from '../../../src/lib/migration';
import { readDocumentText, textOfDocument, writeDocumentText } from '../../../src/lib/schema/v1.3.0/document-text';
import { documentRow } from '../../../src/lib/schema/v1.3.0/documents';
import { migrateDocumentReferences } from '../../../src/lib/schema/v1.3.0/migrate-documents';
import { irregularTexts } from '../../../src/lib/data/sample/document-texts';
import { seed } from '../../support/seed';

const assetId = '018f0000-0000-7000-8000-000000000001';
const instant = '2026-11-02T08:00:00.000Z';
const change = migrateDocumentReferences.records['assets'];
if (!change) throw new Error('the step does not change assets');

/** An asset taken up, with what it emitted and put into quarantine. */
function takenUp(asset: Row): { asset: Row; documents: Row[]; quarantine: Row[] } {
  const documents: Row[] = [];
  const quarantine: Row[] = [];
  const context: RecordContext = {
    fromVersion: '1.2.0',
    toVersion: '1.3.0',
    instant,
    id: (source, ordinal) => deriveId('MigrateDocumentReferences', source, ordinal),
    emit: (store, row) => {
      expect(store).toBe('documents');
      documents.push(row);
    },
    quarantine(original, reason) {
      const id = deriveId('quarantine', JSON.stringify(original));
      quarantine.push({ id, ...original, reason });
      return id;
    }
  };
  return { asset: change?.up(asset, context) ?? {}, documents, quarantine };
}

function takenDown(up: ReturnType<typeof takenUp>, stored?: Row): Row {
  return (
    change?.down(up.asset, stored, (store) =>
      store === 'documents' ? up.documents : store === 'quarantine' ? up.quarantine : []
    ) ?? {}
  );
}

describe('reading what people wrote about a document', () => {
  it.each([
    [
      'statement|2021-03-31|Jahresdepotauszug|files/2021/statement.pdf',
      {
        kind: 'statement',
        issued: '2021-03-31',
        title: 'Jahresdepotauszug',
        locationKind: 'file',
        location: 'files/2021/statement.pdf'
      }
    ],
    [
      'tax|2024-02-29|Bescheid|https://example.org/d/1',
      {
        kind: 'tax',
        issued: '2024-02-29',
        title: 'Bescheid',
        locationKind: 'url',
        location: 'https://example.org/d/1'
      }
    ],
    ['statement|2021-03-31', { kind: 'statement', issued: '2021-03-31', title: 'statement', locationKind: 'unknown' }],
    [
      'contract||Kaufvertrag ohne Datum|Ordner 3, grün',
      { kind: 'contract', title: 'Kaufvertrag ohne Datum', locationKind: 'paper', location: 'Ordner 3, grün' }
    ],
    ['scan0042.pdf', { kind: 'other', title: 'scan0042.pdf', locationKind: 'file', location: 'scan0042.pdf' }],
    [
      'https://example.org/statements/2021?kind=annual|pdf',
      {
        kind: 'other',
        title: '2021?kind=annual|pdf',
        locationKind: 'url',
        location: 'https://example.org/statements/2021?kind=annual|pdf'
      }
    ],
    [
      'invoice|2019-05-04|Bar \\| Grill|belege/bar\\|grill.pdf',
      {
        kind: 'invoice',
        issued: '2019-05-04',
        title: 'Bar | Grill',
        locationKind: 'file',
        location: 'belege/bar|grill.pdf'
      }
    ],
    [
      'tax|2020-13-01|Steuerbescheid|ordner/steuer.pdf',
      {
        kind: 'tax',
        issuedText: '2020-13-01',
        title: 'Steuerbescheid',
        locationKind: 'file',
        location: 'ordner/steuer.pdf'
      }
    ],
    [
      'a|b|c|d|e|f',
      { kind: 'a', issuedText: 'b', title: 'c', locationKind: 'paper', location: 'd', moreParts: ['e', 'f'] }
    ],
    [
      '  certificate | 2022-02-28 | with blanks around |  shelf 2 ',
      {
        kind: 'certificate',
        issued: '2022-02-28',
        title: 'with blanks around',
        locationKind: 'paper',
        location: 'shelf 2'
      }
    ],
    [
      'policy|2024-02-29|№ 4711|file:///C:/Scans/police.pdf',
      {
        kind: 'policy',
        issued: '2024-02-29',
        title: '№ 4711',
        locationKind: 'file',
        location: 'file:///C:/Scans/police.pdf'
      }
    ],
    ['back\\slash at the end\\', { kind: 'other', title: 'back\\slash at the end\\', locationKind: 'unknown' }],
    ['|||', null],
    ['', null],
    [' \t\n', null],
    ['|', null],
    ['|||binder', { kind: 'other', title: 'binder', locationKind: 'paper', location: 'binder' }],
    ['||||more', { kind: 'other', title: 'more', locationKind: 'unknown', moreParts: ['more'] }],
    [
      'passport|2020-01-01|Passport|safe|expires 2030-01-01',
      {
        kind: 'passport',
        issued: '2020-01-01',
        title: 'Passport',
        locationKind: 'paper',
        location: 'safe',
        expires: '2030-01-01'
      }
    ],
    [
      'passport||Passport|safe|expires 2030-02-30',
      {
        kind: 'passport',
        title: 'Passport',
        locationKind: 'paper',
        location: 'safe',
        moreParts: ['expires 2030-02-30']
      }
    ]
  ] as const)('reads %j', (text, facts) => {
    expect(readDocumentText(text)).toEqual(facts);
  });
});

describe('MigrateDocumentReferences', () => {
  it('makes one document or one quarantined original of every text, in order, and all of them valid', () => {
    const before = { id: assetId, documents: [...irregularTexts], note: 'unknown field' };
    const up = takenUp(before);
    expect(up.documents.length + up.quarantine.length).toBe(irregularTexts.length);
    expect(up.quarantine.map(({ row }) => row)).toEqual(
      irregularTexts.flatMap((text, at) => (['', '   ', '|'].includes(text) ? [{ text, at }] : []))
    );
    expect(up.asset).not.toHaveProperty('documents');
    expect(up.asset['note']).toBe('unknown field');
    const made = new Map([...up.documents, ...up.quarantine].map((row) => [row['id'], row]));
    expect(made.size).toBe(irregularTexts.length);
    const texts = (up.asset['documentIds'] as string[]).map((id) => {
      const row = made.get(id);
      return row?.['original'] ?? (row?.['row'] as Row)['text'];
    });
    expect(texts).toEqual(irregularTexts);
    for (const document of up.documents) expect(is(documentRow, document)).toBe(true);
  });

  it('gives the same texts back, whatever they were', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('|', '\\|', '\\', ' ', '://', 'https://', '2024-02-29', 'a.pdf', 'expires 2030-01-01', '\n')
    );
    const text = fc.oneof(
      fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join('')),
      fc.constantFrom(...irregularTexts)
    );
    fc.assert(
      fc.property(fc.array(text, { maxLength: 12 }), (documents) => {
        const before = { id: assetId, documents };
        const up = takenUp(before);
        for (const document of up.documents) expect(is(documentRow, document)).toBe(true);
        expect(takenDown(up)).toEqual(before);
        expect(takenDown(up, before)).toEqual(before);
      }),
      seed(1000)
    );
  });

  it('writes what an edited document says, and leaves its neighbours to the letter', () => {
    const before = { id: assetId, documents: [' statement | 2021-03-31 ', 'scan0042.pdf', ''] };
    const up = takenUp(before);
    const documents = up.documents.map((document, at) => (at === 1 ? { ...document, title: 'Deed | copy' } : document));
    expect(takenDown({ ...up, documents })['documents']).toEqual([
      ' statement | 2021-03-31 ',
      'other||Deed \\| copy|scan0042.pdf',
      ''
    ]);
    expect(takenDown({ ...up, documents }, before)['documents']).toContain('other||Deed \\| copy|scan0042.pdf');
  });

  it('follows the order and the choice of the person', () => {
    const before = { id: assetId, documents: ['a|||', 'b|||', 'c|||'] };
    const up = takenUp(before);
    const [a, , c] = up.asset['documentIds'] as [string, string, string];
    expect(takenDown({ ...up, asset: { ...up.asset, documentIds: [c, a] } }, before)['documents']).toEqual([
      'c|||',
      'a|||'
    ]);
  });

  it('falls back on what was stored where the documents are not at hand', () => {
    const before = { id: assetId, documents: ['a|||', ''] };
    const { asset } = takenUp(before);
    expect(takenDown({ asset, documents: [], quarantine: [] }, before)).toEqual(before);
  });

  it('keeps an unknown field that bears the old name', () => {
    const up = takenUp({ id: assetId, documents: ['x'] });
    const newer = { ...up.asset, documents: 'theirs' };
    const down = takenDown({ ...up, asset: newer });
    expect(down['documents']).toEqual(['x']);
    expect(takenUp(down).asset).toEqual(newer);
  });
});

describe('writing a document as one text', () => {
  it('reads back as the same facts', () => {
    const word = fc
      .array(fc.oneof(fc.string(), fc.constantFrom('|', '\\', '://', '/', 'https://x', '.pdf')), { maxLength: 4 })
      .map((pieces) => pieces.join('').trim());
    const named = word.filter((text) => text !== '');
    fc.assert(
      fc.property(
        named,
        named,
        word,
        fc.array(word, { maxLength: 3 }),
        fc.boolean(),
        (kind, title, location, more, dated) => {
          const written = writeDocumentText({
            kind,
            title,
            ...(dated ? { issued: '2024-02-29', expires: '2030-06-30' } : {}),
            locationKind: 'unknown',
            ...(location === '' ? {} : { location }),
            moreParts: more
          });
          const read = readDocumentText(written);
          expect(read).toMatchObject({ kind, title });
          expect(read?.location ?? '').toBe(location);
          expect(read?.moreParts ?? []).toEqual(more);
          expect(read?.issued).toBe(dated ? '2024-02-29' : undefined);
          expect(read?.expires).toBe(dated ? '2030-06-30' : undefined);
        }
      ),
      seed(500)
    );
  });

  it('keeps the original only as long as it says what the document says', () => {
    const original = 'deed|2020-01-01|Deed|shelf';
    const facts = readDocumentText(original);
    expect(facts).not.toBeNull();
    if (!facts) return;
    expect(textOfDocument({ ...facts, original })).toBe(original);
    expect(textOfDocument({ ...facts, original, expires: '2030-01-01' })).toBe(`${original}|expires 2030-01-01`);
    expect(textOfDocument(facts)).toBe(original);
  });
});
