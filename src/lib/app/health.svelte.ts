/** "Check my data", and the report of it. */
import type { Health, HealthFinding, HealthReport, HealthState } from './contract';
import { isOld, lastCopy } from './copy-outside';
import { withoutValues } from './diagnostic-report';
import { failureOf } from './failure';
import type { Surroundings } from './surroundings';
import type { WorkerClient } from './worker-client';

export class DataHealth implements Health {
  readonly #surroundings: Surroundings;
  readonly #client: WorkerClient;
  #state = $state.raw<HealthState>({ kind: 'idle' });
  #abort: AbortController | null = null;

  constructor(surroundings: Surroundings, client: WorkerClient) {
    this.#surroundings = surroundings;
    this.#client = client;
  }

  get state(): HealthState {
    return this.#state;
  }

  async check(): Promise<void> {
    if (this.#state.kind === 'running') return;
    const abort = new AbortController();
    this.#abort = abort;
    this.#state = { kind: 'running', fraction: 0, message: 'Reading your records…' };
    try {
      const report = await this.#client.run(
        { verb: 'checkHealth' },
        {
          signal: abort.signal,
          onProgress: (fraction, message) => (this.#state = { kind: 'running', fraction, message })
        }
      );
      const copies = ofCopies(
        lastCopy(this.#surroundings),
        await this.#surroundings.persisted().catch(() => null),
        report.at
      );
      this.#state = { kind: 'done', report: { ...report, findings: [...report.findings, copies] } };
    } catch (error) {
      this.#state = abort.signal.aborted ? { kind: 'idle' } : { kind: 'failed', failure: failureOf(error) };
    } finally {
      this.#abort = null;
    }
  }

  cancel(): void {
    this.#abort?.abort();
  }

  save(): void {
    if (this.#state.kind !== 'done') return;
    const content = new Blob([textOf(this.#state.report, this.#surroundings.appVersion)], { type: 'text/plain' });
    this.#surroundings.saveFile('wealthwise_health.txt', content);
  }
}

function ofCopies(last: string | null, persisted: boolean | null, at: string): HealthFinding {
  const details = persisted === false ? ['The browser has not promised to keep this data when space runs short.'] : [];
  if (!isOld(last, new Date(at)))
    return {
      area: 'copies',
      level: 'good',
      sentence: `A copy left this browser on ${last?.slice(0, 10) ?? ''}.`,
      details,
      remedy: null
    };
  return {
    area: 'copies',
    level: 'note',
    sentence:
      last === null
        ? 'No copy outside this browser is known.'
        : `The last copy outside this browser is of ${last.slice(0, 10)}.`,
    details,
    remedy: 'Download a backup and put it where you keep important things.'
  };
}

/** What a schema says of a value may hold it, so that values are taken out of every sentence. */
function textOf(report: HealthReport, appVersion: string): string {
  const lines = report.findings.flatMap(({ area, level, sentence, details, remedy }) => [
    `${level.toUpperCase()} ${area}: ${sentence}`,
    ...details.map((detail) => `  ${withoutValues(detail)}`),
    ...(remedy === null ? [] : [`  What to do: ${remedy}`])
  ]);
  const head = `WealthWise ${appVersion}, data version ${report.dataVersion}, ${report.records} records, ${report.at}`;
  return [head, '', ...lines, ''].join('\n');
}
