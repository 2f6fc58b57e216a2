import type { ModelManifest } from '../model-pack/types';

/** `Klebsiella pneumoniae`, `Raoultella species`, `Escherichia_coli`; no `K. pneumoniae`, and no `Kp1`. */
const BINOMIAL = /^([A-Z][a-z]{3,})[ _][a-z]{3,}/;

/** The genus in a taxon's or a class's name; null where the name has none that is written out. */
export function genusOf(name: string): string | null {
  return BINOMIAL.exec(name)?.[1] ?? null;
}

/** The genera that a model can name, each once, in its order. */
export function generaOf({ taxa }: Pick<ModelManifest, 'taxa'>): readonly string[] {
  const named = taxa.filter(({ outgroup }) => !outgroup);
  return [...new Set(named.flatMap(({ name }) => genusOf(name) ?? []))];
}

/**
 * Ids of the classes of a classifier that are by their names of genera that the guard cannot name.
 * @param guard its manifest
 */
export function classesOfOtherGenera(
  { taxa }: Pick<ModelManifest, 'taxa'>,
  guard: Pick<ModelManifest, 'taxa'>,
): ReadonlySet<string> {
  const known = generaOf(guard).map((genus) => genus.toLowerCase());
  const isOther = (name: string) =>
    genusOf(name) !== null && !known.some((genus) => name.toLowerCase().includes(genus));
  return new Set(taxa.filter(({ name }) => isOther(name)).map(({ id }) => id));
}
