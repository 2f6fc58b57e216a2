/** Day 0 of Excel's calendar, in which 1900 is a leap year: right from March 1900 on. */
const DAY_0 = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;
const TIME = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?/;

/**
 * Makes Excel's number of a time in ISO 8601 as the clock showed it, since Excel knows no zones. Null for what is
 * no such time.
 */
export function localDate(iso: string | null | undefined): number | null {
  const found = TIME.exec(iso ?? '');
  if (found === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found
    .slice(1, 7)
    .map((digits: string | undefined) => Number(digits ?? 0));
  const time = Date.UTC(year, month - 1, day, hour, minute, second);
  const written = new Date(time);
  const isReal = written.getUTCDate() === day && written.getUTCMonth() === month - 1;
  return isReal && year > 1900 ? (time - DAY_0) / DAY : null;
}
