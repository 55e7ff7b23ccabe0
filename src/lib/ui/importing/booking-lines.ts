/** Two bookings beside each other: the one of the file, and the one that is there. */
import type { BookingShown } from '../../app/import-contract';
import { amountText, compareDecimals, dayText, humanName, priceText, quantityText, rateText } from '../format';
import { said, type Said } from '../i18n';

type Part = keyof Omit<BookingShown, 'currency'>;

const names: Readonly<Record<Part, Said>> = {
  date: said('Date'),
  type: said('Kind'),
  account: said('Account'),
  asset: said('Asset'),
  quantity: said('Quantity'),
  price: said('Price'),
  gross: said('Amount'),
  fees: said('Fees'),
  taxes: said('Taxes'),
  fxRate: said('Exchange rate'),
  note: said('Note')
};

const decimals: ReadonlySet<Part> = new Set(['quantity', 'price', 'gross', 'fees', 'taxes', 'fxRate']);

export interface BookingLine {
  readonly part: Part;
  readonly name: Said;
  readonly file: string;
  /** Empty where nothing is compared. */
  readonly present: string;
  readonly differs: boolean;
}

/** Only what one of the two has. */
export function bookingLines(file: BookingShown, present: BookingShown | null): readonly BookingLine[] {
  return (Object.keys(names) as Part[])
    .filter((part) => hasAny(file[part]) || hasAny(present?.[part] ?? null))
    .map((part) => ({
      part,
      name: names[part],
      file: partText(file, part),
      present: present === null ? '' : partText(present, part),
      differs: present !== null && !isSame(file, present, part)
    }));
}

const hasAny = (value: string | null): boolean => value !== null && value !== '';

function isSame(a: BookingShown, b: BookingShown, part: Part): boolean {
  const [left, right] = [a[part] ?? '', b[part] ?? ''];
  if (!decimals.has(part)) return left === right;
  // A fee of nothing and none are the same to a person.
  const [x, y] = [left === '' ? '0' : left, right === '' ? '0' : right];
  const inCurrency =
    part === 'quantity' || part === 'fxRate' || a.currency === b.currency || compareDecimals(x, '0') === 0;
  return compareDecimals(x, y) === 0 && inCurrency;
}

function partText(booking: BookingShown, part: Part): string {
  const value = booking[part];
  if (value === null || value === '') return '';
  switch (part) {
    case 'date':
      return dayText(value);
    case 'type':
      return humanName(value);
    case 'quantity':
      return quantityText(value);
    case 'price':
      return `${priceText(value, booking.currency)} ${booking.currency}`;
    case 'gross':
    case 'fees':
    case 'taxes':
      return `${amountText(value, booking.currency)} ${booking.currency}`;
    case 'fxRate':
      return rateText(value);
    default:
      return value;
  }
}
