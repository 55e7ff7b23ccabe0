/** "Check my data", and the report of it. */
import type { Health, HealthReport, HealthState } from './contract';
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
      this.#state = { kind: 'done', report };
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

function textOf(report: HealthReport, appVersion: string): string {
  const lines = report.findings.flatMap(({ area, level, sentence, details, remedy }) => [
    `${level.toUpperCase()} ${area}: ${sentence}`,
    ...details.map((detail) => `  ${detail}`),
    ...(remedy === null ? [] : [`  What to do: ${remedy}`])
  ]);
  const head = `WealthWise ${appVersion}, data version ${report.dataVersion}, ${report.records} records, ${report.at}`;
  return [head, '', ...lines, ''].join('\n');
}
