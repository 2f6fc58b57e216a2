import { groupDigits } from '../core/text';
import { say } from '../words/say';

/** Writes a duration, coarse enough not to flicker: `8 s`, `3 min`, `2 h 5 min`. */
export function formatDuration(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  if (seconds < 1) return say('common.durationShort');
  if (seconds < 60) return say('common.durationSeconds', { seconds });
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return say('common.durationMinutes', { minutes });
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return rest === 0
    ? say('common.durationHours', { hours })
    : say('common.durationHoursMinutes', { hours, minutes: rest });
}

/** Writes a count: `12,480`. */
export function formatCount(count: number): string {
  return groupDigits(count);
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
  return isTime ? dateAndTime.format(milliseconds) : say('common.timeUnknown');
}

const dayAlone = new Intl.DateTimeFormat('en-GB', {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
});

/** Writes `23 Nov 2026`, in this computer's time zone. */
export function formatDay(milliseconds: number): string {
  const isTime = Math.abs(milliseconds) <= LAST_TIME;
  return isTime ? dayAlone.format(milliseconds) : say('common.timeUnknown');
}

const timeAlone = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** Writes `19:40`, in this computer's time zone. */
export function formatTimeOfDay(milliseconds: number): string {
  const isTime = Math.abs(milliseconds) <= LAST_TIME;
  return isTime ? timeAlone.format(milliseconds) : say('common.timeUnknown');
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

/** Writes the same without the zone, where there is no room for it: `12 Dec 2019, 10:22`. */
export function formatStampShort(text: string): string {
  return formatStamp(text).replace(/ \(UTC[^)]*\)$/, '');
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

/** Writes a count in at most four characters: `950`, `340k`, `1.2M`, `5M`. */
export function shortCount(value: number): string {
  for (const [size, unit] of [
    [1e9, 'G'],
    [1e6, 'M'],
    [1e3, 'k'],
  ] as const) {
    // What would be rounded to 1000 of a unit is 1 of the next one.
    if (value < size * 0.9995) continue;
    const part = value / size;
    const digits = part < 9.95 && !Number.isInteger(part) ? 1 : 0;
    return `${part.toFixed(digits)}${unit}`;
  }
  return value.toFixed(0);
}
