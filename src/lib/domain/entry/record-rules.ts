/** What must hold between the fields of one record, whoever writes it: forms, edits of many records, imports. */
import { isDay } from '../days';
import type { FieldNote } from './drafts';

type Fields = Readonly<Record<string, unknown>>;

const trades: ReadonlySet<unknown> = new Set(['buy', 'sell', 'split', 'deliveryIn', 'deliveryOut']);

const words: Readonly<Record<string, string>> = {
  buy: 'A purchase',
  sell: 'A sale',
  split: 'A split',
  deliveryIn: 'A delivery',
  deliveryOut: 'A delivery'
};

/** What is wrong with a record in the shape of the newest version, beside what its schema says. */
export function recordProblems(store: string, record: Fields): FieldNote[] {
  return rules[store]?.(record) ?? [];
}

const rules: Readonly<Record<string, (record: Fields) => FieldNote[]>> = {
  transactions(record) {
    const problems: FieldNote[] = [];
    const { type, assetId, quantity } = record;
    if (trades.has(type)) {
      const what = words[String(type)] ?? 'This';
      if (assetId === undefined) problems.push({ field: 'assetId', message: `${what} needs an asset.` });
      if (quantity === undefined)
        problems.push({
          field: 'quantity',
          message: type === 'split' ? 'A split needs its new units for one old.' : `${what} needs a number of units.`
        });
    }
    return problems;
  },
  accounts: ({ openedOn, closedOn }) =>
    isText(openedOn) && isText(closedOn) && isDay(openedOn) && isDay(closedOn) && closedOn < openedOn
      ? [{ field: 'closedOn', message: 'The account would be closed before it was opened.' }]
      : [],
  fxRates: ({ base, quote }) =>
    base === quote ? [{ field: 'quote', message: 'A rate is between two different currencies.' }] : [],
  taxResidencies: ({ effectiveFrom, effectiveTo }) =>
    isText(effectiveFrom) && isText(effectiveTo) && effectiveTo < effectiveFrom
      ? [{ field: 'effectiveTo', message: 'It would end before it begins.' }]
      : [],
  dayLog: ({ from, to }) =>
    isText(from) && isText(to) && to < from ? [{ field: 'to', message: 'It would end before it begins.' }] : [],
  complianceRequirements: ({ threshold, measured, currency, state, reason }) => [
    ...((threshold !== undefined || measured !== undefined) && currency === undefined
      ? [{ field: 'currency', message: 'An amount needs its currency.' }]
      : []),
    ...(state === 'cannotTell' && !isText(reason) ? [{ field: 'reason', message: 'Say why it cannot be told.' }] : [])
  ]
};

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
