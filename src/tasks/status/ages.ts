import { count } from '../../text/words';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `3 days ago`; '' where the time is none. Clocks that differ make nothing happen in the future. */
export function ago(time: string, now: Date): string {
  const age = Math.max(0, now.getTime() - Date.parse(time));
  if (Number.isNaN(age)) return '';
  if (age < HOUR) return `${count(Math.floor(age / MINUTE), 'minute', 'minutes')} ago`;
  return age < 2 * DAY ? `${count(Math.floor(age / HOUR), 'hour', 'hours')} ago` : `${Math.floor(age / DAY)} days ago`;
}

/** What is known, with commas. */
export function phrase(...parts: readonly string[]): string {
  return parts.filter(Boolean).join(', ');
}
