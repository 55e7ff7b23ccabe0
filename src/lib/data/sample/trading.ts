/** Ten years of bookings of one asset. Units in thousandths, money in the smallest unit of the currency: all exact. */
import { minorUnitsOf, type Account, type Transaction } from '../../schema/v1.0.0';
import { dayNumber, dayText, instantText, momentOf, tradingDay, weekday } from './calendar';
import { fixed, thousandths } from './fixed-point';
import type { PriceWalk } from './prices';
import type { Random } from './random';
import type { Template } from './templates';

const leapDays = [dayNumber('2020-02-29'), dayNumber('2024-02-29')];

export interface Trading {
  readonly bookings: readonly Transaction[];
  /** Thousandths of a unit held at the end. */
  readonly units: number;
  /** What was paid for it in all, in the smallest unit. */
  readonly invested: number;
}

export interface TradingInput {
  readonly template: Template;
  readonly assetId: string;
  readonly account: Account;
  readonly walk: PriceWalk;
  readonly firstDay: number;
  readonly lastDay: number;
  readonly count: number;
}

/** Buys, sales and income, evenly spread; never more is sold than held. */
export function trade(random: Random, input: TradingInput): Trading {
  const { template, assetId, account, walk, firstDay, lastDay, count } = input;
  const digits = minorUnitsOf(template.currency) ?? 2;
  const whole = template.type !== 'equityFund' && template.type !== 'cryptocurrency';
  const bookings: Transaction[] = [];
  let units = 0;
  let invested = 0;
  let earliest = firstDay;

  const add = (type: Transaction['type'], day: number, facts: Partial<Transaction>): void => {
    const at = momentOf(day, 30_000 + bookings.length * 7 + random.between(0, 6));
    const stamp = instantText(at);
    bookings.push({
      id: random.uuid(at),
      accountId: account.id,
      assetId,
      date: dayText(day),
      type,
      gross: '0',
      currency: template.currency,
      createdAt: stamp,
      updatedAt: stamp,
      ...facts
    });
  };
  const feesOf = (gross: number): number => Math.floor(gross / 400) + (digits === 0 ? 100 : 490);
  const move = (type: 'buy' | 'sell' | 'openingBalance', day: number, amount: number): void => {
    const price = walk.on(day);
    const gross = Math.round((amount * price) / 1000);
    const fees = type === 'openingBalance' ? 0 : feesOf(gross);
    units += type === 'sell' ? -amount : amount;
    if (type !== 'sell') invested += gross + fees;
    add(type, day, {
      quantity: thousandths(amount),
      price: fixed(price, digits),
      gross: fixed(gross, digits),
      ...(fees > 0 ? { fees: fixed(fees, digits) } : {}),
      ...(account.currency === template.currency ? {} : { fxRate: bookedRate(random, template.currency) }),
      ...(random.chance(0.2) ? { importId: `csv:${dayText(day)}:${bookings.length}` } : {})
    });
  };
  const income = (day: number): void => {
    const gross = Math.round((units * walk.on(day)) / 1000 / random.between(40, 160));
    const taxes = Math.floor(gross / 4);
    add(template.type.includes('Bond') || template.type === 'debtFund' ? 'interest' : 'dividend', day, {
      gross: fixed(gross, digits),
      ...(taxes > 0 ? { taxes: fixed(taxes, digits) } : {})
    });
  };
  const lot = (): number => (whole ? random.between(2, 60) * 1000 : random.between(700, 48_000));

  for (let at = 0; at < count; at++) {
    const spread = firstDay + Math.floor(((at + random.fraction() * 0.8) / count) * (lastDay - firstDay));
    const last = at === count - 1;
    const day = Math.min(lastDay, Math.max(earliest, dayFor(template, spread, earliest)));
    earliest = day;
    if (at === 0) move(random.chance(0.1) ? 'openingBalance' : 'buy', day, lot());
    else if (last && template.oddity === 'soldOut') move('sell', day, units);
    else if (at === 2 && template.oddity === 'split') {
      units *= 2;
      add('split', day, { quantity: '2', note: 'Split 1:2' });
      // Within a day a split comes after what comes in: the next booking is not to be split as well.
      earliest = day + 1;
    } else if (units > 2000 && random.chance(0.22))
      move('sell', day, Math.max(whole ? 1000 : 1, Math.floor(units / (whole ? 3000 : 3)) * (whole ? 1000 : 1)));
    else if (random.chance(0.3)) income(day);
    else move('buy', day, lot());
  }
  return { bookings, units, invested };
}

/** A trading day, but for what is traded on week-ends and for the leap days that somebody always picks. */
function dayFor(template: Template, spread: number, earliest: number): number {
  if (template.oddity === 'weekend') return spread + ((6 - weekday(spread) + 7) % 7);
  const leap = template.oddity === 'leapDays' ? leapDays.find((day) => day > earliest && day <= spread) : undefined;
  return leap ?? tradingDay(spread);
}

function bookedRate(random: Random, currency: string): string {
  const typical: Readonly<Record<string, number>> = { CHF: 10_400, GBP: 11_700, USD: 9_200, INR: 111, JPY: 62 };
  return fixed((typical[currency] ?? 10_000) + random.between(-9, 9), 4);
}
