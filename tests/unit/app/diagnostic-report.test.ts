import { describe, expect, it } from 'vitest';
import { diagnosticReport, withoutValues } from '../../../src/lib/app/diagnostic-report';
import { statusAt } from './fakes';

describe('the diagnostic report', () => {
  const text = diagnosticReport({
    at: new Date('2024-06-28T10:00:00Z'),
    appVersion: '0.1.0',
    fromVersion: '1.0.0',
    toVersion: '1.3.0',
    failure: {
      code: 'corruptData',
      message: 'Data corruption detected: Invalid type: Expected string but received "Anita\'s flat in Köln"',
      step: 'PopulateCurrencyExposure',
      details: [
        {
          store: 'assets',
          key: '0190-7f3a',
          field: 'currentValue',
          reason: 'Invalid format: Expected decimal but received "1,234.50"',
          row: { name: 'Anita', currentValue: '1,234.50' }
        },
        { needed: 100000000, available: 12 }
      ]
    },
    diagnosis: {
      status: statusAt('1.0.0'),
      counts: { assets: 10000, transactions: 20000 },
      history: [
        {
          id: 'h',
          at: '2024-06-28T09:59:00Z',
          fromVersion: '1.0.0',
          toVersion: '1.3.0',
          path: 'direct',
          outcome: 'failed',
          steps: [{ step: 'CreateCurrencyRiskEntities', state: 'done', seconds: 0.25, rows: 9876 }],
          definitions: {},
          backupId: null,
          error: { code: 'corruptData', message: 'Received 98765.43' },
          appVersion: '0.1.0'
        }
      ],
      log: '[2024-06-28T10:00:00.123Z] Looked at 30000 records\n[2024-06-28T10:00:01.000Z] The cost basis was 98765.43 in EUR'
    }
  });

  it('says where and what it was about', () => {
    for (const part of [
      'Current data version: 1.0.0',
      'Target data version: 1.3.0',
      'Code: corruptData',
      'Step: PopulateCurrencyExposure',
      'assets.currentValue: Invalid format: Expected decimal but received (left out)',
      'needed 100000000, available 12',
      'assets 10000, transactions 20000',
      'CreateCurrencyRiskEntities done 9876 rows 0.25 s',
      '[2024-06-28T10:00:00.123Z] Looked at 30000 records',
      'Start the upgrade to 1.3.0'
    ]) {
      expect(text).toContain(part);
    }
  });

  it('gives away no amount and no name', () => {
    for (const value of ['Anita', 'Köln', '1,234.50', '98765.43']) expect(text).not.toContain(value);
  });

  it('keeps versions, steps, times and sizes of a sentence', () => {
    const sentence =
      "Step 'MigrateDocumentReferences' of 1.3.0 took 1.25 s, backup 12.5 MB at 2024-06-28T10:00:00.123Z";
    expect(withoutValues(sentence)).toBe(sentence);
  });
});
