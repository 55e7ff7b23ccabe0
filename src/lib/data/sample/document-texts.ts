/** References to documents as people have them: mostly orderly, sometimes not. */
import { dayText } from './calendar';
import type { Random } from './random';

const kinds = ['statement', 'contract', 'invoice', 'certificate', 'tax', 'policy', 'valuation', 'Kontoauszug'] as const;
const titles = [
  'Jahresdepotauszug',
  'Contract note',
  'Purchase deed',
  'Form 16A',
  'Year-end statement',
  'Beleg',
  'Interest certificate',
  '取引報告書'
] as const;

/** What ten years of typing leave behind. Every one of these must survive. */
export const irregularTexts: readonly string[] = [
  'scan0042.pdf',
  'https://example.org/statements/2021?year=2021&kind=annual|pdf',
  'statement|2021-03-31',
  'contract||Kaufvertrag ohne Datum|Ordner 3, grün',
  'tax|2020-13-01|Steuerbescheid mit unmöglichem Tag|ordner/steuer.pdf',
  'invoice|2019-05-04|Bar \\| Grill Nähe Bahnhof|belege/bar\\|grill.pdf',
  'a|b|c|d|e|f',
  '|',
  '  certificate | 2022-02-28 | with blanks around |  shelf 2 ',
  'policy|2024-02-29|Versicherungsschein № 4711 “beglaubigt”|file:///C:/Scans/police.pdf',
  'back\\slash at the end\\',
  '',
  '   ',
  'statement|2021-03-31',
  'passbook\twith tab\nand line break'
];

/** An orderly reference. */
export function documentText(random: Random, day: number): string {
  const kind = random.pick(kinds);
  const issued = dayText(day);
  const place = random.chance(0.6)
    ? `files/${issued.slice(0, 4)}/${kind}-${random.between(1000, 9999)}.pdf`
    : random.chance(0.5)
      ? `https://example.org/d/${random.between(10_000, 99_999)}`
      : `Ordner ${random.between(1, 12)}`;
  return `${kind}|${issued}|${random.pick(titles)}|${place}`;
}

/** None for most assets, a few for others. */
export function documentTexts(random: Random, firstDay: number, lastDay: number): string[] {
  if (!random.chance(0.35)) return [];
  const texts: string[] = [];
  for (let left = random.between(1, 3); left > 0; left--)
    texts.push(documentText(random, random.between(firstDay, lastDay)));
  return texts;
}
