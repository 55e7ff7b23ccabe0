/** One asset in one account: what is held, what was realised, and what came in and went out besides. */
import { type Decimal, zero } from '../decimal';
import { addGains, gainOf, noGain, type Gain } from './gain';
import { FifoLots, PooledLots, type Lot, type OpenLots } from './open-lots';
import { minus, nothing, plus, portion, type AppliedRate, type Worth } from './worth';

export type CostMethod = 'fifo' | 'average';

/** A lot, or part of one, that a sale took. */
export interface MatchedLot extends Lot {
  /** Its share of the proceeds, by units. */
  readonly proceeds: Worth;
  readonly gain: Gain;
}

/** What a sale brought. Taxes on it are no part of the gain; they are counted in the position's taxes. */
export interface RealisedGain {
  /** The id of the sale. */
  readonly id: string;
  readonly date: string;
  readonly quantity: Decimal;
  /** After fees. */
  readonly proceeds: Worth;
  readonly cost: Worth;
  readonly gain: Gain;
  readonly lots: readonly MatchedLot[];
  /** From the sale's currency into base currency; null where none is known. */
  readonly rate: AppliedRate | null;
}

/** Units that left at cost, without a sale: delivered, or transferred to an account that is not known. */
export interface Removal {
  /** The id of the transaction. */
  readonly id: string;
  readonly date: string;
  readonly lots: readonly Lot[];
  readonly cost: Worth;
}

export interface Position {
  readonly assetId: string;
  readonly accountId: string;
  /** The asset's own. */
  readonly currency: string;
  readonly quantity: Decimal;
  /** Of what is held. Exactly zero once nothing is. */
  readonly cost: Worth;
  /** Open lots by date of acquisition; one, if pooled. */
  readonly lots: readonly Lot[];
  /** One for each sale, as they took effect. */
  readonly realised: readonly RealisedGain[];
  /** Sum of `realised`. */
  readonly realisedGain: Gain;
  readonly removed: readonly Removal[];
  /** Dividends and interest before fees and taxes. */
  readonly income: Worth;
  /** All fees, those that cost and proceeds contain included. */
  readonly fees: Worth;
  /** All taxes, those that cost contains included. */
  readonly taxes: Worth;
}

/** A position while its transactions are being applied. */
export class PositionBook {
  readonly open: OpenLots;
  readonly #of: Pick<Position, 'assetId' | 'accountId' | 'currency'>;
  readonly #realised: RealisedGain[] = [];
  readonly #removed = new Map<string, Removal>();
  #realisedGain = noGain;
  #income = nothing;
  #fees = nothing;
  #taxes = nothing;

  constructor(of: Pick<Position, 'assetId' | 'accountId' | 'currency'>, method: CostMethod) {
    this.#of = of;
    this.open = method === 'fifo' ? new FifoLots() : new PooledLots();
  }

  /** @param ownRate what one of the asset's currency is worth in base currency on the day of the sale. */
  realise(
    sale: Pick<RealisedGain, 'id' | 'date' | 'quantity' | 'proceeds' | 'rate'>,
    taken: readonly Lot[],
    ownRate: AppliedRate | null
  ): void {
    let units = sale.quantity;
    let left = sale.proceeds;
    let cost = nothing;
    let gain = noGain;
    const lots = taken.map((lot): MatchedLot => {
      // Of what is left, so that the last lot gets exactly the rest.
      const proceeds = portion(left, lot.quantity, units);
      units = units.minus(lot.quantity);
      left = minus(left, proceeds);
      cost = plus(cost, lot.cost);
      const own = gainOf(proceeds, lot.cost, ownRate);
      gain = addGains(gain, own);
      return { ...lot, proceeds, gain: own };
    });
    if (lots.length === 0) gain = gainOf(sale.proceeds, nothing, ownRate);
    this.#realised.push({ ...sale, cost, gain, lots });
    this.#realisedGain = addGains(this.#realisedGain, gain);
  }

  remove(id: string, date: string, lots: readonly Lot[]): void {
    this.#removed.set(id, { id, date, lots, cost: lots.reduce((sum, lot) => plus(sum, lot.cost), nothing) });
  }

  /** A transfer whose other end was found is no removal. */
  arrived(id: string, rest: readonly Lot[]): void {
    const removal = this.#removed.get(id);
    if (removal === undefined) return;
    if (rest.length === 0) this.#removed.delete(id);
    else this.remove(id, removal.date, rest);
  }

  count(income: Worth, fees: Worth, taxes: Worth): void {
    this.#income = plus(this.#income, income);
    this.#fees = plus(this.#fees, fees);
    this.#taxes = plus(this.#taxes, taxes);
  }

  result(): Position {
    const lots = this.open.lots();
    return {
      ...this.#of,
      quantity: this.open.quantity,
      cost: lots.reduce((sum, lot) => plus(sum, lot.cost), nothing),
      lots,
      realised: this.#realised,
      realisedGain: this.#realisedGain,
      removed: [...this.#removed.values()],
      income: this.#income,
      fees: this.#fees,
      taxes: this.#taxes
    };
  }
}

/** The first `quantity` units of these lots, and the rest. */
export function firstUnits(lots: readonly Lot[], quantity: Decimal): { first: Lot[]; rest: Lot[] } {
  const first: Lot[] = [];
  const rest: Lot[] = [];
  let wanted = quantity;
  for (const lot of lots) {
    const units = wanted.lt(lot.quantity) ? wanted : lot.quantity;
    wanted = wanted.minus(units);
    const cost = portion(lot.cost, units, lot.quantity);
    if (units.gt(zero)) first.push({ ...lot, quantity: units, cost });
    if (units.lt(lot.quantity)) {
      rest.push({ ...lot, quantity: lot.quantity.minus(units), cost: minus(lot.cost, cost) });
    }
  }
  return { first, rest };
}
