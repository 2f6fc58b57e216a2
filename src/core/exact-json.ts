/**
 * Encodes plain data as JSON that decodes to the same value.
 *
 * @returns null where the value contains what JSON cannot represent: a number that it would write as null, or a typed
 * array
 */
export function exactJson(value: unknown): string | null {
  // A function that JSON calls for each part would see the numbers as well, but would double the time.
  return hasFiniteNumbers(value) ? JSON.stringify(value) : null;
}

/** Whether all numbers in a value are finite, and none are in a typed array. */
function hasFiniteNumbers(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return hasFiniteItems(value);
  // JSON would make it an object with a name for each number.
  if (ArrayBuffer.isView(value)) return false;
  for (const key in value) {
    if (!hasFiniteNumbers((value as Record<string, unknown>)[key])) return false;
  }
  return true;
}

/**
 * Checks numbers here, in a loop by index: the engine would make an object of each number that it passes to a function or
 * gets from an iterator, and a run has a million numbers.
 */
function hasFiniteItems(list: readonly unknown[]): boolean {
  for (let i = 0; i < list.length; i++) {
    const item = list[i];
    if (typeof item === 'number' ? !Number.isFinite(item) : !hasFiniteNumbers(item)) return false;
  }
  return true;
}

/**
 * The same for a value with parts that are no plain data.
 *
 * @param apart removes such a part, and returns its replacement; returns any other part
 */
export function exactJsonApart(value: unknown, apart: (part: unknown) => unknown): string | null {
  let isExact = true;
  const json = JSON.stringify(value, function (this: Record<string, unknown>, key, part: unknown) {
    if (typeof part === 'number' && !Number.isFinite(part)) isExact = false;
    // Takes the property itself, since `part` is the result of `toJSON` for some objects, such as Node's
    // Buffer.
    return typeof part === 'object' ? apart(this[key]) : part;
  });
  return isExact ? json : null;
}
