import { hasOrders, withoutOrders } from './orders';

/** Escapes of JSON for what a program would obey: a tab, a line break, any control, half a character. */
const ESCAPED = /\\[bfnrtu]/;

/**
 * Writes a value as JSON without characters that a terminal would obey, neither as they are nor escaped:
 * names come from strangers.
 *
 * @param indent number of blanks for each level; by default everything is on one line
 */
export function jsonText(value: unknown, indent = 0): string {
  const plain = JSON.stringify(value);
  // Few values have one, and checking each text by itself takes several times as long.
  if (!ESCAPED.test(plain) && !hasOrders(plain)) {
    return indent === 0 ? plain : JSON.stringify(value, null, indent);
  }
  return JSON.stringify(value, cleaned, indent);
}

function cleaned(_key: string, value: unknown): unknown {
  if (typeof value === 'string') return withoutOrders(value);
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  const entries = Object.entries(value);
  if (!entries.some(([key]) => hasOrders(key))) return value;
  return Object.fromEntries(entries.map(([key, kept]) => [withoutOrders(key), kept]));
}
