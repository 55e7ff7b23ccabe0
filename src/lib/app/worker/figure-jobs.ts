/** What the portfolio comes to. The connection lasts as long as the job; the page holds the lock. */
import { answerFigures, openPortfolio } from '../../data';
import type { FigureAnswer, FigureQuestion } from '../../domain';
import type { JobContext } from './job-context';
import type { JobOf } from './perform';
import type { WorkerServices } from './services';

export async function readFigures(
  services: WorkerServices,
  { standing, question }: JobOf<'readFigures'>,
  { signal }: JobContext
): Promise<FigureAnswer> {
  const dataset = await openPortfolio(services, standing);
  try {
    return await answerFigures(dataset, question as FigureQuestion, signal);
  } finally {
    dataset.close();
  }
}
