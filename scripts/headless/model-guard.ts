import { asGuard, planGuard, type GuardPlan } from '../../src/engine/plan-guard';
import type { ModelPack } from '../../src/io/open-model-pack';
import { UsageError } from './command-line';
import { readModelPack } from './model-pack';

/**
 * Plans how the model is guarded, by --guard and --no-guard. The marker model is only read where it may be
 * needed.
 */
export async function typedGuard(
  pack: ModelPack,
  isWanted = false,
  isUnwanted = false,
): Promise<GuardPlan | null> {
  if (isWanted && isUnwanted) {
    throw new UsageError('--guard and --no-guard contradict each other.');
  }
  if (pack.manifest.kind !== 'classifier') return null;
  const wanted = isWanted ? true : isUnwanted ? false : null;
  return planGuard(pack.manifest, wanted, asGuard(await readModelPack(null)));
}
