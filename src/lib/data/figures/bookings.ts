/** Rows of transactions as the domain knows them. */
import type { Booking } from '../../domain';
import { textOfDay } from './day-texts';
import { absent, decimalAt, decimalOrZero } from './decimals';
import { idAt } from './ids';
import { instantAt } from './instants';
import type { Ledger } from './ledger';
import { notADay } from './transactions';

export function bookingAt(ledger: Ledger, row: number): Booking {
  const { transactions, names, accounts } = ledger;
  const account = transactions.accounts[row] as number;
  const asset = transactions.assets[row] as number;
  const acquired = transactions.extras.get(row)?.acquired;
  return {
    id: idAt(transactions.ids, row),
    accountId: names.accounts.text(account),
    assetId: asset === 0 ? null : names.assets.text(asset),
    date: dateAt(ledger, row),
    type: names.types.text(transactions.types[row] as number),
    quantity: decimalOrZero(transactions.quantity, row),
    gross: decimalOrZero(transactions.gross, row),
    fees: decimalOrZero(transactions.fees, row),
    taxes: decimalOrZero(transactions.taxes, row),
    currency: names.currencies.text(transactions.currencies[row] as number),
    accountCurrency: accounts[account]?.currency ?? '',
    fxRate: transactions.fxRate.places[row] === absent ? null : decimalAt(transactions.fxRate, row),
    createdAt: instantAt(transactions.created, row),
    ...(acquired === undefined ? {} : { acquired })
  };
}

/** `YYYY-MM-DD`; as it was written where that is no day. */
export function dateAt({ transactions }: Ledger, row: number): string {
  const day = transactions.days[row] as number;
  return day === notADay ? (transactions.extras.get(row)?.date ?? '') : textOfDay(day);
}

/** An asset's bookings up to a day, in order. Those whose date is no day take part in no figure. */
export function bookingsOf(ledger: Ledger, asset: number, until: number): readonly Booking[] {
  const { days } = ledger.transactions;
  const [from, to] = ledger.rowsOf(asset);
  const bookings: Booking[] = [];
  for (let row = from; row < to; row++) {
    if ((days[row] as number) <= until) bookings.push(bookingAt(ledger, row));
  }
  return bookings;
}
