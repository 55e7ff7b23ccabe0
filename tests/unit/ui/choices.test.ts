import { describe, expect, test } from 'vitest';
import { choices } from '../../../src/lib/ui/boot/choices';

describe('the first guess of currency and country', () => {
  test.each([
    ['en-GB', { country: 'GB', currency: 'GBP' }],
    ['de', { country: 'DE', currency: 'EUR' }],
    ['hi', { country: 'IN', currency: 'INR' }]
  ])('follows the language %s', (language, guess) => {
    expect(choices(language).guess).toEqual(guess);
  });

  test.each(['C', 'c', '', 'POSIX', 'en_US.UTF-8', 'x'])('is made for a language that is none: "%s"', (language) => {
    expect(choices(language).guess).toEqual({ country: 'US', currency: 'USD' });
  });
});
