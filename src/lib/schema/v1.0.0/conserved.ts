/** The figures that no migration may change, per account and currency. */
import type { ConservedFigure, ConservedValues, Row } from '../../migration';
import type { UnitMove } from './bookings';
import { cashEffect, movesUnits, positionAfter } from './bookings';
import { Decimal, plain, zero } from './decimal';
import type { Transaction } from './transactions';

/** Sums by account, currency and measure. */
class Sums {
  readonly #sums = new Map<string, Decimal>();

  add(account: string, currency: string, measure: string, value: Decimal): void {
    const key = `${account} ${currency} ${measure}`;
    this.#sums.set(key, (this.#sums.get(key) ?? zero).plus(value));
  }

  figures(): ConservedFigure[] {
    return [...this.#sums]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => {
        const [account = '', currency = '', ...measure] = key.split(' ');
        return { account, currency, measure: measure.join(' '), value: plain(value) };
      });
  }
}

/**
 * Cash, cost basis (moving average) and holding from transactions; stated value, cost and units from assets.
 * @param statedValue the field of an asset that holds its stated value, which 1.1.0 renames.
 */
export function conservedFigures(statedValue: string): ConservedValues {
  return {
    observes: ['transactions', 'assets'],
    begin() {
      const sums = new Sums();
      const positions = new Map<string, { account: string; currency: string; moves: UnitMove[] }>();
      const transactions = (row: Row): void => {
        const booking = row as Transaction;
        const { id, accountId, assetId, currency, date, type, quantity, createdAt } = booking;
        const cash = cashEffect(booking);
        if (!cash.eq(zero)) sums.add(accountId, currency, 'cash', cash);
        if (assetId === undefined || quantity === undefined || !movesUnits(type)) return;
        const key = `${accountId} ${assetId} ${currency}`;
        let position = positions.get(key);
        if (!position) positions.set(key, (position = { account: accountId, currency, moves: [] }));
        position.moves.push({ id, date, type, quantity, createdAt, cost: costOf(booking) });
      };
      const assets = (row: Row): void => {
        const account = row['accountId'] as string;
        const currency = row['primaryCurrency'] as string;
        sums.add(account, currency, 'stated value', Decimal(row[statedValue] as string));
        sums.add(account, currency, 'stated units', unitsOf(row['quantity']));
        if (typeof row['originalInvestment'] === 'string')
          sums.add(account, currency, 'stated cost', Decimal(row['originalInvestment']));
      };
      return {
        observe: { transactions, assets },
        figures() {
          for (const { account, currency, moves } of positions.values()) {
            const { quantity, cost } = positionAfter(moves);
            sums.add(account, currency, 'holding', quantity);
            sums.add(account, currency, 'cost basis', cost);
          }
          return sums.figures();
        }
      };
    }
  };
}

function costOf({ gross, fees, taxes }: Transaction): Decimal {
  let cost = Decimal(gross);
  if (fees !== undefined) cost = cost.plus(Decimal(fees));
  if (taxes !== undefined) cost = cost.plus(Decimal(taxes));
  return cost;
}

/** A number up to 1.0.0, a decimal text from 1.1.0 on: the same units either way. */
function unitsOf(quantity: unknown): Decimal {
  return Decimal(String(quantity));
}
