/** `512 bytes`, `83.7 KB`, `2.6 MB`: for sentences, in units of 1024 with one decimal below 100. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return bytes === 1 ? '1 byte' : `${bytes} bytes`;
  let value = bytes;
  let unit = -1;
  while (value >= 1024 && unit < UNITS.length - 1) {
    value /= 1024;
    unit += 1;
  }
  const digits = value < 100 && !Number.isInteger(value) ? 1 : 0;
  return `${value.toFixed(digits)} ${UNITS[unit]}`;
}

const UNITS = ['KB', 'MB', 'GB', 'TB', 'PB'] as const;
