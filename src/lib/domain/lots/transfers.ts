/** Which transfer in belongs to which transfer out: records name accounts, but not each other. */
import type { Decimal } from '../decimal';
import { daysBetween } from '../days';
import type { Booking } from './booking';

/** How long units may be on their way between two accounts. */
const daysOnTheWay = 30;

/**
 * The transfer out that each transfer in comes from, by the id of the latter. Both are of one asset and different
 * accounts. Equal quantities belong together, the earliest first; failing that, a transfer in is a part of a transfer
 * out of the same day.
 * @param bookings of one asset, in the order in which they take effect.
 */
export function pairTransfers(bookings: readonly Booking[]): ReadonlyMap<string, Booking> {
  const origins = new Map<string, Booking>();
  const leaving: { booking: Booking; left: Decimal }[] = [];
  for (const booking of bookings) if (booking.type === 'transferOut') leaving.push({ booking, left: booking.quantity });
  if (leaving.length === 0) return origins;

  let oldest = 0;
  for (const entering of bookings) {
    if (entering.type !== 'transferIn') continue;
    while (oldest < leaving.length) {
      const first = leaving[oldest] as (typeof leaving)[number];
      if (first.left.c[0] !== 0 && daysBetween(first.booking.date, entering.date) <= daysOnTheWay) break;
      oldest++;
    }
    let part: (typeof leaving)[number] | null = null;
    let whole: (typeof leaving)[number] | null = null;
    for (let at = oldest; at < leaving.length && whole === null; at++) {
      const candidate = leaving[at] as (typeof leaving)[number];
      if (candidate.booking.date > entering.date) break;
      if (candidate.booking.accountId === entering.accountId) continue;
      if (candidate.left.eq(entering.quantity)) whole = candidate;
      else if (candidate.booking.date === entering.date && candidate.left.gt(entering.quantity)) part ??= candidate;
    }
    const origin = whole ?? part;
    if (origin === null) continue;
    origin.left = origin.left.minus(entering.quantity);
    origins.set(entering.id, origin.booking);
  }
  return origins;
}
