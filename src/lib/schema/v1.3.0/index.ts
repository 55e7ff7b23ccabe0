/**
 * Data version 1.3.0: compliance and tax residency. FROZEN.
 *
 * - new store `taxResidencies`: where each person is taxed, from home country, citizenships and countries of accounts
 *   (step `CreateTaxResidencyEntities`);
 * - new store `dayLog`: ranges of days by country, empty at first;
 * - new store `complianceRequirements`: what rules ask for, per person, account and asset, with the rule's id and
 *   version, threshold, measured amount, due day and state (step `UpdateComplianceRequirements`; the rules are dated data
 *   in `rules.ts`);
 * - new store `documents`; `assets.documents`, a list of texts, gives way to `assets.documentIds`, an ordered list of ids
 *   of `documents`, or of `quarantine` where a text named no document (step `MigrateDocumentReferences`). Every document
 *   keeps its text, so that the way back gives the same texts.
 *
 * All other stores are as before. Amounts are measured on the day of the upgrade.
 */
import type { VersionDefinition } from '../../migration';
import { assets } from './assets';
import { checks } from './checks';
import { createTaxResidencyEntities } from './create-residencies';
import { documents } from './documents';
import { migrateDocumentReferences } from './migrate-documents';
import { complianceRequirements } from './requirements';
import { dayLog, taxResidencies } from './residencies';
import { updateComplianceRequirements } from './update-compliance';

export const v1_3_0: VersionDefinition = {
  version: '1.3.0',
  description: 'Compliance and tax residency: where you are taxed, what has to be reported, and the documents for it.',
  changes: [
    'Notes where each person is taxed, and makes room for a log of the days spent in each country.',
    'Lists what may have to be reported in which country, with the threshold, what was measured, and the day it is due.',
    'Turns your notes about documents into documents with a kind, a day, a title and a place; every note is kept to the letter.'
  ],
  migrationType: 'dataTransformation',
  estimatedTime: 45,
  stores: { assets, taxResidencies, dayLog, complianceRequirements, documents },
  steps: [createTaxResidencyEntities, updateComplianceRequirements, migrateDocumentReferences],
  checks
};

export type { Asset } from './assets';
export type { DocumentFacts } from './document-text';
export { readDocumentText, textOfDocument, writeDocumentText } from './document-text';
export type { DocumentRecord, LocationKind } from './documents';
export { locationKinds } from './documents';
export type { ComplianceRequirement, RequirementKind, RequirementState } from './requirements';
export { requirementKinds, requirementStates } from './requirements';
export type { DayLogEntry, TaxResidency } from './residencies';
export { residencyBases, residencyStatuses, residencyTypes } from './residencies';
export type { ComplianceRule, RuleId } from './rules';
export { complianceRules, ruleOn } from './rules';
export { taxYearOf } from './tax-years';
