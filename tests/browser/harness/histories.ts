import {
  defineHistory,
  historyUpTo,
  type History,
  type RecordStep,
  type SetStep,
  type StepDefinition,
  type VersionDefinition
} from '../../../src/lib/migration';
import { history } from '../../../src/lib/schema';

/** How the app's history is changed for a test. */
export interface Variation {
  /** Knows no version after this one, as an older build does not. */
  readonly upTo?: string;
  /** This step throws, after it has done a part of its work. */
  readonly failAt?: string;
}

export const injected = 'injected failure';

function failingRecords(step: RecordStep): RecordStep {
  let seen = 0;
  const records = Object.fromEntries(
    Object.entries(step.records).map(([store, change]) => [
      store,
      {
        ...change,
        up: (record, context) => {
          if (++seen > 3) throw new Error(injected);
          return change.up(record, context);
        }
      } satisfies typeof change
    ])
  );
  return { ...step, records };
}

function failingSet(step: SetStep): SetStep {
  return {
    ...step,
    over(context) {
      const work = step.over(context);
      const fail = (): never => {
        throw new Error(injected);
      };
      // A step that makes or changes rows fails among them, so that rows have been written when it does.
      const [mapped] = Object.keys(work.map ?? {});
      const [created] = Object.keys(work.create ?? {});
      let seen = 0;
      if (mapped !== undefined) {
        const map = work.map?.[mapped];
        return {
          ...work,
          map: { ...work.map, [mapped]: (row) => (++seen > 3 || map === undefined ? fail() : map(row)) }
        };
      }
      if (created !== undefined) {
        const make = work.create?.[created];
        return {
          ...work,
          create: {
            ...work.create,
            *[created]() {
              for (const row of make?.() ?? []) yield ++seen > 3 ? fail() : row;
              fail();
            }
          }
        };
      }
      return { ...work, finish: fail };
    }
  };
}

function failing(step: StepDefinition): StepDefinition {
  if ('records' in step) return failingRecords(step);
  if ('over' in step) return failingSet(step);
  return { ...step, execute: () => Promise.reject(new Error(injected)) };
}

/** The app's own history, or a variation of it. */
export function historyWith({ upTo, failAt }: Variation): History {
  const cut = upTo === undefined ? history : historyUpTo(history, upTo);
  if (failAt === undefined) return cut;
  const definitions = cut.versions.map(({ definition }): VersionDefinition =>
    definition.steps === undefined
      ? definition
      : { ...definition, steps: definition.steps.map((step) => (step.name === failAt ? failing(step) : step)) }
  );
  return defineHistory({ name: history.name, lockPrefix: history.lockPrefix, versions: definitions });
}
