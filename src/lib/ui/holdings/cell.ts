/** What a cell of the table of holdings says. Plain text in one element: rows are made by the hundred while one scrolls. */
import type { HoldingLine } from '../../app/contract';
import {
  amountText,
  changeText,
  countryName,
  countText,
  dayText,
  directionOf,
  humanName,
  isNegative,
  quantityText,
  returnText,
  shareText
} from '../format';
import { t, tn } from '../i18n';
import type { Column } from './columns';

export interface Cell {
  readonly text: string;
  readonly tone?: 'muted' | 'gain' | 'loss' | 'warn' | undefined;
  /** Stands beside the amount where the column does not name it. */
  readonly currency?: string;
  /** An amount that the person may want hidden. */
  readonly secret?: true;
  readonly title?: string;
  /** Says in words what the text only shows. */
  readonly label?: string;
}

/** Rem: more than a digit takes, or small Latin letters on average; than any capital; than a letter of other scripts. */
const widths = { small: 0.5, capital: 0.85, other: 1 };

/**
 * Whether words or figures surely have room in a column. What has room need not be clipped, and each clip is a cost of
 * every frame while one scrolls: without those that are not needed the work of a gesture is a ninth less.
 */
export function hasRoom(text: string, column: Pick<Column, 'width'>): boolean {
  let width = 0;
  for (const character of text) {
    if (/[A-ZÀ-Þ]/.test(character)) width += widths.capital;
    // Signs and spaces of figures stand far behind the Latin letters.
    else width += character > '\u024f' && !/[\u2000-\u206f\u2212]/.test(character) ? widths.other : widths.small;
  }
  return width <= column.width;
}

const empty: Cell = { text: '' };

export function cellOf(line: HoldingLine, column: Column, baseCurrency: string): Cell {
  const value = column.of(line);
  if (value === null) {
    if (column.key === 'issues') return empty;
    if (column.key !== 'baseValue') return { text: '–', tone: 'muted', label: t('not known') };
    return { text: line.value === null ? t('no value') : t('no rate'), tone: 'muted' };
  }
  const text = String(value);
  switch (column.kind) {
    case 'name':
    case 'text':
    case 'tags':
      return { text: named(column, text) };
    case 'quantity':
      return { text: quantityText(text) };
    case 'price':
      return amount(text, line.price?.currency ?? line.currency, false);
    case 'day':
      return line.price?.stale
        ? { text: dayText(text), tone: 'warn', title: t('Older than a week') }
        : { text: dayText(text) };
    case 'own':
      return amount(text, line.currency, false);
    case 'base':
      return amount(text, baseCurrency, true);
    case 'change': {
      const change = changeText(text, baseCurrency);
      return { text: change, tone: toneOf(change, isNegative(text)), secret: true };
    }
    case 'share':
      return { text: shareText(Number(value)) };
    case 'return': {
      const share = returnText(Number(value));
      return { text: share, tone: toneOf(share, Number(value) < 0) };
    }
    case 'count': {
      const sentence = tn(
        '{count} transaction cannot be booked as it is',
        '{count} transactions cannot be booked as they are',
        Number(value)
      );
      return { text: countText(Number(value)), tone: 'warn', title: sentence };
    }
  }
}

function amount(text: string, currency: string, bare: boolean): Cell {
  return {
    text: amountText(text, currency),
    secret: true,
    ...(isNegative(text) && { tone: 'loss' as const }),
    ...(!bare && { currency })
  };
}

function toneOf(written: string, negative: boolean): Cell['tone'] {
  const direction = directionOf(written, negative);
  return direction === 0 ? undefined : direction < 0 ? 'loss' : 'gain';
}

function named(column: Column, code: string): string {
  if (column.key === 'country') return countryName(code);
  return column.key === 'class' || column.key === 'type' ? humanName(code) : code;
}
