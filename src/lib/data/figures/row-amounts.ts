/** Amounts of transactions in digits, without making a booking of each. */
import { zero, type Booking, type Decimal } from '../../domain';
import { absent, decimalAt, decimalOrZero, ExactSum, isSafe, rescaled, scaled } from './decimals';
import type { Ledger } from './ledger';
import { coefficientsOf, type Coefficients, type Transactions } from './transactions';

/** What is found of a row: read it before the next one is asked for. */
export class RowAmounts {
  /** Exact unless `exact` is there. */
  digits = 0;
  places = 0;
  exact: Decimal | null = null;
  currency = 0;
  readonly #ledger: Ledger;
  readonly #transactions: Transactions;
  readonly #accountCurrencies: readonly number[];
  readonly #base: number;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
    this.#transactions = ledger.transactions;
    this.#base = ledger.names.currencies.number(ledger.settings.baseCurrency);
    this.#accountCurrencies = ledger.once('account currencies', () =>
      ledger.names.accounts.all.map((_, account) =>
        ledger.names.currencies.number(ledger.accounts[account]?.currency ?? '')
      )
    );
  }

  get isNothing(): boolean {
    return this.exact === null ? this.digits === 0 : this.exact.eq(zero);
  }

  get isNegative(): boolean {
    return this.exact === null ? this.digits < 0 : this.exact.lt(zero);
  }

  get decimal(): Decimal {
    return this.exact ?? scaled(this.digits, this.places);
  }

  /** In the row's own currency. */
  own(row: number, by: Coefficients): void {
    this.currency = this.#transactions.currencies[row] as number;
    this.#combine(row, by);
  }

  /** In the currency in which the cash then lies: the account's, where the row states a rate. */
  cash(row: number, by: Coefficients): void {
    this.own(row, by);
    const account = this.#accountCurrency(row);
    if (this.currency !== account && this.#hasRate(row)) this.#exchange(row, account);
  }

  /**
   * In the currency from which the table leads on to base currency: the booked rate leads to the account's, as the
   * domain's `rateFor` has it.
   */
  booked(row: number, by: Coefficients): void {
    this.own(row, by);
    const account = this.#accountCurrency(row);
    if (this.currency === this.#base || this.currency === account || !this.#hasRate(row)) return;
    const day = this.#transactions.days[row] as number;
    if (account === this.#base || this.#ledger.conversion.rate(account, day) !== null) this.#exchange(row, account);
  }

  #accountCurrency(row: number): number {
    return this.#accountCurrencies[this.#transactions.accounts[row] as number] as number;
  }

  #hasRate(row: number): boolean {
    const { digits, places } = this.#transactions.fxRate;
    return places[row] !== absent && !((digits[row] as number) <= 0);
  }

  #exchange(row: number, to: number): void {
    const { fxRate } = this.#transactions;
    this.currency = to;
    const product = this.exact === null ? this.digits * (fxRate.digits[row] as number) : Number.NaN;
    const places = this.places + (fxRate.places[row] as number);
    if (isSafe(product) && places < absent) {
      this.digits = product;
      this.places = places;
    } else this.exact = this.decimal.times(decimalOrZero(fxRate, row));
  }

  #combine(row: number, by: Coefficients): void {
    const { gross, fees, taxes } = this.#transactions;
    let places = 0;
    const [inGross, inFees, inTaxes] = [
      gross.places[row] as number,
      fees.places[row] as number,
      taxes.places[row] as number
    ];
    if (by.gross !== 0 && inGross !== absent) places = inGross;
    if (by.fees !== 0 && inFees !== absent && inFees > places) places = inFees;
    if (by.taxes !== 0 && inTaxes !== absent && inTaxes > places) places = inTaxes;
    let digits = 0;
    if (by.gross !== 0 && inGross !== absent)
      digits += by.gross * rescaled(gross.digits[row] as number, inGross, places);
    if (by.fees !== 0 && inFees !== absent) digits += by.fees * rescaled(fees.digits[row] as number, inFees, places);
    if (by.taxes !== 0 && inTaxes !== absent)
      digits += by.taxes * rescaled(taxes.digits[row] as number, inTaxes, places);
    this.digits = digits;
    this.places = places;
    this.exact = isSafe(digits) ? null : this.#combineExactly(row, by);
  }

  #combineExactly(row: number, by: Coefficients): Decimal {
    const { gross, fees, taxes } = this.#transactions;
    const sum = new ExactSum();
    for (const [column, sign] of [
      [gross, by.gross],
      [fees, by.fees],
      [taxes, by.taxes]
    ] as const) {
      const amount = sign === 0 ? null : decimalAt(column, row);
      if (amount !== null) sum.addDecimal(sign > 0 ? amount : zero.minus(amount));
    }
    return sum.total();
  }
}

/** For each type, without and with an asset. */
export function effectCoefficients(
  ledger: Ledger,
  key: string,
  amount: (booking: Booking) => Decimal
): readonly Coefficients[] {
  const types = ledger.names.types.all;
  return ledger.once(`coefficients ${key} ${types.length}`, () =>
    types.flatMap((type) => [null, 'asset'].map((assetId) => coefficientsOf(amount, { type, assetId })))
  );
}
