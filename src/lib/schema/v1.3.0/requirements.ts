/** What the rules of a country, or prudence, ask of a person, of an account or of an asset. */
import * as v from 'valibot';
import type { StoreDefinition } from '../../migration';
import { country, currency, day, decimal, flag, instant, maybe, name, oneOf, text, uuid } from '../v1.0.0/shapes';

export const requirementKinds = [
  'foreignAssetReport',
  'foreignIncomeReport',
  'foreignTaxCredit',
  'fatca',
  'crs',
  'remittanceLimit',
  'kyc',
  'sourceOfFunds',
  'residencyCertificate',
  'regularValuation',
  'auditTrail'
] as const;

/**
 * `required`: to be done by `dueOn`. `notRequired`: looked at, and not reached. `review`: a person has to look, because
 * what decides is not in the data. `cannotTell`: a figure is missing; `reason` says which.
 */
export const requirementStates = ['required', 'notRequired', 'review', 'cannotTell'] as const;

export const complianceRequirementRow = v.looseObject({
  id: uuid,
  requirement: oneOf(requirementKinds),
  ruleId: name,
  ruleVersion: name,
  /** Whose rule it is. */
  jurisdiction: country,
  /** Who has to do it; absent where it is the owners of the account or asset, whoever they are. */
  personId: maybe(uuid),
  accountId: maybe(uuid),
  assetId: maybe(uuid),
  /** In plain words: what makes it apply. */
  trigger: name,
  /** It applies strictly above this, in `currency`; absent where the rule has no minimum. */
  threshold: maybe(decimal),
  /** What was measured, in `currency`; of what could be converted where `state` is `cannotTell`. */
  measured: maybe(decimal),
  currency: maybe(currency),
  /** The day whose holdings, prices and rates were measured. */
  measuredOn: day,
  /** The oldest day of the exchange rates used; absent where none was needed. */
  ratesOn: maybe(day),
  /** A rate used was more than seven days old. */
  ratesStale: maybe(flag),
  dueOn: maybe(day),
  state: oneOf(requirementStates),
  reason: maybe(text),
  createdAt: instant,
  updatedAt: instant
});

export type ComplianceRequirement = v.InferOutput<typeof complianceRequirementRow>;
export type RequirementKind = (typeof requirementKinds)[number];
export type RequirementState = (typeof requirementStates)[number];

export const complianceRequirements: StoreDefinition = {
  keyPath: 'id',
  indexes: [{ keyPath: 'personId' }, { keyPath: 'assetId' }],
  row: complianceRequirementRow
};
