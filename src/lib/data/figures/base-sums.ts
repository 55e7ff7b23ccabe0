/** Sums of amounts of transactions in base currency. A transaction's own rate beats the table's of its day. */
import { zero, type Decimal } from '../../domain';
import { ExactSum } from './decimals';
import { RowAmounts } from './row-amounts';
import type { Coefficients } from './transactions';
import type { Valuation } from './valuation';

export class BaseSum {
  readonly #valuation: Valuation;
  readonly #amounts: RowAmounts;
  readonly #byDay = new Map<number, { day: number; currency: number; sum: ExactSum }>();

  constructor(valuation: Valuation) {
    this.#valuation = valuation;
    this.#amounts = new RowAmounts(valuation.ledger);
  }

  /** What gross, fees and taxes of a row come to. */
  add(row: number, by: Coefficients): void {
    const amounts = this.#amounts;
    amounts.booked(row, by);
    if (amounts.isNothing) return;
    // What is in base currency needs no rate of any day.
    const isBase = this.#valuation.conversion.isBase(amounts.currency);
    const day = isBase ? 0 : (this.#valuation.ledger.transactions.days[row] as number);
    const key = day * 4096 + amounts.currency;
    let entry = this.#byDay.get(key);
    if (entry === undefined) this.#byDay.set(key, (entry = { day, currency: amounts.currency, sum: new ExactSum() }));
    if (amounts.exact === null) entry.sum.add(amounts.digits, amounts.places);
    else entry.sum.addDecimal(amounts.exact);
  }

  /** Null where a rate is missing. */
  total(): Decimal | null {
    const { total, unknown } = this.known();
    return unknown === 0 ? total : null;
  }

  /** What can be told, and how many amounts cannot. */
  known(): { readonly total: Decimal; readonly unknown: number } {
    let total = zero;
    let unknown = 0;
    for (const { day, currency, sum } of this.#byDay.values()) {
      const amount = this.#valuation.conversion.exact(sum.total(), currency, day);
      if (amount === null) unknown++;
      else total = total.plus(amount);
    }
    return { total, unknown };
  }
}
