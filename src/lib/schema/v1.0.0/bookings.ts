/** What transactions do to units, cost and cash. The order is by day, then by type, then by creation. */
import { Decimal, divide, zero } from './decimal';
import { transactionTypes } from './transactions';

type UnitEffect = 'in' | 'out' | 'split';

const unitEffects: Readonly<Record<string, UnitEffect>> = {
  openingBalance: 'in',
  deliveryIn: 'in',
  transferIn: 'in',
  buy: 'in',
  split: 'split',
  sell: 'out',
  deliveryOut: 'out',
  transferOut: 'out'
};

/** Sign of the gross amount in the cash of the account; where an asset is named, only some types move cash. */
const cashSigns: Readonly<Record<string, 1 | -1>> = {
  deposit: 1,
  dividend: 1,
  interest: 1,
  sell: 1,
  buy: -1,
  fee: -1,
  tax: -1,
  withdrawal: -1
};
const cashSignsWithoutAsset: Readonly<Record<string, 1 | -1>> = { openingBalance: 1, transferIn: 1, transferOut: -1 };

const typeOrder = new Map<string, number>(transactionTypes.map((type, at) => [type, at]));

/** One booking that changes how many units of an asset are held. */
export interface UnitMove {
  readonly id: string;
  readonly date: string;
  readonly type: string;
  readonly quantity: string;
  readonly createdAt: string;
  /** Gross, fees and taxes together, which is what the units cost where they come in. */
  readonly cost: Decimal | null;
}

export interface Position {
  readonly quantity: Decimal;
  /** What the units still held have cost, by moving average; exactly zero once none is held. */
  readonly cost: Decimal;
}

export function movesUnits(type: string): boolean {
  return type in unitEffects;
}

/** The position after all moves of one asset. Taking out more than is held is left out of account. */
export function positionAfter(moves: readonly UnitMove[]): Position {
  let quantity = zero;
  let cost = zero;
  for (const move of inOrder(moves)) {
    const units = Decimal(move.quantity);
    const effect = unitEffects[move.type];
    if (effect === 'in') {
      quantity = quantity.plus(units);
      if (move.cost) cost = cost.plus(move.cost);
    } else if (effect === 'split') quantity = quantity.times(units);
    else if (effect === 'out' && units.lte(quantity)) {
      const left = quantity.minus(units);
      if (move.cost) cost = left.eq(zero) ? zero : cost.minus(divide(cost.times(units), quantity));
      quantity = left;
    }
  }
  return { quantity, cost };
}

/** What a transaction does to the cash of its account, in its own currency. */
export function cashEffect(booking: {
  type: string;
  assetId?: unknown;
  gross: string;
  fees?: unknown;
  taxes?: unknown;
}): Decimal {
  const sign =
    cashSigns[booking.type] ?? (booking.assetId === undefined ? cashSignsWithoutAsset[booking.type] : undefined);
  let effect = sign === undefined ? zero : sign > 0 ? Decimal(booking.gross) : Decimal(booking.gross).neg();
  if (typeof booking.fees === 'string') effect = effect.minus(Decimal(booking.fees));
  if (typeof booking.taxes === 'string') effect = effect.minus(Decimal(booking.taxes));
  return effect;
}

function inOrder(moves: readonly UnitMove[]): readonly UnitMove[] {
  for (let at = 1; at < moves.length; at++) {
    if (compareMoves(moves[at - 1] as UnitMove, moves[at] as UnitMove) > 0) return [...moves].sort(compareMoves);
  }
  return moves;
}

function compareMoves(a: UnitMove, b: UnitMove): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  const byType = (typeOrder.get(a.type) ?? 0) - (typeOrder.get(b.type) ?? 0);
  if (byType !== 0) return byType;
  if (a.createdAt !== b.createdAt) return a.createdAt < b.createdAt ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
