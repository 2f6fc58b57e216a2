import type { Merge } from './dendrogram';

/**
 * Writes a dendrogram in the format of Newick, which programs for trees read. A branch is as long as the difference of
 * heights; a leaf's depth is half of the distance at which two meet, as UPGMA has it. A long tree is written in pieces,
 * so that a page can draw in between.
 *
 * @param nameOf is asked for each leaf once
 */
export function* newick(
  n: number,
  nameOf: (leaf: number) => string,
  merges: readonly Merge[],
): Generator<string, void, void> {
  const depthOf = (node: number) => (node < n ? 0 : merges[node - n]!.height / 2);
  // What is still to be written, the next at the end: texts, and nodes by their number.
  const waiting: (string | number)[] = n === 0 ? [] : [n + merges.length - 1];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === 'string') yield next;
    else if (next < n) yield quoted(nameOf(next));
    else {
      const { left, right } = merges[next - n]!;
      const depth = depthOf(next);
      const branch = (node: number) => `:${length(depth - depthOf(node))}`;
      waiting.push(`${branch(right)})`, right, `${branch(left)},`, left);
      yield '(';
    }
  }
  yield ';\n';
}

/** A quoted label may have any character; a quote in it is doubled. */
function quoted(name: string): string {
  return `'${name.replaceAll("'", "''").replace(/\s+/g, ' ')}'`;
}

function length(value: number): string {
  return String(Math.round(Math.max(0, value) * 1e6) / 1e6);
}
