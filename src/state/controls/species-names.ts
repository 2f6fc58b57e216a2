import type { ShelvedModel } from '../model-shelf.svelte';

/** Lists the names of species and groups that the models of this computer can call, for a person who types one. */
export function speciesNames(models: readonly ShelvedModel[] | null): readonly string[] {
  const names = new Set<string>();
  for (const { pack } of models ?? []) {
    if (!pack.ok) continue;
    const { taxa, groups } = pack.value.manifest;
    for (const { name, outgroup, alsoFits = [] } of taxa) {
      if (outgroup) continue;
      for (const one of [...name.split(' or '), ...alsoFits]) names.add(one);
    }
    for (const { name } of groups) names.add(name);
  }
  return [...names].sort();
}
