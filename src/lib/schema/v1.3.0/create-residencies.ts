/** Where each person is taxed, from what the data says: home country, citizenships, and countries of accounts. */
import type { HopContext, Row, SetStep } from '../../migration';
import type { Account, Person } from '../v1.0.0';
import type { TaxResidency } from './residencies';
import { taxYearOf } from './tax-years';

type Finding = Pick<TaxResidency, 'country' | 'residencyType' | 'basis' | 'status' | 'reason'>;

export const createTaxResidencyEntities: SetStep = {
  name: 'CreateTaxResidencyEntities',
  description: 'Working out where each person is taxed',
  observes: ['persons', 'accounts'],
  creates: ['taxResidencies'],
  over(context) {
    const persons: Pick<Person, 'id' | 'homeCountry' | 'citizenships'>[] = [];
    /** Countries of accounts by owner; under `''` those that belong to everybody. */
    const accountCountries = new Map<string, Map<string, string>>();
    let made = 0;
    return {
      observe: {
        persons: (row) => {
          const { id, homeCountry, citizenships } = row as Person;
          persons.push({ id, homeCountry, citizenships });
        },
        accounts: (row) => {
          const { ownerIds, country, kind } = row as Account;
          for (const owner of ownerIds ?? ['']) {
            const kinds = accountCountries.get(owner) ?? new Map<string, string>();
            if (kinds.get(country) !== 'property') kinds.set(country, kind);
            accountCountries.set(owner, kinds);
          }
        }
      },
      create: {
        *taxResidencies() {
          for (const person of persons) {
            const accounts = new Map([...(accountCountries.get('') ?? []), ...(accountCountries.get(person.id) ?? [])]);
            for (const finding of findingsFor(person, accounts)) {
              made++;
              yield residencyOf(person.id, finding, context);
            }
          }
        }
      },
      validate() {
        if (made < persons.length) throw new Error(`${persons.length - made} persons have no tax residency`);
      }
    };
  }
};

/** Home first, then citizenships and account countries in alphabetical order; each country once. */
function findingsFor(
  { homeCountry, citizenships }: Pick<Person, 'homeCountry' | 'citizenships'>,
  accountCountries: ReadonlyMap<string, string>
): Finding[] {
  const findings: Finding[] = [
    {
      country: homeCountry,
      residencyType: 'resident',
      basis: 'declared',
      status: 'current',
      reason: 'It is the home country that was stated. Days spent there are not counted yet.'
    }
  ];
  const citizen = new Set(citizenships);
  const others = new Set([...citizenships, ...accountCountries.keys()]);
  others.delete(homeCountry);
  for (const country of [...others].sort()) {
    if (citizen.has(country)) findings.push(ofCitizen(country));
    else findings.push(ofAccounts(country, accountCountries.get(country) === 'property'));
  }
  return findings;
}

function ofCitizen(country: string): Finding {
  if (country === 'US')
    return {
      country,
      residencyType: 'dual',
      basis: 'computed',
      status: 'current',
      reason:
        'Citizens of the United States are taxed there wherever they live. A treaty may say which of two residences counts.'
    };
  return {
    country,
    residencyType: 'nonResident',
    basis: 'assumed',
    status: 'toReview',
    reason: 'A citizen who is at home elsewhere. Days spent there, or a home kept there, could change it.'
  };
}

function ofAccounts(country: string, hasProperty: boolean): Finding {
  return {
    country,
    residencyType: 'nonResident',
    basis: 'assumed',
    status: 'toReview',
    reason: hasProperty
      ? 'Property is held there, which makes nobody a resident by itself; a home kept for one’s own use can.'
      : 'Accounts are held there, which makes nobody a resident by itself.'
  };
}

function residencyOf(personId: string, finding: Finding, context: HopContext): Row {
  const { label, from, to } = taxYearOf(finding.country, context.instant.slice(0, 10));
  const residency: TaxResidency = {
    id: context.id(`${personId} ${finding.country}`),
    personId,
    country: finding.country,
    residencyType: finding.residencyType,
    taxYear: label,
    effectiveFrom: from,
    effectiveTo: to,
    basis: finding.basis,
    status: finding.status,
    reason: finding.reason,
    createdAt: context.instant,
    updatedAt: context.instant
  };
  return residency;
}
