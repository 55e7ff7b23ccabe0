/** Draws values over days with uPlot. Loaded when the first chart is shown. */
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { dayMarks, dayNumber, markTexts } from './day-axis';
import { faint, inkOf, watchInk, type Ink } from './ink';
import { height, type PointValue, type TimeMark, type TimeSeries } from './series';

export interface TimeDrawing {
  readonly days: readonly string[];
  readonly series: readonly TimeSeries[];
  /** Money put in (+) and taken out (−), by day. */
  readonly flows: readonly PointValue[];
  readonly marks: readonly TimeMark[];
  /** What stands at a height. */
  readonly axisText: (value: number) => string;
  /** Zero is always in sight, as for what is counted from it. */
  readonly fromZero: boolean;
}

export interface DrawnChart {
  /** Puts the cross-hair on one of the days; null takes it away. */
  point(at: number | null): void;
  redraw(): void;
  destroy(): void;
}

/** Room for the ticks of flows, and for the names of days beneath them. */
const bottom = 32;

export function drawTimeChart(
  element: HTMLElement,
  drawing: TimeDrawing,
  onPoint: (at: number | null) => void
): DrawnChart {
  const numbers = drawing.days.map(dayNumber);
  const [first, last] = [numbers[0] ?? 0, numbers.at(-1) ?? 0];
  const ends: [number, number] = first === last ? [first - 1, last + 1] : [first, last];
  let ink = inkOf(element);
  const lines = drawing.series.map(({ tone, area = false }): uPlot.Series => ({
    stroke: () => ink[tone],
    width: tone === 'other' ? 1.5 : 2,
    ...(tone === 'other' ? { dash: [5, 4] } : {}),
    ...(area ? { fill: () => faint(ink[tone]) } : {}),
    spanGaps: false,
    points: { show: numbers.length === 1, size: 6, fill: () => ink[tone] }
  }));
  const chart = new uPlot(
    {
      width: Math.max(60, element.clientWidth),
      height: element.clientHeight,
      padding: [8, 0, 0, 0],
      legend: { show: false },
      scales: {
        x: { time: false, range: () => ends },
        y: { range: (_, low, high) => heights(low, high, drawing.fromZero) }
      },
      axes: [
        {
          size: bottom,
          gap: 9,
          stroke: () => ink.muted,
          grid: { show: false },
          ticks: { show: false },
          splits: (plot, _axis, from, to) => [...dayMarks(from, to, Math.floor(plot.width / 80))],
          values: (_, marks) => [...markTexts(marks)]
        },
        {
          size: 0,
          stroke: 'transparent',
          grid: { stroke: () => ink.line, width: 1 },
          ticks: { show: false },
          space: 48
        }
      ],
      series: [{}, ...lines],
      cursor: {
        y: false,
        drag: { setScale: false, x: false, y: false },
        points: {
          size: 9,
          width: 2,
          stroke: () => ink.paper,
          fill: (_, at) => ink[drawing.series[at - 1]?.tone ?? 'main']
        }
      },
      hooks: {
        draw: [
          (plot) => drawTicks(plot, drawing, numbers, ink),
          (plot) => drawMarks(plot, drawing, numbers, ink),
          (plot) => drawHeights(plot, drawing, ink)
        ],
        setCursor: [({ cursor }) => onPoint((cursor.left ?? -1) < 0 ? null : (cursor.idx ?? null))]
      }
    },
    [numbers, ...drawing.series.map(({ values }) => values.map(height))] as uPlot.AlignedData,
    element
  );
  // The names of axes are drawn in this font; it is set once the element is known.
  for (const axis of chart.axes) axis.font = scaledFont(ink.font);
  const redraw = (): void => {
    ink = inkOf(element);
    chart.redraw(false, true);
  };
  const sized = new ResizeObserver(() =>
    chart.setSize({ width: Math.max(60, element.clientWidth), height: element.clientHeight })
  );
  sized.observe(element);
  const unwatch = watchInk(redraw);
  redraw();
  return {
    point(at) {
      const number = at === null ? undefined : numbers[at];
      if (number === undefined) chart.setCursor({ left: -10, top: -10 });
      else chart.setCursor({ left: chart.valToPos(number, 'x'), top: 10 });
    },
    redraw,
    destroy() {
      sized.disconnect();
      unwatch();
      chart.destroy();
    }
  };
}

/** A little air above and below; a flat line lies in the middle. */
function heights(low: number | null, high: number | null, fromZero: boolean): [number, number] {
  const from = fromZero ? Math.min(0, low ?? 0) : (low ?? 0);
  const to = fromZero ? Math.max(0, high ?? 0) : (high ?? 1);
  const air = (to - from) * 0.08 || Math.abs(to) * 0.1 || 1;
  return [fromZero && from === 0 ? 0 : from - air, fromZero && to === 0 ? 0 : to + air];
}

const scaledFont = (font: string): string => font.replace('12px', `${Math.round(12 * devicePixelRatio)}px`);

/** What a height is, above its line and inside the picture, so that the picture has the whole width. */
function drawHeights(plot: uPlot, { axisText }: TimeDrawing, ink: Ink): void {
  const { ctx, bbox } = plot;
  const [from = 0, to = 0] = [plot.scales['y']?.min ?? 0, plot.scales['y']?.max ?? 0];
  const marks = (plot.axes[1] as { _splits?: readonly (number | null)[] })._splits ?? [];
  ctx.save();
  ctx.font = scaledFont(ink.font);
  ctx.textBaseline = 'bottom';
  ctx.lineWidth = 4 * devicePixelRatio;
  ctx.lineJoin = 'round';
  const right = getComputedStyle(plot.root).direction === 'rtl';
  ctx.textAlign = right ? 'right' : 'left';
  for (const mark of marks) {
    if (mark === null || mark < from || mark > to) continue;
    const y = plot.valToPos(mark, 'y', true) - 2 * devicePixelRatio;
    if (y < bbox.top + 12 * devicePixelRatio) continue;
    const x = right ? bbox.left + bbox.width : bbox.left;
    ctx.strokeStyle = ink.paper;
    ctx.strokeText(axisText(mark), x, y);
    ctx.fillStyle = ink.muted;
    ctx.fillText(axisText(mark), x, y);
  }
  ctx.restore();
}

/** Flows as small ticks on the ground: upwards what came in, downwards what went out. */
function drawTicks(plot: uPlot, { flows }: TimeDrawing, numbers: readonly number[], ink: Ink): void {
  const { ctx, bbox } = plot;
  const ground = bbox.top + bbox.height;
  const length = 7 * devicePixelRatio;
  ctx.save();
  ctx.lineWidth = 2 * devicePixelRatio;
  flows.forEach((flow, at) => {
    const size = height(flow) ?? 0;
    const number = numbers[at];
    if (size === 0 || number === undefined) return;
    const x = plot.valToPos(number, 'x', true);
    ctx.strokeStyle = size > 0 ? ink.gain : ink.loss;
    ctx.beginPath();
    ctx.moveTo(x, ground);
    ctx.lineTo(x, ground + (size > 0 ? -length : length));
    ctx.stroke();
  });
  ctx.restore();
}

/** Purchases point up from below the line, sales down from above it, payments are dots on it. */
function drawMarks(plot: uPlot, { marks, series }: TimeDrawing, numbers: readonly number[], ink: Ink): void {
  const { ctx } = plot;
  const size = 5 * devicePixelRatio;
  ctx.save();
  for (const { day, kind } of marks) {
    const number = dayNumber(day);
    const at = numbers.findIndex((candidate) => candidate >= number);
    const value = height(series[0]?.values[at < 0 ? numbers.length - 1 : at] ?? null);
    if (value === null || number < (numbers[0] ?? 0)) continue;
    const x = plot.valToPos(number, 'x', true);
    const y = plot.valToPos(value, 'y', true);
    ctx.beginPath();
    if (kind === 'income') ctx.arc(x, y, size * 0.8, 0, 2 * Math.PI);
    else {
      const down = kind === 'in' ? 1 : -1;
      ctx.moveTo(x, y + down * size);
      ctx.lineTo(x - size, y + down * size * 2.8);
      ctx.lineTo(x + size, y + down * size * 2.8);
      ctx.closePath();
    }
    ctx.fillStyle = kind === 'in' ? ink.gain : kind === 'out' ? ink.loss : ink.other;
    ctx.strokeStyle = ink.paper;
    ctx.lineWidth = 2 * devicePixelRatio;
    ctx.stroke();
    ctx.fill();
  }
  ctx.restore();
}
