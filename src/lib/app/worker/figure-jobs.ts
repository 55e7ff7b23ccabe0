/** What the portfolio comes to. The page holds the lock. */
import { LedgerKeeper, warmUp } from '../../data/figures';
import type { FigureAnswer, FigureQuestion } from '../../domain';
import type { Standing } from '../../protocol';
import type { JobContext } from './job-context';
import { lettingGo } from './letting-go';
import type { JobOf } from './perform';
import type { WorkerServices } from './services';

/** One for each worker. */
const keepers = new WeakMap<WorkerServices, LedgerKeeper>();

export async function readFigures(
  services: WorkerServices,
  { standing, question }: JobOf<'readFigures'>,
  { signal }: Pick<JobContext, 'signal'>
): Promise<FigureAnswer> {
  const asked = question as FigureQuestion;
  const answer = await keeperOf(services).answer(asked, standing, signal);
  warmUpWhenIdle(services, standing, asked.day);
  return answer;
}

/** Begins with what needs no look at the data. */
export function expectFigures(services: WorkerServices): void {
  keeperOf(services).expectQuestion();
}

/** Milliseconds without a question after which the next ones are prepared. */
const idle = 400;
const warming = new WeakMap<WorkerServices, AbortController>();

/** In a browser alone: elsewhere nobody waits for a second screen. */
function warmUpWhenIdle(services: WorkerServices, standing: Standing, day: string): void {
  warming.get(services)?.abort();
  if (services.figures === undefined) return;
  const run = new AbortController();
  warming.set(services, run);
  const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
  const elapsed = (): number => services.environment.elapsed();
  const prepare = async (): Promise<void> => {
    if (run.signal.aborted) return;
    await warmUp(await keeperOf(services).ledger(standing), day, run.signal, elapsed, pause);
  };
  // Should the data have moved on meanwhile, the next question says so.
  setTimeout(() => void prepare().catch(() => undefined), idle);
}

export function keeperOf(services: WorkerServices): LedgerKeeper {
  const known = keepers.get(services);
  if (known !== undefined) return known;
  const keeper = new LedgerKeeper(services);
  keepers.set(services, keeper);
  lettingGo(services, () => {
    warming.get(services)?.abort();
    return keeper.release();
  });
  return keeper;
}
