/** What a key does, wherever it is pressed: never while somebody types, and never beneath an open dialog. */

/** What a shortcut does. */
export type Command = 'palette' | 'shortcuts' | 'hide' | 'add' | 'undo' | 'redo';

export interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly defaultPrevented: boolean;
}

export interface Where {
  /** The focus is in something that takes text, or that letters choose from. */
  readonly typing: boolean;
  readonly dialogOpen: boolean;
}

const plain: Readonly<Record<string, Command>> = { '/': 'palette', '?': 'shortcuts', h: 'hide', n: 'add' };

export function commandOf(pressed: PressedKey, where: Where): Command | null {
  if (pressed.defaultPrevented || where.dialogOpen || pressed.altKey) return null;
  const key = pressed.key.length === 1 ? pressed.key.toLowerCase() : pressed.key;
  if (pressed.ctrlKey || pressed.metaKey) {
    // The palette may be wanted in the middle of a search; to take back a letter is the field's own.
    if (key === 'k' && !pressed.shiftKey) return 'palette';
    if (where.typing) return null;
    if (key === 'z') return pressed.shiftKey ? 'redo' : 'undo';
    return key === 'y' && !pressed.shiftKey ? 'redo' : null;
  }
  return where.typing ? null : (plain[key] ?? null);
}

const takesText = 'input:not([type=radio], [type=checkbox], [type=button]), textarea, select, [contenteditable]';

/** Where a key was pressed on this page. */
export function whereOf(event: KeyboardEvent): Where {
  const target = event.target instanceof Element ? event.target : null;
  return {
    typing: target?.closest(`${takesText}, [role=menu], [role=listbox]`) != null,
    dialogOpen: document.querySelector('dialog[open]') !== null
  };
}
