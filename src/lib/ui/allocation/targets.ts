/** Targets as they are typed and kept: percentages in a form, parts of 1 in the settings. */
import { numberStyleOf, readNumber } from '../../app/entry';
import { preferences } from '../../app/preferences.svelte';
import { isNegative } from '../format';
import { plainNumber } from '../format/styles';

export interface TypedTargets {
  /** Parts of 1 by key, without those at nothing; null while something that was typed is no share. */
  readonly targets: Readonly<Record<string, number>> | null;
  /** Hundredths of a per cent, of what can be read. */
  readonly sum: number;
  /** Keys whose text is no percentage between 0 and 100. */
  readonly wrong: readonly string[];
}

/** All of it, in hundredths of a per cent: whole numbers, so that three thirds can be told to miss something. */
export const whole = 10_000;

/** What was typed for each key; an empty text is nothing. */
export function readTargets(typed: Readonly<Record<string, string>>): TypedTargets {
  const style = numberStyleOf(preferences.numberLocale);
  const parts: [string, number][] = [];
  const wrong: string[] = [];
  for (const [key, text] of Object.entries(typed)) {
    if (text.trim() === '') continue;
    const read = readNumber(text.replace('%', ''), style);
    const hundredths = 'value' in read ? Math.round(Number(read.text) * 100) : -1;
    if (hundredths < 0 || hundredths > whole) wrong.push(key);
    else if (hundredths > 0) parts.push([key, hundredths]);
  }
  const targets = Object.fromEntries(parts.map(([key, hundredths]) => [key, hundredths / whole]));
  return { targets: wrong.length > 0 ? null : targets, sum: parts.reduce((sum, [, part]) => sum + part, 0), wrong };
}

/** Whether they can be kept: they make up the whole, or there are none. */
export const fits = ({ targets, sum }: TypedTargets): boolean => targets !== null && (sum === whole || sum === 0);

/** A part of 1 as it stands in a field: `12.5`. */
export function typedShare(part: number): string {
  return plainNumber(0, 2).format(part * 100);
}

/** Hundredths of a per cent as they are told: `12.5 %`. */
export function hundredthsText(hundredths: number): string {
  return `${plainNumber(0, 2).format(hundredths / 100)} %`;
}

interface Line {
  readonly key: string;
  readonly amount: string;
  readonly target: number | null;
  readonly difference: string | null;
}

/** How far a line is from its target, as a part of all that has one: above zero, there is more than there should be. */
export function awayFrom({ difference }: Line, lines: readonly Line[]): number | null {
  const all = lines.reduce((sum, { amount, target }) => sum + (target === null ? 0 : Number(amount)), 0);
  return difference === null || all <= 0 ? null : Number(difference) / all;
}

/** What can have a target: of what is owed, nobody wants a certain share. */
export const owned = <L extends Pick<Line, 'amount'>>(lines: readonly L[]): readonly L[] =>
  lines.filter(({ amount }) => !isNegative(amount));

/** The present parts of what is owned, in hundredths of a per cent that add up to the whole. */
export function presentParts(lines: readonly Pick<Line, 'key' | 'amount'>[]): Readonly<Record<string, number>> {
  const sum = lines.reduce((all, { amount }) => all + Number(amount), 0);
  if (sum <= 0) return {};
  // To a tenth of a per cent, as shares are shown; what rounding left goes to the largest.
  const parts = lines.map(({ key, amount }) => [key, Math.round((Number(amount) / sum) * 1000) * 10] as const);
  const missing = whole - parts.reduce((all, [, part]) => all + part, 0);
  const largest = Math.max(...parts.map(([, part]) => part));
  const at = parts.findIndex(([, part]) => part === largest);
  return Object.fromEntries(parts.map(([key, part], place) => [key, place === at ? part + missing : part]));
}
