/** What the portfolio comes to. The connection lasts as long as it is read; the page holds the lock. */
import { answerFigures, LedgerKeeper } from '../../data/figures';
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
  return answerFigures(ledger, question as FigureQuestion);
}

export function keeperOf(services: WorkerServices): LedgerKeeper {
  let keeper = keepers.get(services);
  if (keeper === undefined) keepers.set(services, (keeper = new LedgerKeeper(services)));
  return keeper;
}
