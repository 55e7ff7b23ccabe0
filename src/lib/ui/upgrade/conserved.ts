/** Figures that were worked out before and after an upgrade, ready to be looked at. */
import type { MigrationReport } from '../../migration';
import { t } from '../i18n';

export type ConservedFigure = MigrationReport['conserved'][number];

/** What people ask for first. */
const order = ['stated value', 'cash', 'cost basis', 'holding', 'stated cost', 'stated units'];
const inUnits = new Set(['holding', 'stated units']);

/** True for a figure that counts pieces, which have no currency. */
export const countsUnits = ({ measure }: ConservedFigure): boolean => inUnits.has(measure);

export const differs = ({ before, after }: ConservedFigure): boolean => before !== after;

const rank = ({ measure }: ConservedFigure): number => {
  const place = order.indexOf(measure);
  return place < 0 ? order.length : place;
};

/** Those that differ first, then by what they measure, then by account and currency. */
export function inReadingOrder(figures: readonly ConservedFigure[]): readonly ConservedFigure[] {
  return [...figures].sort(
    (a, b) =>
      Number(differs(b)) - Number(differs(a)) ||
      rank(a) - rank(b) ||
      a.account.localeCompare(b.account) ||
      a.currency.localeCompare(b.currency)
  );
}

/** An account that is only known by its id is told apart by the end of it. */
export function accountText(account: string): string {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(account)
    ? t('Account …{end}', { end: account.slice(-6) })
    : account;
}
