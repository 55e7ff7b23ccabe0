/** Counts and sizes. */
import { plainNumber } from './styles';

/** `10000` → `10,000`. */
export function countText(count: number): string {
  return plainNumber(0, 0).format(count);
}

/** `1 asset`, `4,210 assets`. */
export function countOf(count: number, singular: string, plural = `${singular}s`): string {
  return `${countText(count)} ${count === 1 ? singular : plural}`;
}

const units = ['bytes', 'KB', 'MB', 'GB', 'TB'] as const;

/** Decimal units, as file managers show them: `2_412_345` → `2.4 MB`. */
export function bytesText(bytes: number): string {
  const step = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** step;
  const digits = step === 0 || value >= 100 ? 0 : 1;
  return `${plainNumber(digits, digits).format(value)} ${units[step]}`;
}
