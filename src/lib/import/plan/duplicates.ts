/** Which bookings of a file are there already: for sure, by their ids, or perhaps, by what they say. */
import { daysBetween, parseDecimal } from '../../domain';
import type { PlannedBooking } from './bookings';
import type { BookingFact } from './facts';

/** Days by which brokers' days of trade and of settlement differ. */
const daysApart = 3;

export class Duplicates {
  readonly #byImportId = new Map<string, BookingFact>();
  readonly #bySort = new Map<string, BookingFact[]>();
  readonly #used = new Set<string>();

  constructor(present: readonly BookingFact[]) {
    for (const booking of present) {
      if (booking.importId !== '') this.#byImportId.set(`${booking.accountId} ${booking.importId}`, booking);
      const key = sortOf(booking.accountId, booking.assetId, booking.type);
      const known = this.#bySort.get(key);
      if (known) known.push(booking);
      else this.#bySort.set(key, [booking]);
    }
  }

  /** The booking of an earlier import of the same row; null for a new one. Ask for all rows before asking for similar ones. */
  same({ accountRef, importId }: PlannedBooking): BookingFact | null {
    const found = this.#byImportId.get(`${accountRef} ${importId}`) ?? null;
    if (found) this.#used.add(found.id);
    return found;
  }

  /** Bookings that it could be, the nearest day first. Each of them is offered to one row only. */
  similar(booking: PlannedBooking): readonly BookingFact[] {
    const { accountRef, assetRef, type } = booking;
    const found = (this.#bySort.get(sortOf(accountRef, assetRef ?? '', type)) ?? [])
      .filter(
        (other) =>
          !this.#used.has(other.id) &&
          Math.abs(daysBetween(other.date, booking.date)) <= daysApart &&
          alike(other, booking)
      )
      .sort((a, b) => Math.abs(daysBetween(a.date, booking.date)) - Math.abs(daysBetween(b.date, booking.date)));
    if (found[0]) this.#used.add(found[0].id);
    return found.slice(0, 3);
  }
}

function sortOf(account: string, asset: string, type: string): string {
  return `${account} ${asset} ${type}`;
}

function alike(present: BookingFact, booking: PlannedBooking): boolean {
  if (!equal(present.quantity, booking.quantity)) return false;
  if (present.currency !== booking.currency) return present.quantity !== null;
  return near(present.gross, booking.gross);
}

function equal(a: string | null, b: string | null): boolean {
  const [one, other] = [parseDecimal(a), parseDecimal(b)];
  // Dividends are often entered without units.
  if (one === null || other === null) return true;
  return one.eq(other);
}

function near(a: string, b: string): boolean {
  const [one, other] = [parseDecimal(a), parseDecimal(b)];
  return (
    one !== null &&
    other !== null &&
    one
      .minus(other)
      .abs()
      .lte(parseDecimal('0.01') ?? one)
  );
}
