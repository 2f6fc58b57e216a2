/**
 * Which of the byte ranges [start, end) begin inside one that began before them: in an honest archive
 * none does, while an archive bomb makes all its entries share the same bytes. Inputs are not changed.
 * @returns the indices of those ranges
 */
export function overlappingRanges(
  starts: readonly number[],
  ends: readonly number[],
): ReadonlySet<number> {
  const order = starts.map((_, i) => i).sort((a, b) => starts[a]! - starts[b]!);
  const overlapping = new Set<number>();
  let reached = -Infinity;
  for (const i of order) {
    if (starts[i]! < reached) overlapping.add(i);
    reached = Math.max(reached, ends[i]!);
  }
  return overlapping;
}
