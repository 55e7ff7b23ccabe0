/** Transactions that cannot be booked as they are: found from the columns, without folding any lots. */
import { zero } from '../../domain';
import { absent, decimalAt } from './decimals';
import type { Ledger } from './ledger';
import { notADay } from './transactions';
import { movesUnits, unitsOf } from './units';

export interface WrongRows {
  /** Takes out more than is held. */
  readonly oversold: readonly number[];
  /** For any other reason, with a sentence each. */
  readonly others: ReadonlyMap<number, string>;
}

export function wrongRowsOf(ledger: Ledger): WrongRows {
  return ledger.once('wrong rows', () => {
    const oversold: number[] = [];
    const others = new Map<number, string>();
    ledger.names.assets.all.forEach((_, asset) => {
      const [from, to] = ledger.rowsOf(asset);
      const wrong = ledger.remembered(asset, 'wrong', () => wrongOf(ledger, asset));
      // Kept from the asset's first row: its rows move when others come before them.
      for (const row of wrong.oversold) oversold.push(from + row);
      for (const [row, sentence] of wrong.others) others.set(from + row, sentence);
      if (asset === 0 || ledger.assets[asset] !== null) return;
      for (let row = from; row < to; row++) others.set(row, 'The asset that it names is not there.');
    });
    return { oversold, others };
  });
}

function wrongOf(ledger: Ledger, asset: number): WrongRows {
  const { days, types, quantity } = ledger.transactions;
  const [from, to] = ledger.rowsOf(asset);
  const others = new Map<number, string>();
  for (let row = from; row < to; row++) {
    if (days[row] === notADay) others.set(row - from, 'Its date is no day of the calendar.');
    if (asset === 0 || quantity.places[row] === absent) continue;
    // Only what is below zero, or has too many digits, needs a closer look; and splits.
    const digits = quantity.digits[row] as number;
    const type = ledger.names.types.text(types[row] as number);
    if (digits > 0 || !movesUnits(type)) continue;
    const units = decimalAt(quantity, row) ?? zero;
    if (units.lt(zero) || (type === 'split' && units.eq(zero)))
      others.set(row - from, 'Its quantity cannot be booked; it is left out of account.');
  }
  return { oversold: asset === 0 ? [] : unitsOf(ledger, asset).oversold, others };
}
