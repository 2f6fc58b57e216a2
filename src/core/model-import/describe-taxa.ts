import type { TaxonInfo } from '../model-pack/types';

/**
 * Makes taxa of the model's classes: ids are made from their names, and names are shortened where classes
 * share a genus.
 */
export function describeTaxa(names: readonly string[]): TaxonInfo[] {
  const taken = new Set<string>();
  return names.map((name, color) => {
    const id = uniqueId(slugify(name) || 'class', taken);
    taken.add(id);
    return { id, name, shortName: shorten(name, names), outgroup: false, color, note: '' };
  });
}

/** Turns `Klebsiella oxytoca group` into `klebsiella-oxytoca-group`; empty when nothing is left. */
export function slugify(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 56)
    .replace(/^-+|-+$/g, '');
}

function uniqueId(id: string, taken: ReadonlySet<string>): string {
  if (!taken.has(id)) return id;
  let n = 2;
  while (taken.has(`${id}-${n}`)) n++;
  return `${id}-${n}`;
}

/**
 * Shortens a name that begins like a binomial, to `K. pneumoniae`. What looks like a genus counts as one only
 * if another class has it too: "No spectrum" does not begin with a genus.
 */
function shorten(name: string, names: readonly string[]): string {
  const binomial = readBinomial(name);
  const isShared = names.some(
    (other) => other !== name && readBinomial(other)?.genus === binomial?.genus,
  );
  return binomial !== null && isShared ? `${binomial.genus.slice(0, 1)}. ${binomial.rest}` : name;
}

function readBinomial(name: string): { genus: string; rest: string } | null {
  const found = /^(\p{Lu}\p{Ll}{3,}) (\p{Ll}.*)$/u.exec(name);
  return found === null ? null : { genus: found[1]!, rest: found[2]! };
}
