/** Instants in the person's own time, days as days in their date style, and durations in words. */
import { preferences } from '../../app/preferences.svelte';
import { t, tn } from '../i18n/translate.svelte';
import { plainNumber, dateFormat } from './styles';

const time: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' };

/** `null` where the text is no date. */
function parsed(at: string | Date): Date | null {
  const date = typeof at === 'string' ? new Date(at) : at;
  return Number.isNaN(date.getTime()) ? null : date;
}

/** Year, month and day in the chosen order; null where the style is that of the language. */
function styled(year: number, month: number, day: number): string | null {
  const [yyyy, mm, dd] = [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')];
  const { dates } = preferences;
  if (dates === 'iso') return `${yyyy}-${mm}-${dd}`;
  if (dates === 'dayFirst') return `${dd}/${mm}/${yyyy}`;
  if (dates === 'dayFirstDots') return `${dd}.${mm}.${yyyy}`;
  return dates === 'monthFirst' ? `${mm}/${dd}/${yyyy}` : null;
}

const localDay = (date: Date): string | null => styled(date.getFullYear(), date.getMonth() + 1, date.getDate());

/** ISO 8601 instant → `23 Nov 2026, 14:05` in local time. */
export function instantText(at: string | Date): string {
  const date = parsed(at);
  if (date === null) return String(at);
  const day = localDay(date);
  return day === null
    ? dateFormat('instant', { dateStyle: 'medium', timeStyle: 'short' }).format(date)
    : `${day}, ${dateFormat('time', { timeStyle: 'short' }).format(date)}`;
}

/** ISO 8601 instant → `23 Nov, 14:05`, where the year is plain from what stands around it. */
export function shortInstantText(at: string): string {
  const date = parsed(at);
  return date === null ? at : dateFormat('shortInstant', { day: 'numeric', month: 'short', ...time }).format(date);
}

/** ISO 8601 instant → its local day. */
export function dateText(at: string | Date): string {
  const date = parsed(at);
  if (date === null) return String(at);
  return localDay(date) ?? dateFormat('date', { dateStyle: 'medium' }).format(date);
}

function calendar(day: string, name: string, options: Intl.DateTimeFormatOptions): string {
  const date = parsed(`${day}T00:00:00Z`);
  return date === null ? day : dateFormat(name, { ...options, timeZone: 'UTC' }).format(date);
}

/** `YYYY-MM-DD` → `23 Nov 2026`, the same day in every time zone. */
export function dayText(day: string): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  const own = year === undefined ? null : styled(Number(year), Number(month), Number(date));
  return own ?? calendar(day, 'day', { dateStyle: 'medium' });
}

/** `YYYY-MM-DD` → `23 Nov`, where the year is plain from what stands around it. */
export const shortDayText = (day: string): string => calendar(day, 'shortDay', { day: 'numeric', month: 'short' });

/** `23 Nov` for a day of this year, and with its year for any other. */
export function nearDayText(day: string, today: string): string {
  return day.slice(0, 4) === today.slice(0, 4) ? shortDayText(day) : dayText(day);
}

/** `YYYY-MM` or a day in it → `November 2026`. */
export const monthText = (month: string): string =>
  calendar(`${month.slice(0, 7)}-01`, 'month', { month: 'long', year: 'numeric' });

/** `YYYY-MM` or a day in it → `Nov`. */
export const shortMonthText = (month: string): string =>
  calendar(`${month.slice(0, 7)}-01`, 'shortMonth', { month: 'short' });

/** The weekdays from the person's first one on: `Mon`, `Tue` … */
export function weekdayNames(style: 'short' | 'long' = 'short'): readonly string[] {
  // The fourth of January 2021 was a Monday.
  return Array.from({ length: 7 }, (_, at) =>
    calendar(`2021-01-${String(3 + ((preferences.weekStart - 1 + at) % 7) + 1).padStart(2, '0')}`, `weekday ${style}`, {
      weekday: style
    })
  );
}

/** A measured duration: `< 0.1 s`, `0.8 s`, `12 s`, `2 min 5 s`. */
export function secondsText(seconds: number): string {
  if (seconds > 0 && seconds < 0.05) return `< ${plainNumber(1, 1).format(0.1)} s`;
  if (seconds < 10) return `${plainNumber(0, 1).format(seconds)} s`;
  const rounded = Math.round(seconds);
  if (rounded < 60) return `${rounded} s`;
  const rest = rounded % 60;
  return rest === 0 ? `${Math.floor(rounded / 60)} min` : `${Math.floor(rounded / 60)} min ${rest} s`;
}

/** An expected duration, honest about being a guess: `a few seconds`, `about 20 seconds`, `about 3 minutes`. */
export function roughlyText(seconds: number): string {
  if (seconds < 4) return t('a few seconds');
  if (seconds < 57) {
    const rounded = seconds < 10 ? Math.ceil(seconds) : Math.ceil(seconds / 5) * 5;
    return tn('about a second', 'about {count} seconds', rounded);
  }
  return tn('about a minute', 'about {count} minutes', Math.max(1, Math.round(seconds / 60)));
}
