/** Figures of the sheet as people read them on the screens. */
import type Big from 'big.js';

/** To the cent, half even, as people read it. */
export function amount(value: Big): string {
  const [whole = '', cents = ''] = value.abs().toFixed(2, 2).split('.');
  const text = `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents}`;
  return value.lt(0) && /[1-9]/.test(text) ? `\u2212${text}` : text;
}

export function change(value: Big): string {
  const text = amount(value);
  return value.gt(0) && /[1-9]/.test(text) ? `+${text}` : text;
}

export function percent(ratio: number): string {
  const text = Math.abs(ratio * 100).toFixed(1);
  return `${ratio < 0 ? '\u2212' : '+'}${text} %`;
}
