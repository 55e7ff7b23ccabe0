import { describe, expect, test } from 'vitest';
import { found } from '../../../../src/lib/ui/elements/find-choices';

const choices = [
  { label: 'Sparkasse Köln', hint: 'EUR' },
  { label: 'Kölner Bank', hint: 'EUR' },
  { label: 'Fidelity', hint: 'USD', words: 'brokerage' },
  { label: 'Unkölsch', hint: 'INR' }
];
const names = (typed: string): readonly string[] => found(choices, typed).map(({ label }) => label);

describe('what is found by a few letters', () => {
  test('is everything, in its order, where nothing is typed', () => {
    expect(names('  ')).toEqual(choices.map(({ label }) => label));
  });

  test('is found without accents and capitals, names that begin so first', () => {
    expect(names('koln')).toEqual(['Kölner Bank', 'Sparkasse Köln']);
    expect(names('KÖL')).toEqual(['Kölner Bank', 'Sparkasse Köln', 'Unkölsch']);
  });

  test('is found by what is said beside it too, by every word that is typed', () => {
    expect(names('usd')).toEqual(['Fidelity']);
    expect(names('brok fid')).toEqual(['Fidelity']);
    expect(names('fid eur')).toEqual([]);
  });
});
