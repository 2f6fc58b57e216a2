import { groupDigits } from '../core/text';

/** Writes a duration, coarse enough not to flicker: `8 s`, `3 min`, `2 h 5 min`. */
export function formatDuration(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  if (seconds < 1) return 'less than 1 s';
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const rest = minutes % 60;
  return rest === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${rest} min`;
}

/** Writes a count: `12,480`. */
export function formatCount(count: number): string {
  return groupDigits(count);
}

/** Writes `1 spectrum` or `96 spectra`. */
export function countOf(count: number, one: string, many: string): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

const dateAndTime = new Intl.DateTimeFormat('en-GB', {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** Writes `23 Nov 2026, 19:40`, in this computer's time zone. A damaged record may have no time. */
export function formatTime(milliseconds: number): string {
  const isTime = Math.abs(milliseconds) <= LAST_TIME;
  return isTime ? dateAndTime.format(milliseconds) : 'an unknown day';
}

/**
 * Writes the time that a file says, `2019-12-12T10:22:10.787+11:00`, as `12 Dec 2019, 10:22 (UTC+11:00)`: on the
 * clock of the instrument, since people look for it in its records. Any other text stays as it is.
 */
export function formatStamp(text: string): string {
  const parts = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::[\d.]+)?(Z|[+-]\d\d:?\d\d)?$/.exec(text);
  const day = Date.parse(`${parts?.[1] ?? ''}T00:00:00Z`);
  if (parts === null || Number.isNaN(day)) return text;
  const [, , time = '', zone] = parts;
  const name =
    zone === undefined
      ? ''
      : ` (UTC${/^(?:Z|[+-]00:?00)$/.test(zone) ? '' : zone.replace('-', '−')})`;
  return `${dateOnly.format(day)}, ${time}${name}`;
}

const dateOnly = new Intl.DateTimeFormat('en-GB', {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  timeZone: 'UTC',
});
/** Milliseconds since 1970 that a date can have at most. */
const LAST_TIME = 8.64e15;

/** Writes a number with its sign, a minus and not a hyphen: `+1.2`, `−0.4`, `0.0`. */
export function formatSigned(value: number, digits: number): string {
  const text = Math.abs(value).toFixed(digits);
  if (Number(text) === 0) return text;
  return (value < 0 ? '−' : '+') + text;
}
