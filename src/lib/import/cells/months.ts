/** Names of months in the languages that exports come in, by their beginnings. */
const names: readonly (readonly string[])[] = [
  ['jan', 'ene', 'gen', 'sty'],
  ['feb', 'fév', 'fev', 'fév', 'lut'],
  ['mar', 'mär', 'mae', 'maa', 'mrt', 'mrz'],
  ['apr', 'avr', 'abr', 'kwi'],
  ['may', 'mai', 'mei', 'mag', 'maj'],
  ['jun', 'juin', 'giu', 'cze'],
  ['jul', 'juil', 'lug', 'lip'],
  ['aug', 'aoû', 'aou', 'ago', 'sie'],
  ['sep', 'set', 'wrz'],
  ['oct', 'okt', 'ott', 'out', 'paź', 'paz'],
  ['nov', 'lis'],
  ['dec', 'dez', 'déc', 'dic', 'gru']
];

/** 1 to 12, or 0 for a word that is no month. */
export function monthOf(word: string): number {
  const lower = word.toLowerCase();
  if (lower.startsWith('juin')) return 6;
  return names.findIndex((beginnings) => beginnings.some((beginning) => lower.startsWith(beginning))) + 1;
}
