/** Units held of one asset in one account, and what they cost: as single lots, or pooled at their average cost. */
import { type Decimal, zero } from '../decimal';
import type { LotPick } from './booking';
import { minus, plus, portion, type Worth } from './worth';

/** Units that were acquired together. */
export interface Lot {
  /** The id of the transaction that first brought them in; of a pool, of its first. */
  readonly id: string;
  /** `YYYY-MM-DD`; of a pool the earliest. A transfer keeps it. */
  readonly acquired: string;
  readonly quantity: Decimal;
  /** With fees; both currencies as of acquisition. */
  readonly cost: Worth;
}

/** Lots of one account and asset. Taking more than is held is the caller's to prevent. */
export interface OpenLots {
  readonly quantity: Decimal;
  receive(lot: Lot): void;
  /** The lots that were taken, or parts of them, with their cost. `missed` counts picked units that were not there. */
  relieve(quantity: Decimal, picks: readonly LotPick[]): { taken: Lot[]; missed: Decimal };
  split(ratio: Decimal): void;
  /** What is held now, by date of acquisition. */
  lots(): Lot[];
}

interface Entry {
  readonly id: string;
  readonly acquired: string;
  /** Order of arrival, among lots of one day. */
  readonly order: number;
  quantity: Decimal;
  cost: Worth;
}

/** Cost goes with the units by subtraction, so that the last unit takes exactly what is left. */
function take(entry: Entry, quantity: Decimal): Lot {
  const cost = portion(entry.cost, quantity, entry.quantity);
  const closed = quantity.eq(entry.quantity);
  entry.quantity = closed ? zero : entry.quantity.minus(quantity);
  entry.cost = minus(entry.cost, cost);
  return { id: entry.id, acquired: entry.acquired, quantity, cost };
}

function precedes(a: Entry, b: Entry): boolean {
  return a.acquired === b.acquired ? a.order < b.order : a.acquired < b.acquired;
}

/**
 * First in, first out by date of acquisition. A heap, since deliveries and transfers may bring in lots that are older
 * than those held; lots that were picked empty stay in it until they come up.
 */
export class FifoLots implements OpenLots {
  quantity: Decimal = zero;
  readonly #heap: Entry[] = [];
  readonly #byId = new Map<string, Entry[]>();
  #arrivals = 0;

  receive({ id, acquired, quantity, cost }: Lot): void {
    if (quantity.eq(zero)) return;
    const entry: Entry = { id, acquired, order: this.#arrivals++, quantity, cost };
    this.quantity = this.quantity.plus(quantity);
    this.#rise(entry);
    const known = this.#byId.get(id);
    // Parts of one lot may come back by different transfers.
    if (known === undefined) this.#byId.set(id, [entry]);
    else known.push(entry);
  }

  relieve(quantity: Decimal, picks: readonly LotPick[]): { taken: Lot[]; missed: Decimal } {
    const taken: Lot[] = [];
    let rest = quantity;
    let missed = zero;
    const takeFrom = (entry: Entry, wanted: Decimal): Decimal => {
      const units = wanted.lt(entry.quantity) ? wanted : entry.quantity;
      if (units.gt(zero)) taken.push(take(entry, units));
      rest = rest.minus(units);
      return wanted.minus(units);
    };
    for (const pick of picks) {
      let wanted = pick.quantity.lt(rest) ? pick.quantity : rest;
      for (const entry of this.#byId.get(pick.lotId) ?? []) wanted = takeFrom(entry, wanted);
      missed = missed.plus(wanted);
      this.#forget(pick.lotId);
    }
    for (let first = this.#heap[0]; first !== undefined && rest.gt(zero); first = this.#heap[0]) {
      takeFrom(first, rest);
      if (first.quantity.eq(zero)) this.#removeFirst();
    }
    this.quantity = this.quantity.minus(quantity);
    return { taken, missed };
  }

  split(ratio: Decimal): void {
    for (const entry of this.#heap) entry.quantity = entry.quantity.times(ratio);
    this.quantity = this.quantity.times(ratio);
  }

  lots(): Lot[] {
    return this.#heap
      .filter(({ quantity }) => quantity.gt(zero))
      .sort((a, b) => (precedes(a, b) ? -1 : 1))
      .map(({ id, acquired, quantity, cost }) => ({ id, acquired, quantity, cost }));
  }

  #rise(entry: Entry): void {
    const heap = this.#heap;
    let at = heap.length;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!precedes(entry, heap[parent] as Entry)) break;
      heap[at] = heap[parent] as Entry;
      at = parent;
    }
    heap[at] = entry;
  }

  #removeFirst(): void {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (first !== undefined) this.#forget(first.id);
    if (last === undefined || heap.length === 0) return;
    let at = 0;
    for (let child = 1; child < heap.length; child = 2 * at + 1) {
      if (child + 1 < heap.length && precedes(heap[child + 1] as Entry, heap[child] as Entry)) child++;
      if (!precedes(heap[child] as Entry, last)) break;
      heap[at] = heap[child] as Entry;
      at = child;
    }
    heap[at] = last;
  }

  /** Drops the emptied parts of a lot from the index. */
  #forget(id: string): void {
    const left = (this.#byId.get(id) ?? []).filter(({ quantity }) => quantity.gt(zero));
    if (left.length === 0) this.#byId.delete(id);
    else this.#byId.set(id, left);
  }
}

/** One pool at its average cost, as in Indian and UK practice; lots that a sale names do not exist in it. */
export class PooledLots implements OpenLots {
  #pool: Entry | null = null;

  get quantity(): Decimal {
    return this.#pool?.quantity ?? zero;
  }

  receive({ id, acquired, quantity, cost }: Lot): void {
    if (quantity.eq(zero)) return;
    const pool = this.#pool;
    this.#pool = {
      id: pool?.id ?? id,
      acquired: pool !== null && pool.acquired < acquired ? pool.acquired : acquired,
      order: 0,
      quantity: pool === null ? quantity : pool.quantity.plus(quantity),
      cost: pool === null ? cost : plus(pool.cost, cost)
    };
  }

  relieve(quantity: Decimal, picks: readonly LotPick[]): { taken: Lot[]; missed: Decimal } {
    const missed = picks.reduce((sum, pick) => sum.plus(pick.quantity), zero);
    if (this.#pool === null || quantity.eq(zero)) return { taken: [], missed };
    const taken = [take(this.#pool, quantity)];
    if (this.#pool.quantity.eq(zero)) this.#pool = null;
    return { taken, missed };
  }

  split(ratio: Decimal): void {
    if (this.#pool !== null) this.#pool.quantity = this.#pool.quantity.times(ratio);
  }

  lots(): Lot[] {
    if (this.#pool === null) return [];
    const { id, acquired, quantity, cost } = this.#pool;
    return [{ id, acquired, quantity, cost }];
  }
}
