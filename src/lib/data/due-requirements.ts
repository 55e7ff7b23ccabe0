/** Duties with a day: what the number on the app's icon counts. */
import type { Dataset } from './dataset';
import { Repository } from './repository';

/** How many requirements are to be done by `until` (`YYYY-MM-DD`) or were; 0 where the installed version knows none. */
export async function countDueRequirements(dataset: Dataset, until: string): Promise<number> {
  let due = 0;
  await new Repository(dataset, 'complianceRequirements').each((rows) => {
    for (const { state, dueOn } of rows) {
      if (state === 'required' && typeof dueOn === 'string' && dueOn <= until) due++;
    }
  });
  return due;
}
