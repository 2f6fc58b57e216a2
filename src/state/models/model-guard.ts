import type { JobGuard } from '../../core/job/types';
import { planGuard } from '../../engine/plan-guard';
import type { ModelShelf, ShelvedModel } from '../model-shelf.svelte';
import type { SettingsState } from '../settings.svelte';
import { say } from '../../words/say';
import { inWords } from '../../words/in-words';

/** Returns how new jobs with a model are guarded; null for a model that refuses by itself. */
export function guardOf(
  { key, pack }: ShelvedModel,
  models: ModelShelf,
  settings: SettingsState,
): JobGuard | null {
  if (!pack.ok) return null;
  const wanted = settings.values.watch[key] ?? null;
  return planGuard(pack.value.manifest, wanted, models.guard())?.told ?? null;
}

/** Stores whether a person wants a model to be guarded, under the setting `watch`. */
export function chooseGuard(settings: SettingsState, key: string, isWanted: boolean): void {
  void settings.set('watch', { ...settings.values.watch, [key]: isWanted });
}

/** Removes the choice for a model that is gone, since another model may get its key. */
export function forgetGuard(settings: SettingsState, key: string): void {
  const { [key]: gone, ...rest } = settings.values.watch;
  if (gone !== undefined) void settings.set('watch', rest);
}

/** Writes the sentence on a model's card. */
export function guardWords(guard: JobGuard): string {
  switch (guard.kind) {
    case 'watched':
      return say('models.guardRuns', {
        id: guard.guard.id,
        version: guard.guard.version,
        genus: guard.guard.genus,
      });
    case 'not-watched':
      return say('models.guardDoesNotRun', { reason: inWords(guard.reason) });
    case 'failed':
      return `${inWords(guard.problem.message)} ${inWords(guard.problem.cure)}`;
  }
}
