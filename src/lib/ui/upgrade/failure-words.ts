/** What a failure is called, and what a person can do about it. The message of the failure itself says what happened. */
import type { Failure } from '../../app/contract';
import type { RowProblem } from '../../migration';
import { bytesText } from '../format';
import { said, t, type Said } from '../i18n';

export interface FailureWords {
  readonly title: Said;
  /** The way out, in one or two sentences. */
  readonly advice: Said;
}

const words: Readonly<Record<string, FailureWords>> = {
  migrationCancelled: {
    title: said('Cancelled. Nothing changed.'),
    advice: said('You can upgrade whenever it suits you.')
  },
  insufficientStorage: {
    title: said('There is too little space for the upgrade'),
    advice: said('Free some space on this device, or delete old backups on the Data page, and try again.')
  },
  corruptData: {
    title: said('Some records cannot be read'),
    advice: said('Try again and choose to set them aside, or correct them first.')
  },
  backupFailed: {
    title: said('The backup could not be made'),
    advice: said('Without a verified backup nothing is changed. Free some space, close other windows, and try again.')
  },
  migrationInProgress: {
    title: said('Another window is upgrading already'),
    advice: said('Wait until it is done. This window then shows the result by itself.')
  },
  incompatibleVersion: {
    title: said('There is no way from your version to the new one'),
    advice: said('Reload the app to get its newest version, and try again.')
  },
  windowPutAside: {
    title: said('The upgrade stopped because its window was put aside'),
    advice: said('Try again and keep this window in front until it is done.')
  },
  migrationFailed: {
    title: said('The upgrade did not work'),
    advice: said('Try again. If it fails the same way, send the report: it holds no amounts and no names.')
  }
};

const unknown: FailureWords = {
  title: said('Something unexpected stopped the upgrade'),
  advice: said('Try again. If it happens again, send the report: it holds no amounts and no names.')
};

export function failureWords(failure: Failure): FailureWords {
  return words[failure.code] ?? unknown;
}

/** How much space is missing and what would free some, in sentences; null where the failure is another one. */
export function spaceText(failure: Failure): string | null {
  if (failure.code !== 'insufficientStorage') return null;
  const detail = failure.details[0];
  if (typeof detail !== 'object' || detail === null) return null;
  const { needed, available, freedByDeletingBackups } = detail as Readonly<Record<string, unknown>>;
  const known = (bytes: unknown): bytes is number => typeof bytes === 'number' && bytes > 0;
  const sentences = [
    known(needed) ? t('It needs {size}.', { size: bytesText(needed) }) : '',
    typeof available === 'number' ? t('{size} could be used.', { size: bytesText(available) }) : '',
    known(freedByDeletingBackups)
      ? t('Deleting the old backups would free {size}.', { size: bytesText(freedByDeletingBackups) })
      : ''
  ].filter((sentence) => sentence !== '');
  return sentences.length === 0 ? null : sentences.join(' ');
}

/** The records a failure names. */
export function problemsOf(failure: Failure): readonly RowProblem[] {
  return failure.details.filter(
    (detail): detail is RowProblem =>
      typeof detail === 'object' && detail !== null && 'store' in detail && 'field' in detail && 'reason' in detail
  );
}
