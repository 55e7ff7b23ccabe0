/** What a rule says about somebody, and the record of it. */
import type { HopContext } from '../../migration';
import { plain } from '../v1.0.0/decimal';
import { sentenceOf, type Measured } from './measuring';
import type { ComplianceRequirement, RequirementState } from './requirements';
import type { ComplianceRule } from './rules';
import { yearText } from './tax-years';

export interface Finding {
  readonly rule: ComplianceRule;
  readonly jurisdiction: string;
  readonly personId?: string;
  readonly accountId?: string;
  readonly assetId?: string;
  readonly threshold?: string;
  readonly measured?: Measured;
  readonly state: RequirementState;
  readonly dueOn?: string;
  readonly reason?: string;
}

/** The day on which a rule is due for a period that ends on a day. */
export function dueAfter(rule: ComplianceRule, periodEnd: string): { dueOn: string } | Record<never, never> {
  if (rule.due === null) return {};
  return { dueOn: `${yearText(Number(periodEnd.slice(0, 4)) + rule.due.yearsLater)}-${rule.due.monthAndDay}` };
}

export function requirementOf(finding: Finding, measuredOn: string, context: HopContext): ComplianceRequirement {
  const { rule, jurisdiction, personId, accountId, assetId, threshold, measured, state, dueOn } = finding;
  const reason = [finding.reason, measured && sentenceOf(measured)].filter(Boolean).join(' ');
  return {
    id: context.id(`${rule.id} ${jurisdiction} ${personId ?? ''} ${accountId ?? ''} ${assetId ?? ''}`),
    requirement: rule.requirement,
    ruleId: rule.id,
    ruleVersion: rule.version,
    jurisdiction,
    ...(personId === undefined ? {} : { personId }),
    ...(accountId === undefined ? {} : { accountId }),
    ...(assetId === undefined ? {} : { assetId }),
    trigger: rule.trigger,
    ...(threshold === undefined ? {} : { threshold }),
    ...(measured === undefined ? {} : { measured: plain(measured.amount), currency: measured.currency }),
    measuredOn,
    ...(measured?.ratesOn == null ? {} : { ratesOn: measured.ratesOn, ratesStale: measured.ratesStale }),
    ...(dueOn === undefined ? {} : { dueOn }),
    state,
    ...(reason === '' ? {} : { reason }),
    createdAt: context.instant,
    updatedAt: context.instant
  };
}
