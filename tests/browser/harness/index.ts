/**
 * The engine's own functions in a page, for tests that need what no click can do: every pair of versions, failures at a
 * chosen step, an older build. Served beside the built app on its origin, and no part of what ships.
 */
import '../raw/raw.js';
import { trustOwnScripts } from '../../../src/lib/app/trusted-scripts';
import { createDataset, historyUpTo, inspectDatabase, openDataset } from '../../../src/lib/migration';
import { history } from '../../../src/lib/schema';
import { clearEverything, createFrom, createSample } from './datasets';
import { historyWith } from './histories';
import { inWorker } from './in-worker';
import { environmentWith, migrate, migrationsWith, outcomeOf, restore, rollBack, settle } from './runs';

trustOwnScripts();

const harness = {
  history,
  historyWith,
  historyUpTo,
  environmentWith,
  migrationsWith,
  migrate,
  outcomeOf,
  restore,
  rollBack,
  inWorker,
  settle,
  createFrom,
  createSample,
  clearEverything,
  createDataset,
  inspectDatabase,
  openDataset
};

export type Harness = typeof harness;

declare global {
  interface Window {
    harness: Harness;
  }
}

window.harness = harness;
