/**
 * What of a transaction is money put in or taken out: an external flow. Everything else that changes a value is gain.
 *
 * Three perimeters, three questions:
 *
 * - `portfolio`: what did all of it earn? Inside are the assets and the cash of accounts whose cash is kept.
 *   - Account whose cash is kept: deposits, withdrawals, opening balances and units delivered are flows. Purchases,
 *     sales, dividends, interest, fees and taxes only turn one thing inside into another, or are gain and loss.
 *   - Account whose cash is not kept, or stated by an asset: its cash lies outside. What a purchase takes from it is
 *     put in; what a sale, dividend or interest brings it is taken out; fees and taxes are put in (and so lost).
 *   - Transfers are flows here too; those of one day are then set against each other (see `collectFlows`), so that
 *     transfers between own accounts cancel out.
 * - `security`: what did this security earn, as Portfolio Performance tells it? Purchases with fees are put in; sales
 *   and dividends less fees are taken out; a fee on its own is put in; all of it before taxes, which depend on the
 *   person.
 * - `asset`: what did this asset add to the portfolio's gain? As `security`, but after taxes: the cash it took and
 *   gave.
 *
 * Units that come or go without a price paid (opening balances, transfers, deliveries that state no amount, or the
 * cost of an earlier day) count at market value, so that they change no return. A delivery that states an amount
 * counts at it.
 */
import { type Decimal, zero } from '../decimal';
import type { Booking } from '../lots/booking';
import { cashEffect } from '../cash/effect';
import type { CashKeeping } from '../cash/kept';

export type Perimeter = 'portfolio' | 'security' | 'asset';

/** Above zero: put in. Below: taken out. In the booking's currency. */
export interface ExternalFlow {
  /** Money, and units at a stated amount. */
  readonly money: Decimal;
  /** Money moved between accounts: flows unless the other end is inside too. */
  readonly moved: Decimal;
  /** Units of the booking's asset that come or go at market value. */
  readonly units: Decimal;
  /** Units moved between accounts, likewise. */
  readonly movedUnits: Decimal;
  /** What to take for units without a price: the stated amount. */
  readonly stated: Decimal;
}

export const noFlow: ExternalFlow = { money: zero, moved: zero, units: zero, movedUnits: zero, stated: zero };

/** @param keeping how the account of the booking keeps its cash. */
export function externalFlow(booking: Booking, perimeter: Perimeter, keeping: CashKeeping): ExternalFlow {
  const { type, assetId, gross } = booking;
  if (assetId !== null) return add(unitsOf(booking), charge(booking, perimeter, keeping));
  if (perimeter !== 'portfolio') return noFlow;
  const cashOnly = cashTypes[type];
  if (cashOnly === undefined) return keeping === 'kept' ? noFlow : money(zero.minus(cashEffect(booking)));
  // Where its cash lies outside, nothing inside changes by it.
  if (keeping !== 'kept') return noFlow;
  const signed = cashOnly.sign > 0 ? gross : zero.minus(gross);
  return cashOnly.transfer ? { ...noFlow, moved: signed } : money(signed);
}

const cashTypes: Readonly<Record<string, { readonly sign: 1 | -1; readonly transfer: boolean }>> = {
  deposit: { sign: 1, transfer: false },
  openingBalance: { sign: 1, transfer: false },
  withdrawal: { sign: -1, transfer: false },
  transferIn: { sign: 1, transfer: true },
  transferOut: { sign: -1, transfer: true }
};

function money(amount: Decimal): ExternalFlow {
  return { ...noFlow, money: amount };
}

function add(flow: ExternalFlow, amount: Decimal): ExternalFlow {
  return { ...flow, money: flow.money.plus(amount) };
}

/** Units that come or go without being bought or sold. */
function unitsOf({ type, quantity, gross, date, acquired }: Booking): ExternalFlow {
  const out = zero.minus(quantity);
  if (type === 'openingBalance') return { ...noFlow, units: quantity, stated: gross };
  if (type === 'transferIn') return { ...noFlow, movedUnits: quantity, stated: gross };
  if (type === 'transferOut') return { ...noFlow, movedUnits: out, stated: zero.minus(gross) };
  if (type !== 'deliveryIn' && type !== 'deliveryOut') return noFlow;
  const into = type === 'deliveryIn';
  const priced = !gross.eq(zero) && (acquired === undefined || acquired >= date);
  if (priced) return money(into ? gross : zero.minus(gross));
  return { ...noFlow, units: into ? quantity : out, stated: into ? gross : zero.minus(gross) };
}

/** What a booking of an asset takes from the cash outside (+), or gives it (−). */
function charge(booking: Booking, perimeter: Perimeter, keeping: CashKeeping): Decimal {
  const deposited = depositOf(booking);
  if (perimeter === 'portfolio' && keeping === 'kept') return deposited;
  const taken = deposited.minus(cashEffect(booking));
  if (perimeter !== 'security') return taken;
  return taken.minus(booking.taxes).minus(booking.type === 'tax' ? booking.gross : zero);
}

/** A deposit stays one though it names the asset that it was for. */
function depositOf({ type, gross }: Booking): Decimal {
  if (type === 'deposit') return gross;
  return type === 'withdrawal' ? zero.minus(gross) : zero;
}
