/** Texts of days, each made once: charts and rates ask for the same few thousand again and again. */
import { dayText } from '../../domain';

const texts = new Map<number, string>();

export function textOfDay(day: number): string {
  let text = texts.get(day);
  if (text === undefined) texts.set(day, (text = dayText(day)));
  return text;
}
