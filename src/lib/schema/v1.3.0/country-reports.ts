/** What India, the United Kingdom, Canada and Australia ask of their residents about what lies abroad. */
import { Decimal } from '../v1.0.0/decimal';
import { dueAfter, type Finding } from './finding';
import type { AccountFacts, Flow, Holdings, PersonFacts } from './holdings';
import { scopeOf } from './holdings';
import { stateAbove, sumIn, type Measured, type Part } from './measuring';
import { ruleOn, thresholdOf, type ComplianceRule, type RuleId } from './rules';
import { taxYearOf, yearText } from './tax-years';

export function* indiaReports(holdings: Holdings, person: PersonFacts): Iterable<Finding> {
  const type = person.residencies.get('IN');
  if (type === 'resident' || type === 'dual') yield* scheduleFA(holdings, person);
  if (type !== undefined && type !== 'nonResident') {
    yield* remittances(
      holdings,
      person,
      'in-lrs',
      'The limit may be reached: how much of it went abroad is not known.'
    );
    yield* remittances(
      holdings,
      person,
      'in-tcs',
      'Tax may have been collected: purpose and amount sent abroad decide.'
    );
  }
  yield* residencyCertificate(holdings, person);
}

/** Every asset abroad held on any day of the calendar year. */
function* scheduleFA(holdings: Holdings, person: PersonFacts): Iterable<Finding> {
  const rule = ruleOn('in-schedule-fa', holdings.day);
  if (!rule) return;
  const yearBegan = `${yearText(Number(holdings.day.slice(0, 4)))}-01-01`;
  for (const asset of holdings.assets) {
    const account = holdings.accounts.get(asset.accountId);
    if (!account || (account.country === 'IN' && asset.country === 'IN') || !holdings.owns(person, account)) continue;
    if (scopeOf(asset.type) === 'debt') continue;
    if (!asset.active && (holdings.valuation.lastMoveOn(asset.id) ?? '') < yearBegan) continue;
    const part = { amount: holdings.valueOf(asset), currency: asset.currency };
    yield finding(rule, 'IN', holdings, person, {
      assetId: asset.id,
      measured: sumIn('INR', [part], holdings.rates),
      state: 'required'
    });
  }
}

/** All that left accounts in India this tax year bounds what can have been sent abroad. */
function* remittances(holdings: Holdings, person: PersonFacts, id: RuleId, ifAbove: string): Iterable<Finding> {
  const rule = ruleOn(id, holdings.day);
  if (!rule?.currency) return;
  const flows = ownFlows(holdings, person, 'IN', 'outflow').filter(({ account }) => account.country === 'IN');
  const measured = sumIn(
    rule.currency,
    flows.map(({ flow }) => ({ amount: Decimal(flow.gross), currency: flow.currency })),
    holdings.rates
  );
  const threshold = thresholdOf(rule, 'perPerson');
  const state = stateAbove(measured, threshold);
  yield finding(rule, 'IN', holdings, person, {
    threshold,
    measured,
    ...(state === 'required' ? { state: 'review', reason: ifAbove } : { state })
  });
}

/** Of residents with accounts abroad, and of others with accounts in India. */
function* residencyCertificate(holdings: Holdings, person: PersonFacts): Iterable<Finding> {
  const rule = ruleOn('in-residency-certificate', holdings.day);
  if (!rule) return;
  const livesInIndia = person.homeCountry === 'IN';
  const across = [...holdings.accounts.values()].some(
    (account) => account.open && (account.country === 'IN') !== livesInIndia && holdings.owns(person, account)
  );
  if (!across) return;
  yield finding(rule, 'IN', holdings, person, {
    state: 'review',
    reason: livesInIndia
      ? 'From the Indian tax office, for countries where accounts are held.'
      : `From the tax office of ${person.homeCountry}, for income from accounts in India.`
  });
}

/** SA106. */
export function* unitedKingdomReports(holdings: Holdings, person: PersonFacts): Iterable<Finding> {
  const rule = ruleOn('gb-sa106', holdings.day);
  if (!rule || !isResident(person, 'GB')) return;
  const parts = foreignIncome(holdings, person, 'GB').map((flow) => ({
    amount: Decimal(flow.gross),
    currency: flow.currency
  }));
  yield aboveThreshold(rule, 'GB', 'any', holdings, person, sumIn('GBP', parts, holdings.rates));
}

/** T1135. */
export function* canadaReports(holdings: Holdings, person: PersonFacts): Iterable<Finding> {
  const rule = ruleOn('ca-t1135', holdings.day);
  if (!rule || !isResident(person, 'CA')) return;
  const parts: Part[] = [];
  let withoutCost = 0;
  for (const { account, scope, country, cost, currency, withoutCost: unknown } of holdings.groups) {
    if (scope === 'debt' || scope === 'personal' || !holdings.owns(person, account)) continue;
    if ((scope === 'account' ? account.country : country) === 'CA') continue;
    parts.push({ amount: cost, currency });
    withoutCost += unknown;
  }
  const sum = sumIn('CAD', parts, holdings.rates);
  const missing = withoutCost === 0 ? [] : [`the cost of ${withoutCost} ${withoutCost === 1 ? 'asset' : 'assets'}`];
  yield aboveThreshold(rule, 'CA', 'cost', holdings, person, { ...sum, missing: [...sum.missing, ...missing] });
}

/** Foreign income tax offset: up to the threshold it is claimed without working out a limit. */
export function* australiaReports(holdings: Holdings, person: PersonFacts): Iterable<Finding> {
  const rule = ruleOn('au-fito', holdings.day);
  if (!rule || !isResident(person, 'AU')) return;
  const parts = foreignIncome(holdings, person, 'AU').flatMap(({ taxes, currency }) =>
    taxes === null ? [] : [{ amount: Decimal(taxes), currency }]
  );
  yield aboveThreshold(rule, 'AU', 'direct', holdings, person, sumIn('AUD', parts, holdings.rates));
}

function isResident(person: PersonFacts, country: string): boolean {
  const type = person.residencies.get(country);
  return type === 'resident' || type === 'dual';
}

/** Income of this tax year from accounts or assets of other countries. */
function foreignIncome(holdings: Holdings, person: PersonFacts, country: string): Flow[] {
  const abroad = new Set(holdings.assets.flatMap((asset) => (asset.country === country ? [] : [asset.id])));
  return ownFlows(holdings, person, country, 'income').flatMap(({ flow, account }) =>
    account.country !== country || (flow.assetId !== null && abroad.has(flow.assetId)) ? [flow] : []
  );
}

/** Flows of this country's tax year through the person's accounts. */
function ownFlows(
  holdings: Holdings,
  person: PersonFacts,
  country: string,
  kind: Flow['kind']
): { flow: Flow; account: AccountFacts }[] {
  const { from } = taxYearOf(country, holdings.day);
  return holdings.flows.flatMap((flow) => {
    const account = holdings.accounts.get(flow.accountId);
    return flow.kind === kind && flow.date >= from && account && holdings.owns(person, account)
      ? [{ flow, account }]
      : [];
  });
}

function aboveThreshold(
  rule: ComplianceRule,
  country: string,
  when: string,
  holdings: Holdings,
  person: PersonFacts,
  measured: Measured
): Finding {
  const threshold = thresholdOf(rule, when);
  return finding(rule, country, holdings, person, { threshold, measured, state: stateAbove(measured, threshold) });
}

function finding(
  rule: ComplianceRule,
  country: string,
  holdings: Holdings,
  person: PersonFacts,
  more: Omit<Finding, 'rule' | 'jurisdiction' | 'personId'>
): Finding {
  return {
    rule,
    jurisdiction: country,
    personId: person.id,
    ...dueAfter(rule, taxYearOf(country, holdings.day).to),
    ...more
  };
}
