/** Where each person is taxed, and on which days they were where. */
import * as v from 'valibot';
import type { StoreDefinition } from '../../migration';
import { country, day, instant, maybe, name, oneOf, text, uuid } from '../v1.0.0/shapes';

/** `dual`: taxed as a resident beside another residence; a treaty's questions decide which one counts. */
export const residencyTypes = ['resident', 'nonResident', 'notOrdinarilyResident', 'dual'] as const;
/** `declared` by the person, `computed` from facts that decide it, `assumed` until somebody looks. */
export const residencyBases = ['declared', 'computed', 'assumed'] as const;
export const residencyStatuses = ['current', 'toReview', 'ended'] as const;

export const taxResidencyRow = v.looseObject({
  id: uuid,
  personId: uuid,
  country,
  residencyType: oneOf(residencyTypes),
  /** As its country writes it: `2026`, `2026-27`. */
  taxYear: name,
  /** First and last day of it, within the tax year. */
  effectiveFrom: day,
  effectiveTo: day,
  basis: oneOf(residencyBases),
  status: oneOf(residencyStatuses),
  /** Why it is there and what would change it, for the person to read. */
  reason: name,
  /** The certificate or declaration it rests on. */
  documentId: maybe(uuid),
  createdAt: instant,
  updatedAt: instant
});

/** Days of presence, both ends included. */
export const dayLogRow = v.looseObject({
  id: uuid,
  personId: uuid,
  country,
  from: day,
  to: day,
  /** Days that some rule does not count: transit, medical treatment. */
  purpose: maybe(text),
  note: maybe(text),
  createdAt: instant,
  updatedAt: instant
});

export type TaxResidency = v.InferOutput<typeof taxResidencyRow>;
export type DayLogEntry = v.InferOutput<typeof dayLogRow>;

export const taxResidencies: StoreDefinition = {
  keyPath: 'id',
  indexes: [{ keyPath: 'personId' }],
  row: taxResidencyRow
};
export const dayLog: StoreDefinition = { keyPath: 'id', indexes: [{ keyPath: 'personId' }], row: dayLogRow };
