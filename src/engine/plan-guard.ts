import { classesOfOtherGenera, generaOf } from '../core/classify/genus-names';
import type { JobGuard } from '../core/job/types';
import type { ModelManifest } from '../core/model-pack/types';
import { problem, type Problem } from '../core/problem';
import { err, type Result } from '../core/result';
import type { ModelPack } from '../io/open-model-pack';
import { inTurn, sentence, type Sentences } from '../words/told/sentence';

/** Whether a job's classifier is guarded: the guard's pack, and what the page is told. */
export interface GuardPlan {
  /** Null when it is not guarded. */
  readonly guard: ModelPack | null;
  readonly told: JobGuard;
}

/**
 * Decides whether a model runs with the guard beside it. A marker model refuses by itself. A classifier is
 * guarded unless the user switched that off, or the names of all its classes are of genera that the guard
 * does not cover; docs/calls.md has the rule.
 *
 * @param wanted the user's choice for this model; null where there is none
 * @param guard the marker model, or why it is not available
 * @returns null for a model that is never guarded
 */
export function planGuard(
  manifest: ModelManifest,
  wanted: boolean | null,
  guard: Result<ModelPack, Problem>,
): GuardPlan | null {
  if (manifest.kind !== 'classifier') return null;
  if (wanted === false) return unguarded(sentence('job.guardOff'));
  if (!guard.ok) return { guard: null, told: { kind: 'failed', problem: guardLost(guard.error) } };
  const genera = generaOf(guard.value.manifest);
  const others = classesOfOtherGenera(manifest, guard.value.manifest);
  if (wanted === null && others.size === manifest.taxa.length) {
    return unguarded(
      sentence('job.guardOtherGenera', {
        genera: generaOf(manifest).slice(0, 3).join(', '),
        watched: { list: genera },
      }),
    );
  }
  const [genus = ''] = genera;
  return {
    guard: guard.value,
    told: { kind: 'watched', guard: { ...guard.value.ref, genus } },
  };
}

/**
 * Picks the marker model among those that a host lists: its default, or else the first that it has.
 *
 * @param models in the host's order
 */
export function pickGuard(
  models: readonly { readonly isDefault: boolean; readonly pack: Result<ModelPack, Problem> }[],
): Result<ModelPack, Problem> {
  const byDefault = models.find(({ isDefault }) => isDefault)?.pack;
  if (byDefault !== undefined && (!byDefault.ok || canRefuse(byDefault.value))) return byDefault;
  const other = models.find(({ pack }) => pack.ok && canRefuse(pack.value))?.pack;
  return other ?? err(NO_GUARD);
}

/** @returns what is told of a guard that no compute thread could open */
export function failedGuard(reason: Problem): JobGuard {
  return { kind: 'failed', problem: guardLost(reason) };
}

/** @returns whether two jobs are guarded alike, by the same guard or not at all, which equal rows require */
export function isSameGuard(a: JobGuard | null, b: JobGuard | null): boolean {
  if (a?.kind !== 'watched' || b?.kind !== 'watched') return a?.kind === b?.kind;
  return a.guard.sha256 === b.guard.sha256 && a.guard.manifestSha256 === b.guard.manifestSha256;
}

/**
 * Checks that a pack can be the guard, since a command line may name any pack.
 *
 * @returns the pack, or the problem
 */
export function asGuard(pack: Result<ModelPack, Problem>): Result<ModelPack, Problem> {
  return !pack.ok || canRefuse(pack.value) ? pack : err(NO_GUARD);
}

function canRefuse({ manifest }: ModelPack): boolean {
  return manifest.kind === 'markers' && generaOf(manifest).length > 0;
}

function unguarded(reason: Sentences): GuardPlan {
  return { guard: null, told: { kind: 'not-watched', reason } };
}

function guardLost({ message, cure }: Problem): Problem<'guard-lost'> {
  return problem(
    'guard-lost',
    sentence('job.guardLost', { reason: message }),
    inTurn(cure, sentence('job.guardLostCure')),
  );
}

const NO_GUARD = problem(
  'guard-absent',
  sentence('job.guardAbsent'),
  sentence('job.askOperatorCure'),
);
