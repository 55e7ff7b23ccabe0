/** Whatever a job threw, as it crosses the thread. */
import { MigrationError } from '../../migration';
import type { FailureMessage } from '../../protocol';

export function failureMessage(error: unknown): FailureMessage {
  if (error instanceof MigrationError) {
    const { code, message, step = null, details = [] } = error;
    return { code, message, step, details: details.map(cloneable) };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { code: codeOf(error), message, step: null, details: [] };
}

function codeOf(error: unknown): string {
  // By its name: the data layer that throws it is loaded by few jobs only.
  if (error instanceof Error && error.name === 'StaleStandingError') return 'staleWindow';
  if (error instanceof Error && error.name === 'ImportFailure') return 'notImportable';
  if (error instanceof DOMException && error.name === 'AbortError') return 'cancelled';
  return 'unexpected';
}

/** A detail may carry anything; what cannot be cloned goes as text. */
function cloneable(detail: unknown): unknown {
  try {
    return structuredClone(detail);
  } catch {
    return String(detail);
  }
}
