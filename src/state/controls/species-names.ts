import { namesOfModel } from '../../core/controls/called-sample';
import { looseText } from '../../core/controls/control';
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

/**
 * Whether a model of this computer can call what a control is declared to be. Another may be meant for a model that
 * is added later, or be mistyped: it then fails in every run.
 */
export function canBeCalled(expects: string, models: readonly ShelvedModel[]): boolean {
  const wanted = looseText(expects);
  return models.some(
    ({ pack }) =>
      pack.ok && namesOfModel(pack.value.manifest).some((name) => looseText(name) === wanted),
  );
}
