/** What the portfolio comes to. The connection lasts as long as it is read; the page holds the lock. */
import { answerFigures, LedgerKeeper, warmUp, type Ledger } from '../../data/figures';
import type { FigureAnswer, FigureQuestion } from '../../domain';
import type { JobContext } from './job-context';
import type { JobOf } from './perform';
import type { WorkerServices } from './services';

/** One for each worker. */
const keepers = new WeakMap<WorkerServices, LedgerKeeper>();

export async function readFigures(
  services: WorkerServices,
  { standing, question }: JobOf<'readFigures'>,
  { signal }: Pick<JobContext, 'signal'>
): Promise<FigureAnswer> {
  const ledger = await keeperOf(services).ledger(standing);
  // What is no longer asked for is not computed; the ledger stays for the next question.
  signal.throwIfAborted();
  const answer = answerFigures(ledger, question as FigureQuestion);
  warmUpWhenIdle(services, ledger, question.day);
  return answer;
}

/** Milliseconds without a question after which the next ones are prepared. */
const idle = 400;
const warming = new WeakMap<WorkerServices, AbortController>();

/** In a browser alone: elsewhere nobody waits for a second screen. */
function warmUpWhenIdle(services: WorkerServices, ledger: Ledger, day: string): void {
  warming.get(services)?.abort();
  if (services.figures === undefined) return;
  const run = new AbortController();
  warming.set(services, run);
  const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
  const elapsed = (): number => services.environment.elapsed();
  setTimeout(() => void warmUp(ledger, day, run.signal, elapsed, pause), idle);
}

export function keeperOf(services: WorkerServices): LedgerKeeper {
  let keeper = keepers.get(services);
  if (keeper === undefined) keepers.set(services, (keeper = new LedgerKeeper(services)));
  return keeper;
}
