import { groupDigits } from '../core/text';

/** Writes a probability, which is never rounded to 0 or to 100%. */
export function formatPercent(probability: number): string {
  const percent = 100 * probability;
  if (percent > 99.9) return '>99.9%';
  if (percent < 0.1) return '<0.1%';
  return `${percent.toFixed(1)}%`;
}

/** Writes a limit as it was set: `90%`, `99.5%`. */
export function formatThreshold(probability: number): string {
  return `${Number((100 * probability).toFixed(2))}%`;
}

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

/** Writes `23 Nov 2026, 19:40`, in this computer's time zone. */
export function formatTime(milliseconds: number): string {
  return dateAndTime.format(milliseconds);
}

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
