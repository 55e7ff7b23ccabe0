/** Sums of amounts of transactions in base currency. A transaction's own rate beats the table's of its day. */
import { rateFor, zero, type Decimal } from '../../domain';
import { bookingAt } from './bookings';
import { combine, combined, combinedExactly } from './cash-events';
import { atRateUsed } from './convert';
import { absent, ExactSum } from './decimals';
import type { Coefficients } from './transactions';
import type { Valuation } from './valuation';

export class BaseSum {
  readonly #valuation: Valuation;
  readonly #byDay = new Map<number, { day: number; currency: number; sum: ExactSum }>();
  #rated = zero;
  #unknown = 0;

  constructor(valuation: Valuation) {
    this.#valuation = valuation;
  }

  /** What gross, fees and taxes of a row come to. */
  add(row: number, by: Coefficients): void {
    const { ledger, baseCurrency } = this.#valuation;
    const { fxRate, currencies, accounts, days } = ledger.transactions;
    const { names } = ledger;
    const currency = currencies[row] as number;
    const rated =
      fxRate.places[row] !== absent &&
      names.currencies.text(currency) !== baseCurrency &&
      names.currencies.text(currency) !== ledger.accounts[accounts[row] as number]?.currency;
    if (rated) {
      const booking = bookingAt(ledger, row);
      const rate = rateFor(booking, baseCurrency, ledger.rateTable);
      const amount = atRateUsed(combinedExactly(ledger.transactions, row, by), rate);
      if (amount === null) this.#unknown++;
      else this.#rated = this.#rated.plus(amount);
      return;
    }
    const day = days[row] as number;
    const key = day * 4096 + currency;
    let entry = this.#byDay.get(key);
    if (entry === undefined) this.#byDay.set(key, (entry = { day, currency, sum: new ExactSum() }));
    if (combine(ledger.transactions, row, by)) entry.sum.add(combined.digits, combined.places);
    else entry.sum.addDecimal(combinedExactly(ledger.transactions, row, by));
  }

  /** Null where a rate is missing. */
  total(): Decimal | null {
    const { total, unknown } = this.known();
    return unknown === 0 ? total : null;
  }

  /** What can be told, and how many amounts cannot. */
  known(): { readonly total: Decimal; readonly unknown: number } {
    let total = this.#rated;
    let unknown = this.#unknown;
    for (const { day, currency, sum } of this.#byDay.values()) {
      const amount = this.#valuation.conversion.exact(sum.total(), currency, day);
      if (amount === null) unknown++;
      else total = total.plus(amount);
    }
    return { total, unknown };
  }
}
