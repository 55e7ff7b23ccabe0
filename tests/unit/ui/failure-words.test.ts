import { describe, expect, test } from 'vitest';
import type { Failure } from '../../../src/lib/app/contract';
import { failureWords, problemsOf, spaceText } from '../../../src/lib/ui/upgrade/failure-words';

const failure = (code: string, details: readonly unknown[] = []): Failure => ({
  code,
  message: 'Told',
  step: null,
  details
});

describe('a failure in words', () => {
  test('every code of the library has words of its own, and an unknown one still has a way out', () => {
    const codes = [
      'migrationFailed',
      'incompatibleVersion',
      'corruptData',
      'insufficientStorage',
      'migrationCancelled',
      'backupFailed',
      'migrationInProgress'
    ];
    const unknown = failureWords(failure('something else'));
    expect(unknown.advice).toContain('Try again');
    expect(new Set(codes.map((code) => failureWords(failure(code)).title)).size).toBe(codes.length);
    expect(codes.filter((code) => failureWords(failure(code)) === unknown)).toEqual([]);
  });

  test('a lack of space says what is needed, what there is, and what would free some', () => {
    const details = [{ needed: 100_000_000, available: 12_000_000, freedByDeletingBackups: 9_400_000 }];
    expect(spaceText(failure('insufficientStorage', details))).toBe(
      'It needs 100 MB. 12.0 MB could be used. Deleting the old backups would free 9.4 MB.'
    );
    expect(spaceText(failure('insufficientStorage', [{ needed: null, available: 0 }]))).toBe('0 bytes could be used.');
    expect(spaceText(failure('insufficientStorage'))).toBe(null);
    expect(spaceText(failure('migrationFailed', details))).toBe(null);
  });

  test('names records only where the details are records', () => {
    const problem = { store: 'assets', key: '1', field: 'amount', reason: 'Is missing' };
    expect(problemsOf(failure('corruptData', [problem]))).toEqual([problem]);
    expect(problemsOf(failure('corruptData', ['prices: the digest differs', null]))).toEqual([]);
  });
});
