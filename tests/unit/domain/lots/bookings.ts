/** Bookings and lot books in short, for tests. */
import {
  decimal,
  decimalText,
  foldLots,
  RateTable,
  type Booking,
  type Decimal,
  type LotBook,
  type LotOptions,
  type Position,
  type Worth
} from '../../../../src/lib/domain';

type Facts = Partial<Omit<Booking, 'quantity' | 'gross' | 'fees' | 'taxes' | 'fxRate' | 'picks'>> & {
  readonly fees?: string;
  readonly taxes?: string;
  readonly fxRate?: string;
  readonly picks?: readonly [lotId: string, quantity: string][];
};

let made = 0;

/** In one account, in the account's currency, unless said otherwise. Created in the order in which they are made. */
export function booking(date: string, type: string, quantity: string, gross: string, facts: Facts = {}): Booking {
  const { fees, taxes, fxRate, picks, ...rest } = facts;
  const currency = rest.currency ?? 'EUR';
  return {
    id: `t${String(++made).padStart(6, '0')}`,
    accountId: 'depot',
    assetId: 'share',
    date,
    type,
    quantity: decimal(quantity),
    gross: decimal(gross),
    fees: decimal(fees ?? '0'),
    taxes: decimal(taxes ?? '0'),
    currency,
    accountCurrency: currency,
    fxRate: fxRate === undefined ? null : decimal(fxRate),
    createdAt: `2024-01-01T00:00:00.${String(made).padStart(6, '0')}Z`,
    ...(picks === undefined ? {} : { picks: picks.map(([lotId, units]) => ({ lotId, quantity: decimal(units) })) }),
    ...rest
  };
}

export function fold(bookings: readonly Booking[], options: Partial<LotOptions> = {}): LotBook {
  return foldLots(bookings, { method: 'fifo', baseCurrency: 'EUR', rates: new RateTable([]), ...options });
}

/** The position of an account; of the only one unless it is named. */
export function positionOf(book: LotBook, accountId?: string): Position {
  const found = book.positions.filter((position) => accountId === undefined || position.accountId === accountId);
  const [position] = found;
  if (position === undefined || found.length > 1) throw new Error(`${found.length} positions in ${accountId ?? 'all'}`);
  return position;
}

export function shown(value: Decimal | null | undefined, places?: number): string | null {
  if (!value) return null;
  return places === undefined ? decimalText(value) : value.toFixed(places);
}

export function worth({ own, base }: Worth): [string | null, string | null] {
  return [shown(own), shown(base)];
}
