/** Which records name which others: what must be there when one is saved, and what goes when one is deleted. */
import type { Row } from '../../migration';

export interface Reference {
  readonly from: string;
  readonly field: string;
  readonly to: string;
  /** How rows of `from` that name an id are found: by their key's first part, an index, or by looking at all. */
  readonly found: 'key' | 'index' | 'scan';
  /**
   * What becomes of the naming record when the named one is deleted: it goes too, or it lets go of the name. Let go only
   * where a record makes sense without it.
   */
  readonly onRemoval: 'goes' | 'lets go';
}

const goes = { onRemoval: 'goes' } as const;
const letsGo = { onRemoval: 'lets go' } as const;

export const references: readonly Reference[] = [
  { from: 'accounts', field: 'ownerIds', to: 'persons', found: 'scan', ...letsGo },
  { from: 'assets', field: 'accountId', to: 'accounts', found: 'index', ...goes },
  { from: 'transactions', field: 'accountId', to: 'accounts', found: 'key', ...goes },
  { from: 'transactions', field: 'assetId', to: 'assets', found: 'index', ...goes },
  { from: 'prices', field: 'assetId', to: 'assets', found: 'key', ...goes },
  { from: 'performanceMetrics', field: 'assetId', to: 'assets', found: 'index', ...goes },
  { from: 'performanceSnapshots', field: 'subjectId', to: 'assets', found: 'key', ...goes },
  { from: 'currencyRisks', field: 'assetId', to: 'assets', found: 'index', ...goes },
  { from: 'taxResidencies', field: 'personId', to: 'persons', found: 'index', ...goes },
  { from: 'taxResidencies', field: 'documentId', to: 'documents', found: 'scan', ...letsGo },
  { from: 'dayLog', field: 'personId', to: 'persons', found: 'index', ...goes },
  { from: 'complianceRequirements', field: 'personId', to: 'persons', found: 'index', ...goes },
  { from: 'complianceRequirements', field: 'accountId', to: 'accounts', found: 'scan', ...goes },
  { from: 'complianceRequirements', field: 'assetId', to: 'assets', found: 'index', ...goes },
  { from: 'documents', field: 'assetId', to: 'assets', found: 'index', ...goes },
  { from: 'documents', field: 'accountId', to: 'accounts', found: 'scan', ...goes },
  { from: 'documents', field: 'residencyId', to: 'taxResidencies', found: 'scan', ...goes }
];

export function referencesOf(store: string): readonly Reference[] {
  return byFrom.get(store) ?? [];
}

export function referencesTo(store: string): readonly Reference[] {
  return byTo.get(store) ?? [];
}

/** The ids that a record names by a field. */
export function named(row: Row, field: string): readonly string[] {
  const value = row[field];
  if (Array.isArray(value)) return value.filter((id): id is string => typeof id === 'string');
  return typeof value === 'string' ? [value] : [];
}

const byFrom = grouped('from');
const byTo = grouped('to');

function grouped(end: 'from' | 'to'): ReadonlyMap<string, readonly Reference[]> {
  const groups = new Map<string, Reference[]>();
  for (const reference of references) {
    const group = groups.get(reference[end]);
    if (group === undefined) groups.set(reference[end], [reference]);
    else group.push(reference);
  }
  return groups;
}
