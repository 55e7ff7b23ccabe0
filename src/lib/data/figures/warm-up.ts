/** Finds out in idle moments what the next screen is likely to ask for: lots, flows and returns of every asset. */
import { lotsOf } from './asset-lots';
import type { Ledger } from './ledger';
import { dayChange, irrOf } from './questions/holding-lines';
import { Valuation } from './valuation';

/** Milliseconds of work before whoever waits gets a turn. */
const slice = 12;

/**
 * Resolves when all is known, or when `signal` is aborted. What it finds stays with the ledger.
 * @param elapsed milliseconds, from any beginning. @param pause lets others have their turn.
 */
export async function warmUp(
  ledger: Ledger,
  day: string,
  signal: AbortSignal,
  elapsed: () => number,
  pause: () => Promise<void>
): Promise<void> {
  const valuation = Valuation.on(ledger, day);
  let began = elapsed();
  for (const asset of ledger.assetNumbers()) {
    if (elapsed() - began > slice) {
      await pause();
      began = elapsed();
    }
    if (signal.aborted) return;
    lotsOf(valuation, asset);
    dayChange(valuation, asset);
    irrOf(valuation, asset);
  }
}
