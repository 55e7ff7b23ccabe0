/** A plain ratio to two places: `0.74`, `−1.20`. */
import { amountText } from '../format';

// A currency of two places writes just so; the ratio is a float and says no more than that.
export const ratioText = (ratio: number): string => amountText(ratio.toFixed(2), 'EUR');
