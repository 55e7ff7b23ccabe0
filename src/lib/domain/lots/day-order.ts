/** The order in which transactions of one asset are applied: theirs, but no transfer in before its transfer out. */
import type { Booking } from './booking';

/**
 * Within an account the order stays that of holdings. Where a transfer in belongs to a transfer out of the same day,
 * the other account is first brought up to that one; where two accounts wait for each other, the transfer in comes
 * right after its transfer out.
 * @param ordered of one asset. @param origins the transfer out of each transfer in, by the id of the latter.
 */
export function* inDependencyOrder(
  ordered: readonly Booking[],
  origins: ReadonlyMap<string, Booking>
): Generator<Booking> {
  for (let from = 0; from < ordered.length;) {
    const date = (ordered[from] as Booking).date;
    let to = from;
    let waits = false;
    for (; to < ordered.length && (ordered[to] as Booking).date === date; to++) {
      waits ||= origins.get((ordered[to] as Booking).id)?.date === date;
    }
    if (waits) yield* new Day(ordered.slice(from, to), origins).inOrder();
    else for (let at = from; at < to; at++) yield ordered[at] as Booking;
    from = to;
  }
}

/** One day on which transfers arrive that left on the same day. */
class Day {
  readonly #origins: ReadonlyMap<string, Booking>;
  readonly #queues = new Map<string, { readonly bookings: Booking[]; next: number; running: boolean }>();
  readonly #left = new Set<string>();
  /** Transfers in that wait for a transfer out of an account that is itself waiting, by the id of the latter. */
  readonly #waiting = new Map<string, Booking[]>();
  readonly #out: Booking[] = [];

  constructor(bookings: readonly Booking[], origins: ReadonlyMap<string, Booking>) {
    this.#origins = origins;
    for (const booking of bookings) {
      const queue = this.#queues.get(booking.accountId);
      if (queue === undefined) this.#queues.set(booking.accountId, { bookings: [booking], next: 0, running: false });
      else queue.bookings.push(booking);
    }
  }

  inOrder(): readonly Booking[] {
    for (const account of this.#queues.keys()) this.#run(account, null);
    return this.#out;
  }

  /** Brings an account up to and including a booking; to the end of the day without one. */
  #run(account: string, through: Booking | null): void {
    const queue = this.#queues.get(account);
    if (queue === undefined) return;
    queue.running = true;
    while (queue.next < queue.bookings.length && !(through !== null && this.#left.has(through.id))) {
      const booking = queue.bookings[queue.next++] as Booking;
      const origin = this.#origins.get(booking.id);
      if (origin?.date === booking.date && !this.#left.has(origin.id)) {
        if (this.#queues.get(origin.accountId)?.running) {
          const others = this.#waiting.get(origin.id);
          if (others === undefined) this.#waiting.set(origin.id, [booking]);
          else others.push(booking);
          continue;
        }
        this.#run(origin.accountId, origin);
      }
      this.#out.push(booking);
      this.#left.add(booking.id);
      this.#out.push(...(this.#waiting.get(booking.id) ?? []));
    }
    queue.running = false;
  }
}
