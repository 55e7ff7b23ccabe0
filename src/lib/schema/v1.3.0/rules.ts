/**
 * The rules that this version applies, as dated data. They are information, not advice: every one was read in a
 * secondary source or is good practice without an official text, so each says to check officially.
 */
import type { RequirementKind } from './requirements';

export interface ComplianceRule {
  readonly id: string;
  /** Changes when anything that decides changes. */
  readonly version: string;
  readonly requirement: RequirementKind;
  /** Null where the country is that of the account, asset or residence that it is applied to. */
  readonly jurisdiction: string | null;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly trigger: string;
  /** Of the thresholds. */
  readonly currency: string | null;
  /** By case; it applies strictly above. Empty where there is no minimum. */
  readonly thresholds: Readonly<Record<string, string>>;
  /** Month and day, and how many years after the one in which the period ends; null where no day is set. */
  readonly due: { readonly monthAndDay: string; readonly yearsLater: 0 | 1 } | null;
  readonly source: string;
  readonly checkedOn: string;
  readonly checkOfficially: true;
}

const READ_ON = '2026-11-01';
const PRACTICE = 'Good practice; no official text was read for it.';

const dated = { version: '1', effectiveTo: null, checkedOn: READ_ON, checkOfficially: true } as const;
const withoutThreshold = { currency: null, thresholds: {} } as const;

const table = [
  {
    ...dated,
    id: 'us-fbar',
    requirement: 'foreignAssetReport',
    jurisdiction: 'US',
    effectiveFrom: '2016-01-01',
    trigger:
      'FBAR: a US person whose financial accounts outside the United States come to more than USD 10,000 together on any day of the year. Counted are account values on the day measured; the highest of the year decides. Due on 15 April, automatically extended to 15 October.',
    currency: 'USD',
    thresholds: { together: '10000' },
    due: { monthAndDay: '04-15', yearsLater: 1 },
    source: 'legalclarity.org'
  },
  {
    ...dated,
    id: 'us-8938',
    requirement: 'fatca',
    jurisdiction: 'US',
    effectiveFrom: '2011-01-01',
    trigger:
      'Form 8938: a US person whose financial assets abroad exceed a threshold at the end of the year, or a higher one at any time in it. Property and metals that are held directly do not count.',
    currency: 'USD',
    thresholds: {
      'yearEnd home single': '50000',
      'anyTime home single': '75000',
      'yearEnd home joint': '100000',
      'anyTime home joint': '150000',
      'yearEnd abroad single': '200000',
      'anyTime abroad single': '300000',
      'yearEnd abroad joint': '400000',
      'anyTime abroad joint': '600000'
    },
    due: { monthAndDay: '04-15', yearsLater: 1 },
    source: 'nsglobal.com'
  },
  {
    ...dated,
    id: 'us-8621',
    requirement: 'foreignAssetReport',
    jurisdiction: 'US',
    effectiveFrom: '2014-01-01',
    trigger:
      'Form 8621: a US person reports each foreign fund (PFIC), unless all of them together are at most USD 25,000 (joint 50,000) and there was no excess distribution or gain. Measured are all of them together.',
    currency: 'USD',
    thresholds: { single: '25000', joint: '50000' },
    due: { monthAndDay: '04-15', yearsLater: 1 },
    source: 'patellawoffices.com'
  },
  {
    ...dated,
    ...withoutThreshold,
    id: 'us-w8ben',
    requirement: 'fatca',
    jurisdiction: 'US',
    effectiveFrom: '2014-07-01',
    trigger:
      'W-8BEN: whoever is no US person and holds an account in the United States tells its institution so. It runs to 31 December of the third year after it was signed.',
    due: null,
    source: 'The help page of a broker'
  },
  {
    ...dated,
    ...withoutThreshold,
    id: 'in-schedule-fa',
    requirement: 'foreignAssetReport',
    jurisdiction: 'IN',
    effectiveFrom: '2012-04-01',
    trigger:
      'Schedule FA: whoever is resident and ordinarily resident in India reports every asset abroad that was held on any day of the calendar year. There is no minimum.',
    due: { monthAndDay: '07-31', yearsLater: 0 },
    source: 'indiaadvocacy.in, taxfull.com'
  },
  {
    ...dated,
    id: 'in-lrs',
    requirement: 'remittanceLimit',
    jurisdiction: 'IN',
    effectiveFrom: '2015-05-26',
    trigger:
      'Liberalised Remittance Scheme: a resident of India may send at most USD 250,000 abroad from April to March. Measured is all that left the accounts in India, whatever for: not more than that can have gone abroad.',
    currency: 'USD',
    thresholds: { perPerson: '250000' },
    due: { monthAndDay: '03-31', yearsLater: 0 },
    source: 'trendsmask.com'
  },
  {
    ...dated,
    id: 'in-tcs',
    requirement: 'remittanceLimit',
    jurisdiction: 'IN',
    effectiveFrom: '2026-04-01',
    trigger:
      'Tax collected at source on remittances: above INR 1,000,000 from April to March, 2 % for education and medical treatment, 20 % for other purposes. Read in the state of a bill; whether it was enacted so was not confirmed. Measured is all that left the accounts in India.',
    currency: 'INR',
    thresholds: { perPerson: '1000000' },
    due: { monthAndDay: '03-31', yearsLater: 0 },
    source: 'taxtmi.com, livemint.com'
  },
  {
    ...dated,
    ...withoutThreshold,
    id: 'in-residency-certificate',
    requirement: 'residencyCertificate',
    jurisdiction: 'IN',
    effectiveFrom: '2013-04-01',
    trigger:
      'Relief under a treaty between India and another country asks for a certificate of residency; one covers one financial year.',
    due: { monthAndDay: '03-31', yearsLater: 0 },
    source: 'egmind.com, nriblueprint.com, saturnconsultinggroup.com'
  },
  {
    ...dated,
    id: 'gb-sa106',
    requirement: 'foreignIncomeReport',
    jurisdiction: 'GB',
    effectiveFrom: '2016-04-06',
    trigger:
      'SA106: a resident of the United Kingdom reports income from abroad, or claims relief for tax paid there. Due on 31 October on paper, on 31 January online.',
    currency: 'GBP',
    thresholds: { any: '0' },
    due: { monthAndDay: '01-31', yearsLater: 1 },
    source: 'taxguided.com'
  },
  {
    ...dated,
    id: 'ca-t1135',
    requirement: 'foreignAssetReport',
    jurisdiction: 'CA',
    effectiveFrom: '2015-01-01',
    trigger:
      'T1135: a resident of Canada whose property abroad cost more than CAD 100,000 together; below CAD 250,000 in the simplified form. Things for personal use do not count, and the first year of residence is exempt. Measured are stated costs at the latest rates, where rates of the days of purchase decide.',
    currency: 'CAD',
    thresholds: { cost: '100000' },
    due: { monthAndDay: '04-30', yearsLater: 1 },
    source: 'lilylocpa.com, dualfiler.com'
  },
  {
    ...dated,
    id: 'au-fito',
    requirement: 'foreignTaxCredit',
    jurisdiction: 'AU',
    effectiveFrom: '2008-07-01',
    trigger:
      'Foreign income tax offset: up to AUD 1,000 of tax paid abroad is claimed directly; above it the limit has to be worked out. Nothing is carried forward.',
    currency: 'AUD',
    thresholds: { direct: '1000' },
    due: { monthAndDay: '10-31', yearsLater: 0 },
    source: 'Australian Taxation Office, guide of 2024'
  },
  {
    ...dated,
    ...withoutThreshold,
    id: 'crs-self-certification',
    requirement: 'crs',
    jurisdiction: null,
    effectiveFrom: '2016-01-01',
    trigger:
      'CRS: whoever is resident elsewhere than where an account is tells its institution all residences and tax numbers, and again when they change.',
    due: null,
    source: 'HMRC, IEIM402183'
  },
  {
    ...dated,
    ...withoutThreshold,
    id: 'kyc',
    requirement: 'kyc',
    jurisdiction: null,
    effectiveFrom: '2000-01-01',
    trigger: 'Institutions ask again from time to time who their customer is: identity, address, tax numbers.',
    due: null,
    source: PRACTICE
  },
  {
    ...dated,
    ...withoutThreshold,
    id: 'source-of-funds',
    requirement: 'sourceOfFunds',
    jurisdiction: null,
    effectiveFrom: '2000-01-01',
    trigger:
      'An account outside the home country: keep what shows where the money came from, for the day when it is moved or asked about.',
    due: null,
    source: PRACTICE
  },
  {
    ...dated,
    ...withoutThreshold,
    id: 'regular-valuation',
    requirement: 'regularValuation',
    jurisdiction: null,
    effectiveFrom: '2000-01-01',
    trigger: 'Nobody quotes a price for it: state its value at least once a year.',
    due: null,
    source: PRACTICE
  },
  {
    ...dated,
    ...withoutThreshold,
    id: 'audit-trail',
    requirement: 'auditTrail',
    jurisdiction: null,
    effectiveFrom: '2000-01-01',
    trigger: 'Keep bookings and the documents behind them for as long as the country of residence may ask for them.',
    due: null,
    source: PRACTICE
  }
] as const satisfies readonly ComplianceRule[];

export type RuleId = (typeof table)[number]['id'];

export const complianceRules: readonly ComplianceRule[] = Object.freeze(
  table.map((rule) => Object.freeze({ ...rule, thresholds: Object.freeze({ ...rule.thresholds }) }))
);

/** The rule as it stands on a day; null before it came into force and after it ended. */
export function ruleOn(id: RuleId, day: string): ComplianceRule | null {
  return (
    complianceRules.find(
      (rule) => rule.id === id && rule.effectiveFrom <= day && (rule.effectiveTo === null || day <= rule.effectiveTo)
    ) ?? null
  );
}

/** @throws RangeError where the rule has no such case. */
export function thresholdOf(rule: ComplianceRule, when: string): string {
  const threshold = rule.thresholds[when];
  if (threshold === undefined) throw new RangeError(`Rule ${rule.id} has no threshold '${when}'`);
  return threshold;
}
