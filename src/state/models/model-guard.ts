import type { JobWatch } from '../../core/job/types';
import { planWatch } from '../../engine/plan-guard';
import type { ModelShelf, ShelvedModel } from '../model-shelf.svelte';
import type { SettingsState } from '../settings.svelte';

/** How jobs with a model are watched from now on; null of one that refuses by itself. */
export function watchOf(
  { key, pack }: ShelvedModel,
  models: ModelShelf,
  settings: SettingsState,
): JobWatch | null {
  if (!pack.ok) return null;
  const wanted = settings.values.watch[key] ?? null;
  return planWatch(pack.value.manifest, wanted, models.guard())?.told ?? null;
}

/** What a person says of watching a model. */
export function chooseWatch(settings: SettingsState, key: string, isWanted: boolean): void {
  void settings.set('watch', { ...settings.values.watch, [key]: isWanted });
}

/** Forgets what a person has said of a model that has gone: another may come under its key. */
export function forgetWatch(settings: SettingsState, key: string): void {
  const { [key]: gone, ...rest } = settings.values.watch;
  if (gone !== undefined) void settings.set('watch', rest);
}

/** What the card of a model says about it. */
export function watchWords(watch: JobWatch): string {
  switch (watch.kind) {
    case 'watched':
      return (
        `It cannot refuse by itself. ${watch.guard.id} ${watch.guard.version} says beside it whether there ` +
        `is a ${watch.guard.genus} pattern; without one its confidence is weak at most.`
      );
    case 'not-watched':
      return `It cannot refuse by itself, and no marker model runs beside it. ${watch.reason}`;
    case 'failed':
      return `${watch.problem.message} ${watch.problem.cure}`;
  }
}
