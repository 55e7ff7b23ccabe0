/** The periods that figures are asked for, as people call them. */
import type { Period, PeriodName, Span } from '../app/contract';
import { dayText } from './format';
import { said, t, type Said } from './i18n';

export const periodNames: readonly PeriodName[] = ['1D', '1W', '1M', '3M', '6M', 'YTD', '1Y', '3Y', '5Y', 'ALL'];

const short: Readonly<Record<PeriodName, Said>> = {
  '1D': said('1D'),
  '1W': said('1W'),
  '1M': said('1M'),
  '3M': said('3M'),
  '6M': said('6M'),
  YTD: said('YTD'),
  '1Y': said('1Y'),
  '3Y': said('3Y'),
  '5Y': said('5Y'),
  ALL: said('All')
};

const long: Readonly<Record<PeriodName, Said>> = {
  '1D': said('Since the day before'),
  '1W': said('One week'),
  '1M': said('One month'),
  '3M': said('Three months'),
  '6M': said('Six months'),
  YTD: said('This year'),
  '1Y': said('One year'),
  '3Y': said('Three years'),
  '5Y': said('Five years'),
  ALL: said('All of it')
};

const within: Readonly<Record<PeriodName, Said>> = {
  '1D': said('since the day before'),
  '1W': said('in a week'),
  '1M': said('in a month'),
  '3M': said('in three months'),
  '6M': said('in six months'),
  YTD: said('this year'),
  '1Y': said('in a year'),
  '3Y': said('in three years'),
  '5Y': said('in five years'),
  ALL: said('since the beginning')
};

export const isNamed = (period: Period): period is PeriodName => typeof period === 'string';

/** `1Y` */
export const shortPeriod = (name: PeriodName): string => t(short[name]);

/** `One year` */
export const longPeriod = (name: PeriodName): string => t(long[name]);

/** To follow a change: `in a year`, or the days where the period has no name. */
export function periodWords({ name, from, to }: Span): string {
  if (name !== null) return t(within[name]);
  return t('from {from} to {to}', { from: dayText(from), to: dayText(to) });
}
