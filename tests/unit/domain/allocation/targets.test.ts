import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { againstTargets, decimal, decimalText, roundedTo, zero, type Decimal } from '../../../../src/lib/domain';
import { seed } from '../../../support/seed';

const sum = (values: readonly Decimal[]): Decimal => values.reduce((total, value) => total.plus(value), zero);

function groups(values: Readonly<Record<string, string>>): { key: string; value: Decimal }[] {
  return Object.entries(values).map(([key, value]) => ({ key, value: decimal(value) }));
}

function trades(...given: Parameters<typeof againstTargets>): Record<string, string> {
  return Object.fromEntries(againstTargets(...given).map(({ key, trade }) => [key, decimalText(trade)]));
}

describe('against targets', () => {
  const held = groups({ equity: '700', bonds: '200', gold: '100' });

  it('tells the difference, and trades that meet the targets', () => {
    const lines = againstTargets(
      held,
      new Map([
        ['equity', 0.6],
        ['bonds', 0.3],
        ['gold', 0.1]
      ])
    );
    expect(
      lines.map(({ key, target, wanted, difference, trade }) => [
        key,
        target,
        wanted && decimalText(wanted),
        difference && decimalText(difference),
        decimalText(trade)
      ])
    ).toEqual([
      ['equity', 0.6, '600', '100', '-100'],
      ['bonds', 0.3, '300', '-100', '100'],
      ['gold', 0.1, '100', '0', '0']
    ]);
  });

  it('names a group that is not held yet', () => {
    const targets = new Map([
      ['equity', 0.5],
      ['bonds', 0.3],
      ['gold', 0.1],
      ['cash', 0.1]
    ]);
    expect(trades(held, targets)).toEqual({ equity: '-200', bonds: '100', gold: '0', cash: '100' });
  });

  it('leaves groups without a target as they are where the others make up the whole', () => {
    expect(
      trades(
        [...held, ...groups({ home: '5000' })],
        new Map([
          ['equity', 0.5],
          ['bonds', 0.5]
        ])
      )
    ).toEqual({
      equity: '-250',
      bonds: '250',
      gold: '0',
      home: '0'
    });
  });

  it('gives what no target asks for to the groups without one, in proportion', () => {
    expect(trades(held, new Map([['equity', 0.4]]))).toEqual({ equity: '-300', bonds: '200', gold: '100' });
  });

  it('takes targets in proportion where they are more than everything, or less without anything else', () => {
    expect(
      trades(
        groups({ a: '90', b: '0' }),
        new Map([
          ['a', 0.5],
          ['b', 0.25]
        ])
      )
    ).toEqual({ a: '-30', b: '30' });
    expect(
      trades(
        groups({ a: '90', b: '0' }),
        new Map([
          ['a', 2],
          ['b', 1]
        ])
      )
    ).toEqual({ a: '-30', b: '30' });
  });

  it('spreads new money, and sells nothing where only buying is wanted', () => {
    const targets = new Map([
      ['equity', 0.5],
      ['bonds', 0.3],
      ['gold', 0.2]
    ]);
    expect(trades(held, targets, { invest: decimal('200') })).toEqual({ equity: '-100', bonds: '160', gold: '140' });
    expect(trades(held, targets, { invest: decimal('200'), buyOnly: true })).toEqual({
      equity: '0',
      bonds: '106.67',
      gold: '93.33'
    });
    expect(trades(held, targets, { buyOnly: true })).toEqual({ equity: '0', bonds: '0', gold: '0' });
  });

  it('proposes nothing without targets, and refuses one below zero', () => {
    expect(againstTargets(held, new Map()).every(({ wanted, trade }) => wanted === null && trade.eq(zero))).toBe(true);
    expect(() => againstTargets(held, new Map([['equity', -0.1]]))).toThrow(RangeError);
    expect(againstTargets([], new Map())).toEqual([]);
  });

  it('keeps to the smallest unit of the currency', () => {
    const thirds = new Map([
      ['a', 1 / 3],
      ['b', 1 / 3],
      ['c', 1 / 3]
    ]);
    expect(trades(groups({ a: '100', b: '0', c: '0' }), thirds)).toEqual({ a: '-66.66', b: '33.33', c: '33.33' });
    expect(trades(groups({ a: '100', b: '0', c: '0' }), thirds, { places: 0 })).toEqual({ a: '-66', b: '33', c: '33' });
  });

  it('always adds up to the money to invest, each trade within one unit of what it should be', () => {
    const cents = fc.integer({ min: -(10 ** 9), max: 10 ** 9 }).map((value) => decimal(`${value}e-4`));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cents, fc.option(fc.integer({ min: 0, max: 100 }), { nil: null })), { maxLength: 9 }),
        fc.integer({ min: -(10 ** 7), max: 10 ** 7 }),
        fc.integer({ min: 0, max: 4 }),
        (parts, invest, places) => {
          const held = parts.map(([value], at) => ({ key: `g${at}`, value }));
          const targets = new Map(
            parts.flatMap(([, target], at) => (target === null ? [] : [[`g${at}`, target / 100] as const]))
          );
          const money = decimal(`${invest}e-${places}`);
          const lines = againstTargets(held, targets, { invest: money, places });
          const aimed = [...targets.values()].some((target) => target > 0);
          expect(decimalText(sum(lines.map(({ trade }) => trade)))).toBe(aimed ? decimalText(money) : '0');
          for (const { wanted, value, trade } of lines) {
            if (wanted === null) continue;
            expect(
              value
                .plus(trade)
                .minus(wanted)
                .abs()
                .lte(decimal(`1e-${places}`))
            ).toBe(true);
          }
        }
      ),
      seed()
    );
  });

  it('rounds by the largest remainders', () => {
    const shown = (amounts: readonly string[], total: string): string[] =>
      roundedTo(amounts.map(decimal), decimal(total), 0).map(decimalText);
    expect(shown(['13.626', '47.989', '9.596', '28.789'], '100')).toEqual(['14', '48', '9', '29']);
    expect(() => shown(['1', '2'], '30')).toThrow(RangeError);
    expect(shown(['-0.5', '0.5'], '0')).toEqual(['0', '0']);
    expect(shown(['-1.5', '0.75', '0.75'], '0')).toEqual(['-2', '1', '1']);
  });
});
