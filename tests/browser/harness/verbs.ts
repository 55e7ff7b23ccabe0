/** What runs in a worker too. */
import { migrationsWith, outcomeOf, restore, type Outcome } from './runs';

export const verbs = {
  restore,
  backUp: (reason: string): Promise<Outcome<unknown>> => outcomeOf(() => migrationsWith({}).createDataBackup(reason))
};

export type Verbs = typeof verbs;
