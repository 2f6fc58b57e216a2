/**
 * @param apart takes what is no plain data and goes by itself, and gives what stands for it; anything else
 * it gives back
 * @returns null where a number is in it that JSON has not: it would come out as null, and be lost
 */
export function exactJson(
  value: unknown,
  apart: (part: unknown) => unknown = (part) => part,
): string | null {
  let isExact = true;
  const json = JSON.stringify(value, function (this: Record<string, unknown>, key, part: unknown) {
    if (typeof part === 'number' && !Number.isFinite(part)) isExact = false;
    // What is there itself: of some objects, such as Node's Buffer, the part is what they say of themselves.
    return typeof part === 'object' ? apart(this[key]) : part;
  });
  return isExact ? json : null;
}
