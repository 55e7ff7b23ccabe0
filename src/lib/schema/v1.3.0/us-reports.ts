/** What the United States ask of their citizens and residents about what they hold abroad, and of others about accounts there. */
import { fundTypes } from '../v1.0.0';
import type { Finding } from './finding';
import { dueAfter } from './finding';
import type { AssetFacts, HoldingGroup, Holdings, PersonFacts } from './holdings';
import { scopeOf } from './holdings';
import { stateAbove, sumIn, type Measured } from './measuring';
import type { RequirementState } from './requirements';
import { ruleOn, thresholdOf, type ComplianceRule } from './rules';
import { taxYearOf } from './tax-years';

const reportableKinds: ReadonlySet<string> = new Set(['bank', 'brokerage', 'pension', 'insurance']);

/** Citizens and tax residents, wherever they live. */
export function isUsPerson({ citizenships, residencies }: PersonFacts): boolean {
  const type = residencies.get('US');
  return citizenships.includes('US') || type === 'resident' || type === 'dual';
}

export function* usReports(holdings: Holdings, person: PersonFacts): Iterable<Finding> {
  if (!isUsPerson(person)) {
    yield* foreignStatus(holdings, person);
    return;
  }
  const abroad = holdings.groups.filter(({ account }) => account.country !== 'US' && holdings.owns(person, account));
  yield* foreignAccounts(holdings, person, abroad);
  yield* foreignAssets(holdings, person, abroad);
  yield* foreignFunds(holdings, person);
}

/** FBAR. */
function* foreignAccounts(holdings: Holdings, person: PersonFacts, abroad: readonly HoldingGroup[]): Iterable<Finding> {
  const rule = ruleOn('us-fbar', holdings.day);
  if (!rule) return;
  const measured = valueInDollars(
    holdings,
    abroad.filter(({ account, scope }) => scope === 'account' && reportableKinds.has(account.kind))
  );
  const threshold = thresholdOf(rule, 'together');
  yield finding(rule, holdings, person, { threshold, measured, state: stateAbove(measured, threshold) });
}

/** Form 8938. */
function* foreignAssets(holdings: Holdings, person: PersonFacts, abroad: readonly HoldingGroup[]): Iterable<Finding> {
  const rule = ruleOn('us-8938', holdings.day);
  if (!rule) return;
  const measured = valueInDollars(
    holdings,
    abroad.filter(({ scope }) => scope === 'account' || scope === 'interest')
  );
  const place = person.homeCountry === 'US' ? 'home' : 'abroad';
  const verdicts = filingCases(person).map((filing) => {
    const threshold = thresholdOf(rule, `yearEnd ${place} ${filing}`);
    const anyTime = stateAbove(measured, thresholdOf(rule, `anyTime ${place} ${filing}`));
    const yearEnd = stateAbove(measured, threshold);
    return anyTime === 'required' || yearEnd !== 'required'
      ? { threshold, state: yearEnd }
      : { threshold, state: 'review' as const, reason: 'It applies if this is still so on 31 December.' };
  });
  const verdict = agreed(verdicts);
  if (verdict) yield finding(rule, holdings, person, { measured, ...verdict });
}

/** Form 8621, one for each fund. */
function* foreignFunds(holdings: Holdings, person: PersonFacts): Iterable<Finding> {
  const rule = ruleOn('us-8621', holdings.day);
  if (!rule) return;
  const funds = holdings.assets.filter((asset) => isForeignFund(holdings, person, asset));
  if (funds.length === 0) return;
  const measured = sumIn(
    'USD',
    funds.map((fund) => ({ amount: holdings.valueOf(fund), currency: fund.currency })),
    holdings.rates
  );
  const verdict = agreed(
    filingCases(person).map((filing) => {
      const threshold = thresholdOf(rule, filing);
      return { threshold, state: stateAbove(measured, threshold) };
    })
  );
  if (!verdict) return;
  const year = taxYearOf('US', holdings.day);
  const distributing = new Set(
    holdings.flows.flatMap(({ kind, assetId, date }) => (kind === 'income' && date >= year.from ? [assetId] : []))
  );
  for (const fund of funds) {
    const paidOut = distributing.has(fund.id) || holdings.valuation.soldBetween(fund.id, year.from, year.to);
    const exempt =
      verdict.state === 'notRequired' && paidOut
        ? {
            state: 'review' as const,
            reason: 'There was a distribution or a sale this year, which may end the exemption.'
          }
        : {};
    yield finding(rule, holdings, person, { assetId: fund.id, measured, ...verdict, ...exempt });
  }
}

/** W-8BEN. */
function* foreignStatus(holdings: Holdings, person: PersonFacts): Iterable<Finding> {
  const rule = ruleOn('us-w8ben', holdings.day);
  if (!rule) return;
  for (const account of holdings.accounts.values()) {
    if (account.country !== 'US' || !account.open || !reportableKinds.has(account.kind)) continue;
    if (holdings.owns(person, account))
      yield finding(rule, holdings, person, {
        accountId: account.id,
        state: 'review',
        reason: 'The day on which it was signed is not known.'
      });
  }
}

function isForeignFund(holdings: Holdings, person: PersonFacts, asset: AssetFacts): boolean {
  if (!asset.active || asset.country === 'US' || !fundTypes.has(asset.type) || scopeOf(asset.type) !== 'account')
    return false;
  const account = holdings.accounts.get(asset.accountId);
  return account !== undefined && account.kind !== 'pension' && holdings.owns(person, account);
}

/** Both where the filing status was not stated. */
function filingCases({ filingStatus }: PersonFacts): readonly ('single' | 'joint')[] {
  if (filingStatus === null) return ['single', 'joint'];
  return [filingStatus === 'marriedJoint' ? 'joint' : 'single'];
}

interface Verdict {
  readonly threshold: string;
  readonly state: RequirementState;
  readonly reason?: string;
}

/** The verdict where all cases agree, else that it cannot be told. */
function agreed(verdicts: readonly Verdict[]): Verdict | undefined {
  const [first] = verdicts;
  if (!first || verdicts.every(({ state }) => state === first.state)) return first;
  return {
    threshold: first.threshold,
    state: 'cannotTell',
    reason: 'It depends on the filing status, which is not stated.'
  };
}

function valueInDollars(holdings: Holdings, groups: readonly HoldingGroup[]): Measured {
  return sumIn(
    'USD',
    groups.map(({ value, currency }) => ({ amount: value, currency })),
    holdings.rates
  );
}

function finding(
  rule: ComplianceRule,
  holdings: Holdings,
  person: PersonFacts,
  more: Omit<Finding, 'rule' | 'jurisdiction' | 'personId'>
): Finding {
  return {
    rule,
    jurisdiction: 'US',
    personId: person.id,
    ...dueAfter(rule, taxYearOf('US', holdings.day).to),
    ...more
  };
}
