/** Daily rates of business days against the euro, with the gaps that such tables have. */
import type { RateYear } from '../../schema/v1.0.0';
import { dayText, isWeekend } from './calendar';
import { fixed } from './fixed-point';
import { Random } from './random';

/** Rate on the last day in units of the fourth decimal, and days at the end for which there is none. KWD has no rates at all. */
const currencies: readonly (readonly [code: string, rate: number, endsEarlier: number, gappy: boolean])[] = [
  ['USD', 11_640, 0, false],
  ['INR', 1_027_500, 0, true],
  ['GBP', 8_710, 0, true],
  ['CHF', 9_305, 2, true],
  ['JPY', 1_772_300, 0, true],
  ['CAD', 16_240, 0, true],
  ['AUD', 17_790, 1, true],
  ['AED', 42_750, 12, true]
];

export function rateYears(seed: number, firstDay: number, lastDay: number): RateYear[] {
  return currencies.flatMap(([quote, latest, endsEarlier, gappy], at) => {
    const random = new Random(seed, 1_000_000 + at);
    const years = new Map<number, { days: string[]; rates: string[] }>();
    let rate = latest;
    let closedUntil = Number.POSITIVE_INFINITY;
    // Backwards, so that today's rate is a believable one.
    for (let day = lastDay - endsEarlier; day >= firstDay; day--) {
      if (isWeekend(day)) continue;
      const shown = Math.max(1, Math.round(rate));
      rate *= 1 + (random.fraction() - 0.5) * 0.018;
      if (gappy && random.chance(0.002)) closedUntil = day - random.between(3, 25);
      if (day >= closedUntil && closedUntil !== Number.POSITIVE_INFINITY) continue;
      closedUntil = Number.POSITIVE_INFINITY;
      const text = dayText(day);
      const year = Number(text.slice(0, 4));
      let series = years.get(year);
      if (!series) years.set(year, (series = { days: [], rates: [] }));
      series.days.push(text);
      series.rates.push(fixed(shown, 4));
    }
    return [...years]
      .map(([year, { days, rates }]): RateYear => ({
        pair: `EUR${quote}`,
        base: 'EUR',
        quote,
        year,
        days: days.reverse(),
        rates: rates.reverse()
      }))
      .reverse();
  });
}
