/** What must hold between the records of this version. */
import type { IntegrityCheck } from '../../migration';
import { everyRecord, referencesResolve, told } from '../v1.0.0/checks';
import type { ComplianceRequirement } from './requirements';
import type { DayLogEntry, TaxResidency } from './residencies';

/** Every id that an asset lists is a document's, or that of a kept original that named none. */
const documentIdsResolve: IntegrityCheck = {
  name: 'every documentIds of assets exists in documents',
  observes: ['assets', 'documents', 'quarantine'],
  begin() {
    const known = new Set<unknown>();
    const wanted: string[] = [];
    const know = (row: { readonly id?: unknown }): void => void known.add(row.id);
    return {
      observe: {
        assets: (row) => void wanted.push(...(row['documentIds'] as readonly string[])),
        documents: know,
        quarantine: know
      },
      problems: () => told(wanted.filter((id) => !known.has(id)).map((id) => `documents ${id} is missing`))
    };
  }
};

/** No document is lost from sight: the asset that a document names lists it. */
const documentsAreListed: IntegrityCheck = {
  name: 'every document of an asset is listed by it',
  observes: ['assets', 'documents', 'quarantine'],
  begin() {
    const owners = new Map<string, unknown>();
    const listed = new Map<string, unknown>();
    const away = new Set<unknown>();
    return {
      observe: {
        assets: (row) => {
          for (const id of row['documentIds'] as readonly string[]) listed.set(id, row['id']);
        },
        documents: (row) => {
          if (row['assetId'] !== undefined) owners.set(row['id'] as string, row['assetId']);
        },
        quarantine: (row) => {
          // The asset itself, not one of its texts.
          const kept = row['row'] as { readonly id?: unknown } | null | undefined;
          if (row['store'] === 'assets' && kept?.id === row['key']) away.add(row['key']);
        }
      },
      problems: () =>
        told(
          [...owners]
            .filter(([id, asset]) => listed.get(id) !== asset && !away.has(asset))
            .map(([id, asset]) => `asset ${String(asset)} does not list document ${id}`)
        )
    };
  }
};

export const checks: readonly IntegrityCheck[] = [
  referencesResolve('taxResidencies', 'personId', 'persons'),
  referencesResolve('taxResidencies', 'documentId', 'documents'),
  referencesResolve('dayLog', 'personId', 'persons'),
  referencesResolve('complianceRequirements', 'personId', 'persons'),
  referencesResolve('complianceRequirements', 'accountId', 'accounts'),
  referencesResolve('complianceRequirements', 'assetId', 'assets'),
  referencesResolve('documents', 'assetId', 'assets'),
  referencesResolve('documents', 'accountId', 'accounts'),
  referencesResolve('documents', 'residencyId', 'taxResidencies'),
  documentIdsResolve,
  documentsAreListed,
  everyRecord('residencies end after they begin', 'taxResidencies', (row) => {
    const { id, effectiveFrom, effectiveTo } = row as TaxResidency;
    return effectiveFrom <= effectiveTo ? null : `taxResidencies ${id} ends before it begins`;
  }),
  everyRecord('days of presence end after they begin', 'dayLog', (row) => {
    const { id, from, to } = row as DayLogEntry;
    return from <= to ? null : `dayLog ${id} ends before it begins`;
  }),
  everyRecord('amounts of requirements have a currency', 'complianceRequirements', (row) => {
    const { id, threshold, measured, currency } = row as ComplianceRequirement;
    return currency !== undefined || (threshold === undefined && measured === undefined)
      ? null
      : `complianceRequirements ${id} has an amount without a currency`;
  }),
  everyRecord('requirements that cannot be told say why', 'complianceRequirements', (row) => {
    const { id, state, reason } = row as ComplianceRequirement;
    return state !== 'cannotTell' || reason ? null : `complianceRequirements ${id} does not say why it cannot be told`;
  })
];
