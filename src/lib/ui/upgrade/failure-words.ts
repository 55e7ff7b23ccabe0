/** What a failure is called, and what a person can do about it. The message of the failure itself says what happened. */
import type { Failure } from '../../app/contract';
import { bytesText } from '../format';

export interface FailureWords {
  readonly title: string;
  /** The way out, in one or two sentences. */
  readonly advice: string;
}

const words: Readonly<Record<string, FailureWords>> = {
  migrationCancelled: {
    title: 'Cancelled. Nothing changed.',
    advice: 'You can upgrade whenever it suits you.'
  },
  insufficientStorage: {
    title: 'There is too little space for the upgrade',
    advice: 'Free some space on this device, or delete old backups on the Data page, and try again.'
  },
  corruptData: {
    title: 'Some records cannot be read',
    advice: 'Try again and choose to set them aside, or correct them first.'
  },
  backupFailed: {
    title: 'The backup could not be made',
    advice: 'Without a verified backup nothing is changed. Free some space, close other windows, and try again.'
  },
  migrationInProgress: {
    title: 'Another window is upgrading already',
    advice: 'Wait until it is done. This window then shows the result by itself.'
  },
  incompatibleVersion: {
    title: 'There is no way from your version to the new one',
    advice: 'Reload the app to get its newest version, and try again.'
  },
  migrationFailed: {
    title: 'The upgrade did not work',
    advice: 'Try again. If it fails the same way, send the report: it holds no amounts and no names.'
  }
};

const unknown: FailureWords = {
  title: 'Something unexpected stopped the upgrade',
  advice: 'Try again. If it happens again, send the report: it holds no amounts and no names.'
};

export function failureWords(failure: Failure): FailureWords {
  return words[failure.code] ?? unknown;
}

/** `needs 120 MB, 80 MB free` of a lack of space, or null. */
export function spaceText(failure: Failure): string | null {
  if (failure.code !== 'insufficientStorage') return null;
  const detail = failure.details[0];
  if (typeof detail !== 'object' || detail === null) return null;
  const { needed, available } = detail as { needed?: unknown; available?: unknown };
  if (typeof needed !== 'number') return null;
  return typeof available === 'number'
    ? `It needs ${bytesText(needed)}; ${bytesText(available)} are free.`
    : `It needs ${bytesText(needed)}.`;
}
