import { hasOrders, withoutOrders } from './orders';

/** Escapes of JSON for what a program would obey: a tab, a line break, any control, half a character. */
const ESCAPED = /\\[bfnrtu]/;

/**
 * Writes a value as JSON in which no text holds what a terminal would obey, also after a program has read it: a
 * name can come from anywhere.
 *
 * @param indent blanks a level; everything on one line by default
 */
export function jsonText(value: unknown, indent = 0): string {
  const plain = JSON.stringify(value);
  // Hardly any has one, and to look at each text by itself takes several times as long.
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
