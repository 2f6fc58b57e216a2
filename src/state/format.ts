import { showMz } from '../core/classify/shown-mz';
import * as neutral from '../core/text';
import { say, speaker } from '../words/say';

// A number is rounded once, in src/core, for sentences and cells alike. Here it is written as the reader's language
// writes it, which is all that a page adds.

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

/** Writes a count: `12,480`; or a number with as many decimals. */
export function formatCount(count: number, decimals = 0): string {
  return speaker().figure(neutral.groupDigits(count, decimals));
}

/** Writes a number without marks between thousands: `9.4`. */
export function formatFixed(value: number, decimals: number): string {
  return speaker().figure(value.toFixed(decimals));
}

/** Writes an m/z: `5193.92`. */
export function formatMz(mz: number): string {
  return speaker().figure(showMz(mz));
}

/** Writes a probability: `68.4%`, `>99.9%`. */
export function formatPercent(probability: number): string {
  return speaker().figure(neutral.formatPercent(probability));
}

/** Writes a limit of it, as it was set: `90%`. */
export function formatThreshold(probability: number): string {
  return speaker().figure(neutral.formatThreshold(probability));
}

/** Writes a size: `2.6 MB`. */
export function formatBytes(bytes: number): string {
  return speaker().figure(neutral.formatBytes(bytes));
}

const DATE = { year: 'numeric', month: 'short', day: 'numeric' } as const;
const TIME = { hour: '2-digit', minute: '2-digit' } as const;
const DATE_AND_TIME = { ...DATE, ...TIME } as const;
const DATE_OF_FILE = { ...DATE, timeZone: 'UTC' } as const;

/** Making one takes longer than a row of a table may. */
const writers = new Map<string, Intl.DateTimeFormat>();

function writeDate(milliseconds: number, form: Intl.DateTimeFormatOptions): string {
  const { locale } = speaker();
  const key = `${locale} ${JSON.stringify(form)}`;
  let writer = writers.get(key);
  if (writer === undefined) {
    writer = new Intl.DateTimeFormat(locale, form);
    writers.set(key, writer);
  }
  return writer.format(milliseconds);
}

/** Writes `23 Nov 2026, 19:40`, in this computer's time zone. A damaged record may have no time. */
export function formatTime(milliseconds: number): string {
  const isTime = Math.abs(milliseconds) <= LAST_TIME;
  return isTime ? writeDate(milliseconds, DATE_AND_TIME) : say('common.timeUnknown');
}

/** Writes `23 Nov 2026`, in this computer's time zone. */
export function formatDay(milliseconds: number): string {
  const isTime = Math.abs(milliseconds) <= LAST_TIME;
  return isTime ? writeDate(milliseconds, DATE) : say('common.timeUnknown');
}

/** Writes `19:40`, in this computer's time zone. */
export function formatTimeOfDay(milliseconds: number): string {
  const isTime = Math.abs(milliseconds) <= LAST_TIME;
  return isTime ? writeDate(milliseconds, TIME) : say('common.timeUnknown');
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
  return `${writeDate(day, DATE_OF_FILE)}, ${time}${name}`;
}

/** Writes the same without the zone, where there is no room for it: `12 Dec 2019, 10:22`. */
export function formatStampShort(text: string): string {
  return formatStamp(text).replace(/ \(UTC[^)]*\)$/, '');
}

/** Milliseconds since 1970 that a date can have at most. */
const LAST_TIME = 8.64e15;

/** Writes a number with its sign, a minus and not a hyphen: `+1.2`, `−0.4`, `0.0`. */
export function formatSigned(value: number, digits: number): string {
  const text = Math.abs(value).toFixed(digits);
  const sign = Number(text) === 0 ? '' : value < 0 ? '−' : '+';
  return speaker().figure(sign + text);
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
    return speaker().figure(`${part.toFixed(digits)}${unit}`);
  }
  return value.toFixed(0);
}
