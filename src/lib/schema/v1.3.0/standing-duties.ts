/** What comes with accounts, assets and residences anywhere: CRS, KYC, source of funds, valuations, records. */
import type { Finding } from './finding';
import type { AccountFacts, Holdings, PersonFacts } from './holdings';
import { sumIn } from './measuring';
import { ruleOn } from './rules';
import { aYearAfter } from './tax-years';

const institutions: ReadonlySet<string> = new Set(['bank', 'brokerage', 'pension', 'insurance', 'liability']);
const reportedByInstitutions: ReadonlySet<string> = new Set(['bank', 'brokerage', 'pension', 'insurance']);

/** By person, and by account of each person. */
export function* dutiesOfPerson(holdings: Holdings, person: PersonFacts): Iterable<Finding> {
  yield* recordKeeping(holdings, person);
  for (const account of holdings.accounts.values()) {
    if (!account.open || !holdings.owns(person, account)) continue;
    yield* dutiesOfAccount(holdings, person, account);
  }
}

/** By asset, whoever owns it. */
export function* valuations(holdings: Holdings): Iterable<Finding> {
  const rule = ruleOn('regular-valuation', holdings.day);
  if (!rule) return;
  for (const asset of holdings.assets) {
    if (!asset.active || asset.changedOn === null) continue;
    yield {
      rule,
      jurisdiction: asset.country,
      assetId: asset.id,
      measured: sumIn(asset.currency, [{ amount: holdings.valueOf(asset), currency: asset.currency }], holdings.rates),
      state: 'required',
      dueOn: aYearAfter(asset.changedOn)
    };
  }
}

/** In every country that taxes the person as a resident. */
function* recordKeeping(holdings: Holdings, person: PersonFacts): Iterable<Finding> {
  const rule = ruleOn('audit-trail', holdings.day);
  if (!rule) return;
  for (const [jurisdiction, type] of person.residencies) {
    if (type !== 'nonResident') yield { rule, jurisdiction, personId: person.id, state: 'required' };
  }
}

function* dutiesOfAccount(holdings: Holdings, person: PersonFacts, account: AccountFacts): Iterable<Finding> {
  const subject = { jurisdiction: account.country, personId: person.id, accountId: account.id };
  const kyc = ruleOn('kyc', holdings.day);
  if (kyc && institutions.has(account.kind))
    yield { rule: kyc, ...subject, state: 'review', reason: 'When the institution asked last is not known.' };

  const crs = ruleOn('crs-self-certification', holdings.day);
  if (crs && reportedByInstitutions.has(account.kind) && isReportedUnderCrs(person, account.country))
    yield { rule: crs, ...subject, state: 'review', reason: 'Whether it was given is not known.' };

  const funds = ruleOn('source-of-funds', holdings.day);
  if (funds && account.country !== person.homeCountry && account.kind !== 'liability') {
    const parts = holdings.groups
      .filter((group) => group.account === account && group.scope !== 'debt')
      .map(({ value, currency }) => ({ amount: value, currency }));
    yield { rule: funds, ...subject, measured: sumIn(account.currency, parts, holdings.rates), state: 'review' };
  }
}

/** The United States take no part in it, neither for their accounts nor for their residents. */
function isReportedUnderCrs(person: PersonFacts, country: string): boolean {
  if (country === 'US') return false;
  return [...person.residencies].some(
    ([residence, type]) => type !== 'nonResident' && residence !== country && residence !== 'US'
  );
}
