import {
  decimal,
  foldLots,
  internalRate,
  RateTable,
  timeWeighted,
  zero,
  type Booking,
  type CostMethod
} from '../../src/lib/domain';
import { median, type Figure } from './figures';

/** The mathematics alone, in Node: no page, no database. */
export async function domain(): Promise<Figure[]> {
  return [irr(), ttwror(), lots('fifo'), lots('average')];
}

/** Ten years of a savings plan with withdrawals in between: 1,000 flows. */
function irr(): Figure {
  const days = Float64Array.from({ length: 1000 }, (_, at) => at * 3 + (at % 2));
  const amounts = Float64Array.from(days, (_, at) => (at === 999 ? 160_000 : at % 9 === 8 ? 300 : -100 - at / 50));
  const value = perSecond(200, () => internalRate(days, amounts).kind === 'rate');
  return { name: 'irr.1000flows', value, unit: 'per-second', bound: { atLeast: 1000 } };
}

/** Ten years of days with a purchase each month. */
function ttwror(): Figure {
  const count = 3653;
  const values = Float64Array.from({ length: count }, (_, at) => (1000 + 30 * at) * (1 + Math.sin(at / 50) / 10));
  const inflows = Float64Array.from(values, (_, at) => (at % 30 === 1 ? 900 : 0));
  const outflows = new Float64Array(count);
  const value = perSecond(500, () => timeWeighted({ values, inflows, outflows }).days === count - 1);
  return { name: 'ttwror.10y', value, unit: 'per-second', bound: { atLeast: 1000 } };
}

/** 100,000 transactions of one asset against half as many: shifting an array for every sale would make it four times. */
function lots(method: CostMethod): Figure {
  const options = { method, baseCurrency: 'EUR', rates: new RateTable([]) };
  const [whole, half] = [100_000, 50_000].map(purchasesAndSales);
  const ratios = Array.from({ length: 5 }, () => {
    const [long, short] = [whole, half].map((bookings = []) => {
      const started = performance.now();
      foldLots(bookings, options);
      return performance.now() - started;
    });
    return (long ?? Number.NaN) / (short ?? Number.NaN);
  });
  return { name: `lots.100k.${method}.vsHalf`, value: median(ratios), unit: 'ratio', bound: { atMost: 3 } };
}

/** Purchases all the way, and from the middle on a sale for each. */
function purchasesAndSales(count: number): Booking[] {
  return Array.from({ length: count }, (_, at) => ({
    id: `t${at}`,
    accountId: 'depot',
    assetId: 'share',
    date: new Date(Date.UTC(2010, 0, 1) + Math.floor(at / 30) * 86_400_000).toISOString().slice(0, 10),
    type: at > count / 2 && at % 2 === 1 ? 'sell' : 'buy',
    quantity: decimal('1.5'),
    gross: decimal('150.25'),
    fees: decimal('1'),
    taxes: zero,
    currency: 'EUR',
    accountCurrency: 'EUR',
    fxRate: null,
    createdAt: `2024-01-01T00:00:00.${String(at).padStart(6, '0')}Z`
  }));
}

/** The median of seven rounds, the first of which warms up and is not counted. */
function perSecond(times: number, act: () => boolean): number {
  const rounds = Array.from({ length: 8 }, () => {
    const started = performance.now();
    for (let time = 0; time < times; time++) if (!act()) throw new Error('The figure is not what it should be.');
    return (times * 1000) / (performance.now() - started);
  });
  return median(rounds.slice(1));
}
