/** Whatever was thrown on the page, as the screens show it. */
import type { Failure } from './contract';
import { JobFailure } from './worker-client';

export function failureOf(error: unknown): Failure {
  if (error instanceof JobFailure) return error.failure;
  return {
    code: 'unexpected',
    message: error instanceof Error ? error.message : String(error),
    step: null,
    details: []
  };
}
