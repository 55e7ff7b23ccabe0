/**
 * What a person sends when a migration failed: enough to find the cause, nothing about what they own. Amounts, names
 * and other values of records are taken out of every sentence; versions, steps, stores, fields and counts stay.
 */
import type { MigrationHistoryEntry } from '../migration';
import type { Failure } from './contract';
import type { Diagnosis } from './verb-results';

export interface ReportInput {
  readonly at: Date;
  readonly appVersion: string;
  readonly fromVersion: string;
  readonly toVersion: string;
  readonly failure: Failure | null;
  readonly diagnosis: Diagnosis;
}

export function diagnosticReport({ at, appVersion, fromVersion, toVersion, failure, diagnosis }: ReportInput): string {
  const { status, history, log, counts } = diagnosis;
  return [
    'WealthWise diagnostic report',
    'It holds no amounts and no names. Please attach it to a report with the label "migration".',
    '',
    `Written: ${at.toISOString()}`,
    `App version: ${appVersion}`,
    `Current data version: ${status?.currentVersion ?? 'unknown'}`,
    `Target data version: ${toVersion || (status?.latestVersion ?? 'unknown')}`,
    `Records: ${
      Object.entries(counts)
        .map(([store, count]) => `${store} ${count}`)
        .join(', ') || 'unknown'
    }`,
    '',
    'Error',
    ...errorLines(failure),
    '',
    'Steps to reproduce',
    ...stepsToReproduce(fromVersion, toVersion, counts, failure),
    '',
    'History, newest first',
    ...(history.length === 0 ? ['  none'] : history.map(historyLine)),
    '',
    'Log',
    ...log.split('\n').map((line) => `  ${withoutValues(line)}`),
    ''
  ].join('\n');
}

function errorLines(failure: Failure | null): string[] {
  if (failure === null) return ['  none'];
  const details = failure.details.slice(0, 20).map((detail) => `  Detail: ${placeOf(detail)}`);
  const more = failure.details.length - details.length;
  return [
    `  Code: ${failure.code}`,
    `  Step: ${failure.step ?? 'none'}`,
    `  Message: ${withoutValues(failure.message)}`,
    ...details,
    ...(more > 0 ? [`  and ${more} more details`] : [])
  ];
}

function stepsToReproduce(from: string, to: string, counts: Diagnosis['counts'], failure: Failure | null): string[] {
  const size = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return [
    `  1. Open the app with data at version ${from || 'unknown'} (${size} records).`,
    `  2. Start the upgrade to ${to || 'unknown'}.`,
    failure === null
      ? '  3. Nothing failed in this window.'
      : `  3. It ends with ${failure.code}${failure.step === null ? '' : ` in step ${failure.step}`}.`
  ];
}

function historyLine(entry: MigrationHistoryEntry): string {
  const steps = entry.steps.map((step) => `${step.step} ${step.state} ${step.rows} rows ${step.seconds.toFixed(2)} s`);
  const error = entry.error === undefined ? '' : `; ${entry.error.code}: ${withoutValues(entry.error.message)}`;
  const work = steps.length === 0 ? '' : `; ${steps.join(', ')}`;
  return `  ${entry.at} ${entry.fromVersion} → ${entry.toVersion} ${entry.path} ${entry.outcome} (app ${entry.appVersion})${work}${error}`;
}

/** Where a problem lies, without what lies there. */
function placeOf(detail: unknown): string {
  if (typeof detail !== 'object' || detail === null) return withoutValues(String(detail));
  const { store, field, reason } = detail as { store?: unknown; field?: unknown; reason?: unknown };
  if (typeof store === 'string') {
    return `${store}${typeof field === 'string' && field !== '' ? `.${field}` : ''}: ${withoutValues(String(reason ?? ''))}`;
  }
  const told = Object.entries(detail).filter(([, value]) => typeof value === 'number');
  return told.map(([name, value]) => `${name} ${String(value)}`).join(', ') || 'an object';
}

/**
 * A sentence without values of records: what a schema says it "received", texts in double quotes or guillemets, and
 * decimal numbers that are no times or data versions.
 */
export function withoutValues(sentence: string): string {
  return sentence
    .replace(/\b(received|found|was|got|but is)\s+("[^"]*"|'[^']*'|[-−]?[\d.,]+|\S+$)/gi, '$1 (left out)')
    .replace(/"[^"]*"/g, '"(left out)"')
    .replace(/“[^”]*”|«[^»]*»/g, '“(left out)”')
    .replace(/(?<![\d.:T-])[-−]?\d[\d,]*\.\d+(?![\d.]|\s*(?:s|ms|MB|KB|GB|%)\b)/g, '(left out)');
}
