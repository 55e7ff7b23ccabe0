/** How much of an asset is held, from its transactions alone. */
import { type Decimal, zero } from './decimal';

/** What a transaction does to the quantity held; every other type leaves it as it is. */
const effects = {
  openingBalance: 'in',
  deliveryIn: 'in',
  transferIn: 'in',
  buy: 'in',
  split: 'split',
  sell: 'out',
  transferOut: 'out',
  deliveryOut: 'out'
} as const;

/** Within one day: what comes in first, then splits, then what goes out. */
const order = Object.keys(effects);

/** A transaction as far as quantities are concerned. */
export interface QuantityMove {
  readonly id: string;
  readonly assetId: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly type: string;
  /** Units in or out, never negative; of a split the number of new units for one old. */
  readonly quantity: Decimal;
  readonly createdAt: string;
}

export interface Holding {
  readonly quantity: Decimal;
  /** Ids of transactions that take out more than was held; they are left out of account. */
  readonly oversold: readonly string[];
}

/** Whether a type of transaction changes a quantity held. */
export function movesQuantity(type: string): boolean {
  return Object.hasOwn(effects, type);
}

/** The holding of one asset after all its moves, ordered by date, then by type, then by creation. */
export function holdingAfter(moves: readonly QuantityMove[]): Holding {
  let quantity = zero;
  const oversold: string[] = [];
  for (const move of [...moves].sort(inOrder)) {
    const effect = effects[move.type as keyof typeof effects];
    if (effect === 'in') quantity = quantity.plus(move.quantity);
    else if (effect === 'split') quantity = quantity.times(move.quantity);
    else if (move.quantity.gt(quantity)) oversold.push(move.id);
    else quantity = quantity.minus(move.quantity);
  }
  return { quantity, oversold };
}

function inOrder(a: QuantityMove, b: QuantityMove): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  const byType = order.indexOf(a.type) - order.indexOf(b.type);
  if (byType !== 0) return byType;
  if (a.createdAt !== b.createdAt) return a.createdAt < b.createdAt ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** Collects moves as they are read, in any order, and answers per asset. */
export class HoldingsBook {
  readonly #day: string;
  readonly #moves = new Map<string, QuantityMove[]>();

  /** Moves after `day` are left out. */
  constructor(day: string) {
    this.#day = day;
  }

  add(move: QuantityMove): void {
    if (move.date > this.#day || !movesQuantity(move.type)) return;
    const known = this.#moves.get(move.assetId);
    if (known === undefined) this.#moves.set(move.assetId, [move]);
    else known.push(move);
  }

  /** Null for an asset that no transaction ever moved. */
  of(assetId: string): Holding | null {
    const moves = this.#moves.get(assetId);
    return moves === undefined ? null : holdingAfter(moves);
  }
}
