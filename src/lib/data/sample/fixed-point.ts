/** Amounts as whole numbers of a smallest unit: exact, and quick to make. */

/** `12345` with two digits is `123.45`. Trailing zeros stay, as people write money. */
export function fixed(units: number, digits: number): string {
  if (digits === 0) return String(units);
  const text = String(Math.abs(units)).padStart(digits + 1, '0');
  return `${units < 0 ? '-' : ''}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** Thousandths as the shortest decimal: `1500` is `1.5`. */
export function thousandths(units: number): string {
  return units % 1000 === 0 ? String(units / 1000) : fixed(units, 3).replace(/0+$/, '');
}
