/** The two sides of an exchange of money within an account, where a file gives each a row of its own. */
import type { ImportedBooking, ImportedItem } from './booking';

export const otherSideMissing = 'The other side of this exchange of money is not in the file.';

/** Each side together with its other one, which stands at the same moment, in another currency, under the same reference. */
export function withExchangesTogether(items: readonly ImportedItem[]): readonly ImportedItem[] {
  if (!items.some(({ exchange }) => exchange !== undefined)) return items;
  const taken = new Set<ImportedItem>();
  const waiting = new Map<string, ImportedItem[]>();
  const other = new Map<ImportedItem, ImportedItem>();
  for (const item of items) {
    const side = sideOf(item);
    if (side === null) continue;
    const key = JSON.stringify([item.exchange, side.account, side.date, side.time]);
    const open = waiting.get(key) ?? [];
    const first = open.find((one) => isOtherSide(sideOf(one), side));
    waiting.set(key, first === undefined ? [...open, item] : open.filter((one) => one !== first));
    if (first === undefined) continue;
    other.set(first, item);
    taken.add(item);
  }
  return items.flatMap((item) => {
    if (taken.has(item)) return [];
    const second = other.get(item);
    if (second !== undefined) return [together(item, second)];
    return [sideOf(item) === null ? item : { ...item, doubts: [...item.doubts, otherSideMissing] }];
  });
}

function sideOf({ exchange, bookings }: ImportedItem): ImportedBooking | null {
  return exchange === undefined ? null : (bookings[0] ?? null);
}

function isOtherSide(first: ImportedBooking | null, { type, currency }: ImportedBooking): boolean {
  return first !== null && first.type !== type && first.currency !== currency;
}

function together(first: ImportedItem, second: ImportedItem): ImportedItem {
  return {
    rows: [...first.rows, ...second.rows],
    bookings: [...first.bookings, ...second.bookings],
    problems: [],
    doubts: [...new Set([...first.doubts, ...second.doubts])],
    leftOut: null
  };
}
