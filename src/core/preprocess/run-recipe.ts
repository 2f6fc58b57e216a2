import type { BinAxis } from '../model-pack/types';
import type { Spectrum } from '../spectrum/spectrum';
import { binMeans } from './bin';
import { processProfile } from './process-profile';
import type { Recipe } from './recipe';
import { Workspace } from './workspace';

/**
 * Applies a recipe's steps to a spectrum and bins the result.
 *
 * @param spectrum [points] as measured. Not changed. At least as many points as the widest window.
 * @param workspace kept from spectrum to spectrum for speed; see `workspace.ts`
 * @returns [bins] share of the total ion current per Da, a new array that may be transferred
 */
export function runRecipe(
  recipe: Recipe,
  spectrum: Spectrum,
  bins: BinAxis,
  workspace: Workspace = new Workspace(),
): Float64Array<ArrayBuffer> {
  const y = processProfile(recipe, spectrum, workspace);
  return binMeans(y, workspace.binStarts(spectrum.mz, bins));
}
