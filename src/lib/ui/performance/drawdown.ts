/** How far below its highest point an accumulated return was, day by day: 0 at a peak, −0.2 a fifth below it. */
export function drawdowns(accumulated: readonly number[]): readonly number[] {
  let peak = -Infinity;
  return accumulated.map((value) => {
    const level = 1 + value;
    peak = Math.max(peak, level);
    return peak > 0 ? level / peak - 1 : 0;
  });
}
