/** Instants in the person's own time, days as days, and durations in words. */

const instant = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const dayOfInstant = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
const shortInstant = new Intl.DateTimeFormat(undefined, {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit'
});
const calendarDay = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' });

function shown(at: string | Date, with_: Intl.DateTimeFormat): string {
  const date = typeof at === 'string' ? new Date(at) : at;
  return Number.isNaN(date.getTime()) ? String(at) : with_.format(date);
}

/** ISO 8601 instant → `23 Nov 2026, 14:05` in local time. */
export const instantText = (at: string | Date): string => shown(at, instant);

/** ISO 8601 instant → `23 Nov, 14:05`, where the year is plain from what stands around it. */
export const shortInstantText = (at: string): string => shown(at, shortInstant);

/** ISO 8601 instant → its local day. */
export const dateText = (at: string | Date): string => shown(at, dayOfInstant);

/** `YYYY-MM-DD` → `23 Nov 2026`, the same day in every time zone. */
export const dayText = (day: string): string => shown(`${day}T00:00:00Z`, calendarDay);

/** A measured duration: `< 0.1 s`, `0.8 s`, `12 s`, `2 min 5 s`. */
export function secondsText(seconds: number): string {
  if (seconds > 0 && seconds < 0.05) return '< 0.1 s';
  if (seconds < 10) return `${seconds.toLocaleString(undefined, { maximumFractionDigits: 1 })} s`;
  const rounded = Math.round(seconds);
  if (rounded < 60) return `${rounded} s`;
  const rest = rounded % 60;
  return rest === 0 ? `${Math.floor(rounded / 60)} min` : `${Math.floor(rounded / 60)} min ${rest} s`;
}

/** An expected duration, honest about being a guess: `a few seconds`, `about 20 seconds`, `about 3 minutes`. */
export function roughlyText(seconds: number): string {
  if (seconds < 4) return 'a few seconds';
  if (seconds < 57) return `about ${seconds < 10 ? Math.ceil(seconds) : Math.ceil(seconds / 5) * 5} seconds`;
  const minutes = Math.max(1, Math.round(seconds / 60));
  return minutes === 1 ? 'about a minute' : `about ${minutes} minutes`;
}
