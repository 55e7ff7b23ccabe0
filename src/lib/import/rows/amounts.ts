/** How amounts of one row hang together: units, price, gross, net, fees and taxes, in one currency or in two. */
import { decimal, type Decimal, decimalText, divide, zero } from '../../domain';
import type { Money } from './cells-of-row';

export interface AmountsRead {
  readonly quantity: Decimal | null;
  readonly price: Money | null;
  readonly gross: Money | null;
  /** What moved on the account. */
  readonly net: Money | null;
  readonly fees: readonly Money[];
  readonly taxes: readonly Money[];
  readonly fxRate: Decimal | null;
  /** For amounts without one. */
  readonly currency: string | null;
  /** Whether units times price should be what was paid. */
  readonly isTrade: boolean;
  /** Whether fees and taxes come on top of the gross amount (a purchase) or off it (a sale, a dividend). */
  readonly onTop: boolean;
}

/** In `currency`, and never negative but for what is given back. */
export interface Settled {
  readonly currency: string;
  readonly price: Decimal | null;
  readonly gross: Decimal;
  readonly fees: Decimal;
  readonly taxes: Decimal;
  readonly settled: { readonly currency: string; readonly rate: string } | null;
  /** Fees in a currency that nothing here leads to. */
  readonly apart: readonly { readonly currency: string; readonly amount: Decimal }[];
  readonly doubts: readonly string[];
}

const cent = decimal('0.011');
const looseCent = decimal('0.05');
const hundredthPart = decimal('0.01');

/** Null where no currency or no amount can be told; `problem` says which. */
export function settle(read: AmountsRead): Settled | { readonly problem: string } {
  const { price, gross, net } = read;
  const traded = price?.currency ?? gross?.currency ?? net?.currency ?? read.currency;
  const moved = net?.currency ?? (gross === null && price === null ? null : traded) ?? read.currency;
  if (traded === null || moved === null) return { problem: 'Nothing tells the currency.' };
  return traded === moved ? inOneCurrency(read, traded) : inTwoCurrencies(read, traded, moved);
}

function inOneCurrency(read: AmountsRead, currency: string): Settled | { readonly problem: string } {
  const { quantity, price, net, onTop } = read;
  const apart: { currency: string; amount: Decimal }[] = [];
  const doubts: string[] = [];
  const fees = total(read.fees, currency, apart);
  const taxes = total(read.taxes, currency, apart);
  const costs = fees.plus(taxes);
  const byPrice = quantity && price ? quantity.abs().times(price.value.abs()) : null;
  const stated = read.gross && (read.gross.currency ?? currency) === currency ? read.gross.value.abs() : null;
  let gross = stated;
  if (gross === null && net !== null) {
    const fromNet = onTop ? net.value.abs().minus(costs) : net.value.abs().plus(costs);
    // Some files call the amount before costs their total: units times price tell.
    const before = byPrice !== null && !costs.eq(zero) && closer(byPrice, net.value.abs(), fromNet);
    gross = before ? net.value.abs() : fromNet;
  }
  gross ??= byPrice;
  if (gross === null) return { problem: 'Nothing tells the amount.' };
  if (gross.lt(zero)) {
    doubts.push(
      `The costs of ${decimalText(costs)} are more than the amount of ${decimalText(net?.value ?? zero)} ${currency}.`
    );
    gross = zero;
  }
  if (read.isTrade && byPrice !== null) doubts.push(...mismatch(byPrice, gross, currency));
  return { currency, price: price?.value.abs() ?? null, gross, fees, taxes, settled: null, apart, doubts };
}

/** The account moved another currency than the security is traded in: the rate is what was really booked. */
function inTwoCurrencies(read: AmountsRead, traded: string, moved: string): Settled | { readonly problem: string } {
  const { quantity, price, net, onTop, fxRate } = read;
  const gross =
    read.gross && (read.gross.currency ?? traded) === traded
      ? read.gross.value.abs()
      : quantity && price
        ? quantity.abs().times(price.value.abs())
        : null;
  const apart: { currency: string; amount: Decimal }[] = [];
  const doubts: string[] = [];
  if (gross === null || gross.eq(zero) || net === null || net.value.eq(zero)) {
    // Without an amount on one of the sides there is no rate; what there is stands in its own currency.
    const currency = gross === null || gross.eq(zero) ? moved : traded;
    return inOneCurrency(
      { ...read, price: currency === moved ? null : price, net: currency === moved ? net : null, currency },
      currency
    );
  }
  const inTraded = { fees: sumIn(read.fees, traded), taxes: sumIn(read.taxes, traded) };
  const inMoved = { fees: sumIn(read.fees, moved, true), taxes: sumIn(read.taxes, moved, true) };
  const ownCosts = inTraded.fees.plus(inTraded.taxes);
  const movedCosts = inMoved.fees.plus(inMoved.taxes);
  const over = onTop ? gross.plus(ownCosts) : gross.minus(ownCosts);
  const money = onTop ? net.value.abs().minus(movedCosts) : net.value.abs().plus(movedCosts);
  const rate = over.gt(zero) && money.gt(zero) ? divide(money, over) : null;
  if (rate === null) return { problem: `The amounts in ${traded} and ${moved} do not belong together.` };
  if (fxRate !== null && fxRate.gt(zero) && money.gt(decimal('5'))) {
    const off = [divide(rate, fxRate), rate.times(fxRate)].every((ratio) =>
      ratio.minus(decimal('1')).abs().gt(decimal('0.03'))
    );
    if (off)
      doubts.push(`By its amounts the rate is ${decimalText(rate.round(6))}; the file says ${decimalText(fxRate)}.`);
  }
  const known = [traded, moved];
  for (const { value, currency } of [...read.fees, ...read.taxes]) {
    if (currency === null || known.includes(currency) || value.eq(zero)) continue;
    if (onTop) apart.push({ currency, amount: value });
    else doubts.push(`Costs of ${decimalText(value)} ${currency} cannot be expressed in ${traded} and are left out.`);
  }
  return {
    currency: traded,
    price: price?.value.abs() ?? null,
    gross,
    fees: inTraded.fees.plus(divide(inMoved.fees, rate)),
    taxes: inTraded.taxes.plus(divide(inMoved.taxes, rate)),
    settled: { currency: moved, rate: decimalText(rate) },
    apart,
    doubts
  };
}

function total(amounts: readonly Money[], currency: string, apart: { currency: string; amount: Decimal }[]): Decimal {
  let sum = zero;
  for (const { value, currency: own } of amounts) {
    if (own === null || own === currency) sum = sum.plus(value);
    else if (!value.eq(zero)) apart.push({ currency: own, amount: value });
  }
  return sum;
}

function sumIn(amounts: readonly Money[], currency: string, orUnnamed = false): Decimal {
  return amounts.reduce(
    (sum, money) =>
      money.currency === currency || (orUnnamed && money.currency === null) ? sum.plus(money.value) : sum,
    zero
  );
}

function closer(target: Decimal, a: Decimal, b: Decimal): boolean {
  return target.minus(a).abs().lt(target.minus(b).abs());
}

export function mismatch(byPrice: Decimal, gross: Decimal, currency: string): string[] {
  const off = byPrice.minus(gross).abs();
  const allowed = gross.times(hundredthPart).plus(looseCent);
  if (off.lte(cent) || off.lte(allowed)) return [];
  return [
    `Units times price are ${decimalText(byPrice.round(2))} ${currency}, but ${decimalText(gross.round(2))} was booked.`
  ];
}
