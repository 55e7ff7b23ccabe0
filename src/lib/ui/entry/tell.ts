/** What came of a change, told once at the bottom of the window, with the way back beside it. */
import type { Records, SaveResult } from '../../app/contract';
import { lastStep, toasts } from '../elements';
import { t, told } from '../i18n';

type Way = 'undo' | 'redo';

/**
 * @param back what takes it back: `redo` after something was undone.
 * @returns whether it was saved.
 */
export function tell(result: SaveResult, records: Pick<Records, Way>, back: Way = 'undo'): boolean {
  if (result.kind !== 'saved') {
    const reasons = result.kind === 'refused' ? result.problems.slice(0, 3).map(({ message }) => message) : [];
    toasts.show({
      tone: 'bad',
      text: [result.message, ...reasons].map(told).join(' '),
      ...(result.kind === 'changedElsewhere' && back === 'redo'
        ? { action: { label: t('Undo the rest'), run: () => void again('undo', records, true) } }
        : {})
    });
    return false;
  }
  const notes = [...result.warnings.map(({ message }) => message), result.undoNote].filter((note) => note !== null);
  const text =
    back === 'undo'
      ? t('Done: {what}.', { what: told(result.label) })
      : t('Undone: {what}.', { what: told(result.label) });
  toasts.show({
    topic: lastStep,
    text: [text, ...notes.map(told)].join(' '),
    ...(result.undoable || back === 'redo'
      ? { action: { label: back === 'undo' ? t('Undo') : t('Do it again'), run: () => void again(back, records) } }
      : {})
  });
  return true;
}

/** Takes the last step back, or does it again, and tells. */
export async function again(way: Way, records: Pick<Records, Way>, leaveChanged = false): Promise<boolean> {
  return tell(await records[way]({ leaveChanged }), records, way === 'undo' ? 'redo' : 'undo');
}
