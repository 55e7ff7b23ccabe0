/** What a transaction does to the cash of its account. */
import { type Decimal, zero } from '../decimal';
import type { Booking } from '../lots/booking';

/** Sign of the gross amount in the cash of the account. */
const signs: Readonly<Record<string, 1 | -1>> = {
  deposit: 1,
  dividend: 1,
  interest: 1,
  sell: 1,
  buy: -1,
  fee: -1,
  tax: -1,
  withdrawal: -1
};

/** These move cash only where no asset is named: with one it is units that come or go. */
const signsWithoutAsset: Readonly<Record<string, 1 | -1>> = { openingBalance: 1, transferIn: 1, transferOut: -1 };

/** An amount of cash; above zero into the account. */
export interface CashMove {
  readonly amount: Decimal;
  readonly currency: string;
}

/**
 * What a transaction adds to the cash of its account, in the transaction's currency: gross in or out by its type, less
 * fees and taxes whatever the type. A dividend of 10 with taxes of 2 adds 8; a purchase of 100 with fees of 1 takes
 * 101; a delivery of units with fees of 5 takes 5. The sign is that of the cash that migrations conserve.
 */
export function cashEffect({ type, assetId, gross, fees, taxes }: Booking): Decimal {
  const sign = signs[type] ?? (assetId === null ? signsWithoutAsset[type] : undefined);
  const moved = sign === undefined ? zero : sign > 0 ? gross : zero.minus(gross);
  return moved.minus(fees).minus(taxes);
}

/**
 * The same in the currency in which the cash then lies: the account's, where the transaction states the rate at which
 * it was exchanged (`fxRate`), else its own. So an account may hold cash in several currencies; no table of rates is
 * asked, for nothing says that anything was exchanged.
 */
export function cashMove(booking: Booking): CashMove {
  const { currency, accountCurrency, fxRate } = booking;
  const amount = cashEffect(booking);
  if (currency === accountCurrency || !fxRate?.gt(zero)) return { amount, currency };
  return { amount: amount.times(fxRate), currency: accountCurrency };
}
