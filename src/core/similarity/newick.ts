import type { Merge } from './dendrogram';

/**
 * Writes a dendrogram in the format of Newick, which programs for trees read. A branch is as long as the difference of
 * heights; a leaf's depth is half of the distance at which two meet, as UPGMA has it.
 */
export function newick(names: readonly string[], merges: readonly Merge[]): string {
  const n = names.length;
  if (n === 0) return ';\n';
  const heightOf = (node: number) => (node < n ? 0 : merges[node - n]!.height / 2);
  const texts: string[] = names.map(quoted);
  for (const { left, right, height } of merges) {
    const branch = (node: number) => `${texts[node]!}:${length(height / 2 - heightOf(node))}`;
    texts.push(`(${branch(left)},${branch(right)})`);
    texts[left] = texts[right] = '';
  }
  return `${texts[texts.length - 1]!};\n`;
}

/** A quoted label may have any character; a quote in it is doubled. */
function quoted(name: string): string {
  return `'${name.replaceAll("'", "''").replace(/\s+/g, ' ')}'`;
}

function length(value: number): string {
  return String(Math.round(Math.max(0, value) * 1e6) / 1e6);
}
