/** @returns the first item that is equal to an earlier one */
export function firstRepeated<T>(items: readonly T[]): T | undefined {
  const seen = new Set<T>();
  return items.find((item) => seen.size === seen.add(item).size);
}
