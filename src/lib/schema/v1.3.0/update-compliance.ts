/** What the rules ask for, worked out from what the portfolio holds on the day of the upgrade. */
import type { SetStep } from '../../migration';
import { australiaReports, canadaReports, indiaReports, unitedKingdomReports } from './country-reports';
import { requirementOf, type Finding } from './finding';
import { Holdings, type PersonFacts } from './holdings';
import { dutiesOfPerson, valuations } from './standing-duties';
import { usReports } from './us-reports';

export const updateComplianceRequirements: SetStep = {
  name: 'UpdateComplianceRequirements',
  description: 'Working out what has to be reported, where and by when',
  observes: ['persons', 'accounts', 'assets', 'transactions', 'prices', 'fxRates', 'taxResidencies'],
  creates: ['complianceRequirements'],
  over(context) {
    const holdings = new Holdings(context.instant.slice(0, 10));
    const withDuties = new Set<string>();
    return {
      observe: holdings.observe,
      finish: () => holdings.settle(),
      create: {
        *complianceRequirements() {
          for (const finding of findingsFor(holdings)) {
            if (finding.personId !== undefined) withDuties.add(finding.personId);
            yield requirementOf(finding, holdings.day, context);
          }
        }
      },
      validate() {
        const without = holdings.persons.filter(({ id }) => !withDuties.has(id)).length;
        if (without > 0) throw new Error(`${without} persons have no compliance requirement`);
      }
    };
  }
};

function* findingsFor(holdings: Holdings): Iterable<Finding> {
  for (const person of holdings.persons) yield* findingsForPerson(holdings, person);
  yield* valuations(holdings);
}

function* findingsForPerson(holdings: Holdings, person: PersonFacts): Iterable<Finding> {
  yield* usReports(holdings, person);
  yield* indiaReports(holdings, person);
  yield* unitedKingdomReports(holdings, person);
  yield* canadaReports(holdings, person);
  yield* australiaReports(holdings, person);
  yield* dutiesOfPerson(holdings, person);
}
