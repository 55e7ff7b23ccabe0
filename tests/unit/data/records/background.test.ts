import { describe, expect, it } from 'vitest';
import type { RecordWriting, Standing } from '../../../../src/lib/protocol';
import { memoryServices, portfolioAt } from '../memory-services';
import { idOf, ids, smallPortfolio } from '../small-portfolio';
import { desk } from '../../app/desk';

const requirementOf = (id: string, assetId: string): RecordWriting => ({
  op: 'put',
  store: 'complianceRequirements',
  record: {
    id,
    requirement: 'regularValuation',
    ruleId: 'valuation.yearly',
    ruleVersion: '1',
    jurisdiction: 'IN',
    assetId,
    trigger: 'State its value once a year.',
    measuredOn: '2024-06-28',
    state: 'review'
  }
});

/** The small portfolio, brought to a version as a person brings it there, and what was written at that. */
async function backgroundAt(version: string, writes: readonly RecordWriting[] = []) {
  const services = memoryServices();
  await portfolioAt(services, '1.0.0', smallPortfolio);
  const { ask } = desk(services);
  if (version !== '1.0.0') await ask({ verb: 'migrate', from: '1.0.0', to: version, invalidRows: 'stop' });
  const { finding } = await ask({ verb: 'inspect' });
  if (finding.kind !== 'supported') throw new Error(finding.kind);
  const standing: Standing = { version, epoch: finding.epoch };
  if (writes.length > 0) await ask({ verb: 'saveRecords', standing, label: 'Add', writes });
  return ask({ verb: 'backgroundOf', standing, assetId: ids.infosys });
}

describe('what newer data versions know of an asset', () => {
  it('is empty at an older one, which says what brings it', async () => {
    expect(await backgroundAt('1.0.0')).toEqual({
      risk: null,
      requirements: [],
      residencies: [],
      needs: { risk: '1.2.0', compliance: '1.3.0' }
    });
  });

  it('is its currency risk from one version on', async () => {
    const { risk, requirements, needs } = await backgroundAt('1.2.0');
    expect(risk).toMatchObject({ assetId: ids.infosys, economicCurrency: 'INR', hedging: { strategy: 'none' } });
    expect(requirements).toEqual([]);
    expect(needs).toEqual({ risk: null, compliance: '1.3.0' });
  });

  it('is what has to be reported of it, and where people are taxed, from the next', async () => {
    const writes = [requirementOf(idOf(901), ids.infosys), requirementOf(idOf(902), ids.sap)];
    const { requirements, residencies, needs } = await backgroundAt('1.3.0', writes);
    expect(requirements.map(({ id }) => id)).toEqual([idOf(901)]);
    expect(residencies.every(({ status }) => status !== 'ended')).toBe(true);
    expect(residencies.length).toBeGreaterThan(0);
    expect(needs).toEqual({ risk: null, compliance: null });
  });
});
