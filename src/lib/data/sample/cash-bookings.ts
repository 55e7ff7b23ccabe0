/** What moves on bank accounts without any asset: salaries, transfers, fees. */
import { minorUnitsOf, type Account, type Transaction } from '../../schema/v1.0.0';
import { dayText, instantText, momentOf } from './calendar';
import type { Family } from './family';
import { fixed } from './fixed-point';
import { Random } from './random';

const kinds = [
  'deposit',
  'deposit',
  'deposit',
  'withdrawal',
  'transferOut',
  'transferIn',
  'interest',
  'fee',
  'tax'
] as const;

/** `count` bookings over ten years, round the bank accounts. The first of each account opens it. */
export function cashBookings(
  seed: number,
  family: Family,
  firstDay: number,
  lastDay: number,
  count: number
): Transaction[] {
  const random = new Random(seed, 2);
  const banks = [...family.accounts.values()].filter(({ kind }) => kind === 'bank');
  return Array.from({ length: count }, (_, at): Transaction => {
    const account = banks[at % banks.length] as Account;
    const opening = at < banks.length;
    const day = opening
      ? firstDay
      : firstDay + Math.floor(((at + random.fraction()) / (count + 1)) * (lastDay - firstDay));
    const type = opening ? 'openingBalance' : random.pick(kinds);
    const digits = minorUnitsOf(account.currency) ?? 2;
    const small = type === 'fee' || type === 'interest' || type === 'tax';
    const moment = momentOf(day, 40_000 + random.between(0, 20_000));
    const stamp = instantText(moment);
    return {
      id: random.uuid(moment),
      accountId: account.id,
      date: dayText(day),
      type,
      gross: fixed(random.between(1, small ? 4_000 : 480_000), digits),
      currency: account.currency,
      ...(type === 'transferOut'
        ? { note: random.pick(['an Oma', 'to Leela, tuition', 'house keeping', 'Überweisung „Miete“']) }
        : {}),
      createdAt: stamp,
      updatedAt: stamp,
      ...(at % 53 === 7 ? { bankReference: `E2E-${at}` } : {})
    };
  });
}
