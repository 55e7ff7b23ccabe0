/**
 * The same figures worked out a second time, by a few lines of exact arithmetic that share nothing with the app: what
 * the screens show has to agree with them to the cent.
 */
import Big from 'big.js';
import { accounts, assets, lastPrices, priceFile, rates, symbols, today, type Entry, type Symbol } from './history';
import { amount, change, percent } from './texts';

const Exact = Big();
Exact.DP = 40;
Exact.RM = 2;
const zero = Exact(0);

export interface AssetSheet {
  readonly value: string;
  readonly cost: string;
  readonly unrealised: string;
  readonly unrealisedParts: string;
  /** Null where nothing was sold. */
  readonly realised: string | null;
  readonly realisedParts: string | null;
  readonly income: string;
}

/** Texts as the screens have them. */
export interface Sheet {
  readonly netWorth: string;
  readonly cash: readonly string[];
  readonly assets: Readonly<Partial<Record<Symbol, AssetSheet>>>;
  readonly timeWeighted: string;
  readonly irr: string;
  readonly gain: string;
  readonly income: string;
  readonly fees: string;
  readonly taxes: string;
}

const known = rates();

/** In euros, at the last rate on or before the day. */
function euros(amount: Big, currency: string, day: string): Big {
  if (currency === 'EUR') return amount;
  const found = known.findLast((on) => on.day <= day && on[currency as 'USD' | 'GBP'] !== null);
  return amount.div(found?.[currency as 'USD' | 'GBP'] ?? 0);
}

function priceOn(asset: Symbol, day: string): Big {
  const column = symbols.indexOf(asset) + 1;
  const found = priceFile.findLast(([on]) => on <= day) ?? priceFile[0];
  return Exact(day === today ? lastPrices[asset] : (found?.[column] ?? 0));
}

/** Into the account by its kind. */
const comesIn = ({ kind }: Entry): boolean => kind !== 'buy';

/** A transaction's own rate: the account's currency for one of the asset's, from what was traded and what moved. */
function traded({ kind, asset, units, price, moved, fee = '0', tax = '0' }: Entry) {
  const gross = Exact(units ?? 0).times(price ?? 0);
  const net = kind === 'buy' ? Exact(moved).minus(fee) : Exact(moved).plus(fee);
  // What a broker tells of a dividend is what is left of it.
  const rate = asset === undefined ? Exact(1) : net.div(gross);
  return { gross: kind === 'dividend' ? gross.plus(tax) : gross, rate };
}

interface Lot {
  readonly units: Big;
  /** In the asset's currency, and in euros. */
  readonly own: Big;
  readonly base: Big;
}

function assetSheet(asset: Symbol, entries: readonly Entry[]): AssetSheet {
  const { currency } = assets[asset];
  let lots: Lot[] = [];
  let income = zero;
  let realised: { total: Big; fx: Big } | null = null;
  for (const entry of entries) {
    const { kind, day, moved, fee = '0' } = entry;
    const { gross, rate } = traded(entry);
    const inEuros = euros(Exact(moved), accounts[entry.account].currency, day);
    const ownRate = euros(rate, accounts[entry.account].currency, day);
    if (kind === 'buy')
      lots.push({ units: Exact(entry.units ?? 0), own: gross.plus(Exact(fee).div(rate)), base: inEuros });
    if (kind === 'dividend') income = income.plus(gross.times(ownRate));
    if (kind !== 'sell') continue;
    let left = Exact(entry.units ?? 0);
    const sold: Lot[] = [];
    lots = lots.flatMap((lot) => {
      const units = left.lt(lot.units) ? left : lot.units;
      left = left.minus(units);
      const part = { units, own: lot.own.times(units).div(lot.units), base: lot.base.times(units).div(lot.units) };
      sold.push(part);
      return units.eq(lot.units)
        ? []
        : [{ units: lot.units.minus(units), own: lot.own.minus(part.own), base: lot.base.minus(part.base) }];
    });
    const cost = sumOf(sold);
    realised = { total: inEuros.minus(cost.base), fx: cost.own.times(ownRate).minus(cost.base) };
  }
  const cost = sumOf(lots);
  const value = euros(cost.units.times(priceOn(asset, today)), currency, today);
  const gain = { total: value.minus(cost.base), fx: euros(cost.own, currency, today).minus(cost.base) };
  return {
    value: amount(value),
    cost: amount(cost.base),
    unrealised: change(gain.total),
    unrealisedParts: parts(gain),
    realised: realised && change(realised.total),
    realisedParts: realised && parts(realised),
    income: amount(income)
  };
}

function sumOf(lots: readonly Lot[]): Lot {
  return lots.reduce(
    (sum, { units, own, base }) => ({
      units: sum.units.plus(units),
      own: sum.own.plus(own),
      base: sum.base.plus(base)
    }),
    { units: zero, own: zero, base: zero }
  );
}

function cashOf(account: Entry['account'], entries: readonly Entry[], day: string): Big {
  return entries
    .filter((entry) => entry.account === account && entry.day <= day)
    .reduce((sum, entry) => (comesIn(entry) ? sum.plus(entry.moved) : sum.minus(entry.moved)), zero);
}

/** All that is there at the end of a day, in euros. */
function worthOn(day: string, entries: readonly Entry[]): Big {
  const held = symbols.map((asset) => {
    const units = entries
      .filter((entry) => entry.asset === asset && entry.day <= day)
      .reduce((sum, { kind, units: moved = '0' }) => {
        if (kind === 'buy') return sum.plus(moved);
        return kind === 'sell' ? sum.minus(moved) : sum;
      }, zero);
    return euros(units.times(priceOn(asset, day)), assets[asset].currency, day);
  });
  const cash = (['broker', 'savings'] as const).map((account) =>
    euros(cashOf(account, entries, day), accounts[account].currency, day)
  );
  return [...held, ...cash].reduce((sum, each) => sum.plus(each), zero);
}

const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

export function sheetOf(unordered: readonly Entry[]): Sheet {
  const entries = [...unordered].sort((a, b) => (a.day < b.day ? -1 : 1));
  const first = entries[0]?.day ?? today;
  const inEuros = (entry: Entry, of: Big): Big => euros(of, accounts[entry.account].currency, entry.day);
  const deposits = entries
    .filter(({ kind }) => kind === 'deposit')
    .map((entry) => ({ day: entry.day, amount: inEuros(entry, Exact(entry.moved)) }));

  let growth = Exact(1);
  for (let day = first, before = zero; day <= today; day = dayAfter(day)) {
    const start = deposits.filter((flow) => flow.day === day).reduce((sum, flow) => sum.plus(flow.amount), before);
    before = worthOn(day, entries);
    growth = growth.times(before).div(start);
  }
  const end = worthOn(today, entries);
  const putIn = deposits.reduce((sum, flow) => sum.plus(flow.amount), zero);
  const sum = (of: (entry: Entry) => Big): Big => entries.reduce((all, entry) => all.plus(of(entry)), zero);
  const inOwn = (entry: Entry, own: Big): Big => inEuros(entry, own.times(traded(entry).rate));
  return {
    netWorth: `${amount(end)} EUR`,
    cash: (['broker', 'savings'] as const).map(
      (account) => `${amount(cashOf(account, entries, today))} ${accounts[account].currency}`
    ),
    assets: Object.fromEntries(
      symbols
        .filter((asset) => entries.some((entry) => entry.asset === asset))
        .map((asset) => [
          asset,
          assetSheet(
            asset,
            entries.filter((entry) => entry.asset === asset)
          )
        ])
    ),
    timeWeighted: percent(Number(growth.minus(1))),
    irr: percent(
      yearlyRate([...deposits.map((flow) => ({ ...flow, amount: flow.amount.neg() })), { day: today, amount: end }])
    ),
    gain: change(end.minus(putIn)),
    income: change(
      sum((entry) => {
        if (entry.kind === 'interest') return inEuros(entry, Exact(entry.moved));
        return entry.kind === 'dividend' ? inOwn(entry, traded(entry).gross) : zero;
      })
    ),
    fees: change(sum((entry) => inEuros(entry, Exact(entry.fee ?? 0))).neg()),
    taxes: change(sum((entry) => (entry.tax === undefined ? zero : inOwn(entry, Exact(entry.tax)))).neg())
  };
}

/** The rate at which all flows come to nothing, found by halving. */
function yearlyRate(flows: readonly { readonly day: string; readonly amount: Big }[]): number {
  const last = Date.parse(today);
  const left = (rate: number): number =>
    flows.reduce(
      (sum, { day, amount: each }) => sum + Number(each) * (1 + rate) ** ((last - Date.parse(day)) / 86_400_000 / 365),
      0
    );
  let [low, high] = [-0.9, 9];
  for (let round = 0; round < 100; round++) {
    const middle = (low + high) / 2;
    // What was put in is negative: it grows with the rate.
    if (left(middle) > 0) low = middle;
    else high = middle;
  }
  return low;
}

function parts({ total, fx }: { readonly total: Big; readonly fx: Big }): string {
  return `From price ${change(total.minus(fx))} EUR · from currency ${change(fx)} EUR`;
}
