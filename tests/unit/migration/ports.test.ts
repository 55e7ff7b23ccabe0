import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { keyvalRecords } from '../../../src/lib/migration';
import {
  lockConformance,
  memoryLocks,
  memoryRecords,
  recordConformance,
  type Expectations
} from '../../../src/lib/migration/testing';

const same: Expectations = (actual, expected, what) => expect(actual, what).toEqual(expected);
let names = 0;

describe.each([
  ['memory', async () => memoryRecords()],
  ['idb-keyval', async () => keyvalRecords(`records-${++names}`)]
])('records in %s', (_name, make) => {
  it.each(Object.entries(recordConformance(make, same)))('%s', (_case, run) => run());
});

describe('locks in memory', () => {
  it.each(Object.entries(lockConformance(memoryLocks(), 'a lock', same)))('%s', (_case, run) => run());
});
