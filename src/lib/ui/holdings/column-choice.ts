/** Which columns the table shows and in which order, remembered in this browser. */
import { preferences } from '../../app/preferences.svelte';
import { columnKeys, isColumnKey, type ColumnKey } from './columns';

const TABLE = 'holdings';

export const usualColumns: readonly ColumnKey[] = [
  'name',
  'account',
  'quantity',
  'price',
  'baseValue',
  'weight',
  'unrealised',
  'unrealisedReturn'
];

/** Where the usual ones do not fit side by side. */
export const fewColumns: readonly ColumnKey[] = ['name', 'baseValue', 'unrealised', 'unrealisedReturn'];

/** The columns that this person chose, else those that fit; reactive. */
export function chosenColumns(narrow: boolean): readonly ColumnKey[] {
  const kept = preferences.columnsOf(TABLE);
  if (kept !== null) return validChoice(kept);
  return narrow ? fewColumns : usualColumns;
}

export function chooseColumns(keys: readonly ColumnKey[]): void {
  preferences.chooseColumns(TABLE, keys);
}

/** The name stands first and cannot be left out; what is unknown or named twice is dropped. */
export function validChoice(keys: readonly string[]): readonly ColumnKey[] {
  return [...new Set<ColumnKey>(['name', ...keys.filter(isColumnKey)])];
}

/** Moves a column one place; the first place is the name's. */
export function moved(keys: readonly ColumnKey[], column: ColumnKey, by: 1 | -1): readonly ColumnKey[] {
  const from = keys.indexOf(column);
  const to = from + by;
  if (from < 1 || to < 1 || to >= keys.length) return keys;
  return keys.with(from, keys[to] as ColumnKey).with(to, column);
}

/** Shows a column at the end, or leaves it out. */
export function toggled(keys: readonly ColumnKey[], column: ColumnKey): readonly ColumnKey[] {
  if (column === 'name') return keys;
  return keys.includes(column) ? keys.filter((shown) => shown !== column) : [...keys, column];
}

/** All columns: those shown in their order, then the rest. */
export function inOrder(keys: readonly ColumnKey[]): readonly ColumnKey[] {
  return [...keys, ...columnKeys.filter((column) => !keys.includes(column))];
}
