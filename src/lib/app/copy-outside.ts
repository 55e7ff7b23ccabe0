/** When a copy last left this browser: a download, a share, an export that can be restored. */
import type { Surroundings } from './surroundings';

/** Days after which a copy outside counts as old. */
const OLD_DAYS = 14;
const CHOICE = 'lastCopyOutside';

/** @returns the instant remembered, ISO 8601. */
export function rememberCopy({ choices, now }: Surroundings): string {
  const at = now().toISOString();
  choices.set(CHOICE, at);
  return at;
}

/** ISO 8601; null: never, as far as is known. */
export function lastCopy({ choices }: Surroundings): string | null {
  const at = choices.get(CHOICE);
  return at === null || Number.isNaN(Date.parse(at)) ? null : at;
}

/** There is none, or it is older than {@link OLD_DAYS} days. */
export function isOld(at: string | null, now: Date): boolean {
  return at === null || now.getTime() - Date.parse(at) > OLD_DAYS * 86_400_000;
}
