/**
 * Shapes of stored rows. Valibot, which the shapes of other records are made with, makes a copy of all that it
 * looks at: for tens of thousands of rows that takes longer than to parse them.
 */

export type Check = (value: unknown) => boolean;

export const isText: Check = (value) => typeof value === 'string';

/** Any number: rows may have some that JSON does not know. */
export const isNumber: Check = (value) => typeof value === 'number';

export const isIndex: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;

export const isTruth: Check = (value) => typeof value === 'boolean';

export function orNull(check: Check): Check {
  return (value) => value === null || check(value);
}

export function orAbsent(check: Check): Check {
  return (value) => value === undefined || check(value);
}

export function oneOf(...words: readonly unknown[]): Check {
  return (value) => words.includes(value);
}

export function listOf(check: Check): Check {
  return (value) => Array.isArray(value) && value.every(check);
}

/** An object with at least these fields. */
export function fields(checks: Readonly<Record<string, Check>>): Check {
  const entries = Object.entries(checks);
  return (value) => {
    if (typeof value !== 'object' || value === null) return false;
    const found = value as Readonly<Record<string, unknown>>;
    for (const [name, check] of entries) if (!check(found[name])) return false;
    return true;
  };
}
