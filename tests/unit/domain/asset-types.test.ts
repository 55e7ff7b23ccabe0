import { describe, expect, it } from 'vitest';
import { categoryLabel, categoryOf } from '../../../src/lib/domain';
import { assetTypes, factsOf } from '../../../src/lib/schema/v1.0.0';

describe('types of assets', () => {
  it.each(assetTypes)('%s belongs to the class that the data says', (type) => {
    expect(categoryOf(type)).toBe(factsOf(type).category);
    expect(categoryLabel(categoryOf(type))).toMatch(/^[A-Z][a-z]/);
  });

  it('calls an unknown type other, and an unknown class by its own name', () => {
    expect(categoryOf('toString')).toBe('other');
    expect(categoryLabel('toString')).toBe('toString');
  });
});
