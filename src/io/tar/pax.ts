import { decodeName } from '../decode-name';

/**
 * Reads the records of a pax header, `LENGTH KEY=VALUE\n`, where LENGTH counts itself. Stops at the first
 * malformed record and returns those before it.
 * Source: POSIX.1-2017, pax, "pax Extended Header".
 */
export function parsePaxRecords(bytes: Uint8Array): ReadonlyMap<string, string> {
  const records = new Map<string, string>();
  let at = 0;
  while (at < bytes.length) {
    const blank = bytes.indexOf(0x20, at);
    // No length has more than twenty digits.
    if (blank < 0 || blank - at > 20) break;
    const lengthText = String.fromCharCode(...bytes.subarray(at, blank));
    const end = at + Number(lengthText);
    if (!/^[0-9]+$/.test(lengthText) || end > bytes.length || end <= blank + 1) break;
    if (bytes[end - 1] !== 0x0a) break;
    const record = decodeName(bytes.subarray(blank + 1, end - 1));
    const equals = record.indexOf('=');
    if (equals <= 0) break;
    records.set(record.slice(0, equals), record.slice(equals + 1));
    at = end;
  }
  return records;
}
