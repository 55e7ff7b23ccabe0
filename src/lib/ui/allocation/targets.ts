/** Targets as they are typed and kept: percentages in a form, parts of 1 in the settings. */
import { numberStyleOf, readNumber } from '../../app/entry';
import { plainNumber } from '../format/styles';
import { preferences } from '../../app/preferences.svelte';

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
