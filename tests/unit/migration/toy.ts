/** A small history of its own: the engine knows nothing of WealthWise, and these tests do not either. */
import { looseObject, number, optional, picklist, pipe, regex, string } from 'valibot';
import type { RowSchema, SetStep, VersionDefinition } from '../../../src/lib/migration';

const decimal = pipe(string(), regex(/^-?\d+(\.\d+)?$/, 'must be a decimal'));

const entry = looseObject({ id: string(), boxId: string(), month: string(), amount: decimal });
const box = looseObject({
  id: string(),
  label: string(),
  weight: number(),
  kind: picklist(['a', 'b']),
  amount: decimal
});

export const v1: VersionDefinition = {
  version: '1.0.0',
  description: 'Boxes',
  changes: ['There are boxes.'],
  migrationType: 'lightweight',
  estimatedTime: 1,
  stores: {
    boxes: { keyPath: 'id', indexes: [{ keyPath: 'label' }], row: box },
    entries: {
      keyPath: ['boxId', 'month'],
      indexes: [],
      row: entry,
      packed: {
        entries: 'list',
        entryKey: 'id',
        containerFields: ['boxId', 'month', 'list'],
        keyOf: (record) => [record['boxId'] as string, record['month'] as string],
        pack: (records) => ({ boxId: records[0]?.['boxId'], month: records[0]?.['month'], list: records })
      }
    }
  },
  checks: [
    {
      name: 'every entry has its box',
      observes: ['boxes', 'entries', 'quarantine'],
      begin() {
        const boxes = new Set<unknown>();
        const wanted = new Set<unknown>();
        return {
          observe: {
            boxes: (row) => boxes.add(row['id']),
            entries: (row) => wanted.add(row['boxId']),
            quarantine: (row) => boxes.add(row['key'])
          },
          problems: () => [...wanted].filter((id) => !boxes.has(id)).map((id) => `box ${String(id)} is missing`)
        };
      }
    }
  ],
  conserved: {
    observes: ['entries'],
    begin() {
      const sums = new Map<string, number>();
      return {
        observe: {
          entries: (row) =>
            sums.set(
              String(row['boxId']),
              (sums.get(String(row['boxId'])) ?? 0) + Math.round(Number(row['amount']) * 100)
            )
        },
        figures: () =>
          [...sums].map(([account, sum]) => ({ account, currency: 'EUR', measure: 'cash', value: String(sum) }))
      };
    }
  }
};

/** Inferred: a rename, a number that becomes decimal text, an optional field, a default, an index, a store. */
export const v1_1: VersionDefinition = {
  version: '1.1.0',
  description: 'Boxes have a value',
  changes: ['Boxes have a value.'],
  migrationType: 'lightweight',
  estimatedTime: 3,
  stores: {
    boxes: {
      keyPath: 'id',
      indexes: [{ keyPath: 'label' }, { keyPath: 'rating' }],
      row: looseObject({
        id: string(),
        label: string(),
        weight: decimal,
        kind: picklist(['a', 'b', 'c']),
        value: decimal,
        rating: optional(string()),
        colour: optional(string(), 'grey')
      }),
      renamingIds: { value: 'amount' }
    },
    marks: { keyPath: 'id', indexes: [], row: looseObject({ id: string() }) }
  }
};

export const shareStep: SetStep = {
  name: 'MakeShares',
  description: 'Working out shares',
  observes: ['boxes', 'entries'],
  creates: ['shares'],
  over(context) {
    const boxes: string[] = [];
    const sums = new Map<string, number>();
    return {
      observe: {
        boxes: (row) => {
          if (row['value'] === undefined) throw new Error('a box without a value');
          boxes.push(row['id'] as string);
        },
        entries: (row) =>
          sums.set(
            row['boxId'] as string,
            (sums.get(row['boxId'] as string) ?? 0) + Math.round(Number(row['amount']) * 100)
          )
      },
      create: {
        *shares() {
          for (const id of boxes)
            yield { id: context.id(id), boxId: id, sum: String(sums.get(id) ?? 0), at: context.instant };
        }
      }
    };
  }
};

export const weighStep: SetStep = {
  name: 'WeighShares',
  description: 'Weighing shares',
  observes: ['boxes'],
  maps: ['shares'],
  over() {
    let boxes = 0;
    return { observe: { boxes: () => void boxes++ }, map: { shares: (row) => ({ ...row, of: boxes }) } };
  }
};

const share: RowSchema = looseObject({ id: string(), boxId: string(), sum: string(), at: string(), of: number() });

export const v1_2: VersionDefinition = {
  version: '1.2.0',
  description: 'Shares',
  changes: ['Every box has its share.'],
  migrationType: 'heavyweight',
  estimatedTime: 6,
  stores: { shares: { keyPath: 'id', indexes: [{ keyPath: 'boxId' }], row: share } },
  steps: [shareStep, weighStep]
};

/** Splits the label into tags kept in a store of their own, and takes it off the box. */
export const v1_3: VersionDefinition = {
  version: '1.3.0',
  description: 'Tags',
  changes: ['Labels become tags.'],
  migrationType: 'dataTransformation',
  estimatedTime: 4,
  stores: {
    boxes: {
      keyPath: 'id',
      indexes: [{ keyPath: 'rating' }],
      row: looseObject({
        id: string(),
        weight: decimal,
        kind: picklist(['a', 'b', 'c']),
        value: decimal,
        rating: optional(string()),
        colour: optional(string(), 'grey')
      })
    },
    tags: {
      keyPath: 'id',
      indexes: [{ keyPath: 'boxId' }],
      row: looseObject({ id: string(), boxId: string(), text: string(), place: number() })
    }
  },
  steps: [
    {
      name: 'SplitLabels',
      description: 'Turning labels into tags',
      records: {
        boxes: {
          up({ label, ...rest }, context) {
            String(label)
              .split(' ')
              .forEach((text, place) => {
                if (text === '')
                  context.quarantine(
                    { store: 'boxes', key: rest['id'], field: 'label', row: { text, place } },
                    'an empty tag'
                  );
                else
                  context.emit('tags', { id: context.id(rest['id'] as string, place), boxId: rest['id'], text, place });
              });
            return rest;
          },
          down(edited, stored, related) {
            const words = [
              ...related('tags'),
              ...related('quarantine').map((row) => row['row'] as Record<string, unknown>)
            ].sort((a, b) => Number(a['place']) - Number(b['place']));
            return { ...edited, label: stored?.['label'] ?? words.map((word) => word['text']).join(' ') };
          }
        }
      }
    }
  ]
};

export const toyVersions = [v1, v1_1, v1_2, v1_3];

/** Rows of version 1.0.0. */
export function toyRows(boxes: number): { boxes: Record<string, unknown>[]; entries: Record<string, unknown>[] } {
  const id = (n: number): string => `box-${String(n).padStart(6, '0')}`;
  return {
    boxes: Array.from({ length: boxes }, (_, n) => ({
      id: id(n),
      label: n % 7 === 0 ? 'one  two' : `tag${n} all`,
      weight: n / 4,
      kind: n % 2 ? 'a' : 'b',
      amount: `${n}.50`,
      unknown: { kept: n }
    })),
    entries: Array.from({ length: Math.ceil(boxes / 3) }, (_, n) => ({
      boxId: id(n),
      month: '2026-01',
      note: 'unknown field',
      list: [0, 1].map((k) => ({ id: `e-${n}-${k}`, boxId: id(n), month: '2026-01', amount: `${k}.25` }))
    }))
  };
}
