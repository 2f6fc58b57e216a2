/**
 * Encodes a value as JSON that decodes to the same value.
 *
 * @param apart removes a part that is no plain data, and returns its replacement; returns any other part
 * @returns null where the value contains a number that JSON cannot represent, and would write as null
 */
export function exactJson(
  value: unknown,
  apart: (part: unknown) => unknown = (part) => part,
): string | null {
  let isExact = true;
  const json = JSON.stringify(value, function (this: Record<string, unknown>, key, part: unknown) {
    if (typeof part === 'number' && !Number.isFinite(part)) isExact = false;
    // Takes the property itself, since `part` is the result of `toJSON` for some objects, such as Node's
    // Buffer.
    return typeof part === 'object' ? apart(this[key]) : part;
  });
  return isExact ? json : null;
}
