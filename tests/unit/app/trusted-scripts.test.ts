import { describe, expect, test } from 'vitest';
import { isOwnScript } from '../../../src/lib/app/trusted-scripts';

const here = 'https://wealth.example/holdings?asset=1';

describe('a worker is started from', () => {
  test.each([
    '/_app/immutable/workers/worker-B1.js',
    'https://wealth.example/service-worker.js',
    './src/lib/app/worker/worker.ts?worker_file&type=module'
  ])('%s, a script of this origin', (address) => expect(isOwnScript(address, here)).toBe(true));

  test.each([
    'https://elsewhere.example/worker.js',
    '//elsewhere.example/worker.js',
    'data:text/javascript,postMessage(1)',
    'blob:https://wealth.example/5f2e',
    '/backups/WealthWise_Backup_2026-11-02_08-00-00.json.gz',
    '/shared',
    'https://wealth.example:444/worker.js',
    'https://[not an address/worker.js',
    'javascript:alert(1)//.js'
  ])('not from %s', (address) => expect(isOwnScript(address, here)).toBe(false));
});
