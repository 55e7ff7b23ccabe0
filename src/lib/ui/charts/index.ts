/**
 * Pictures of figures, each with its table behind it. What draws over time is loaded when the first such picture is
 * shown. Values are decimal text or numbers; only the height of a point is made from them as a float.
 */
export { default as BarTable, type BarLine } from './BarTable.svelte';
export { default as ChartTable } from './ChartTable.svelte';
export { default as Columns, type Column } from './Columns.svelte';
export { default as Sparkline } from './Sparkline.svelte';
export { default as TimeChart } from './TimeChart.svelte';
export type { PointValue, TimeMark, TimeSeries } from './series';
