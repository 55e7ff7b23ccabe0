import { said } from '../i18n';

/** The phases of an upgrade as a person follows them, with the fraction at which each is over. */
export const phases = [
  { name: said('Back up'), until: 0.1 },
  { name: said('Upgrade'), until: 0.9 },
  { name: said('Check'), until: 1 }
] as const;

/** Which phase a fraction is in, as a place in {@link phases}; past the last one when all is done. */
export function phaseAt(fraction: number): number {
  const place = phases.findIndex(({ until }) => fraction < until);
  return place < 0 ? phases.length : place;
}
