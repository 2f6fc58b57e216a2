import { unreachable } from '../result';
import type { Spectrum } from '../spectrum/spectrum';
import { clipNegative, normalise, squareRoot, subtract, totalIonCurrent } from './pointwise';
import type { Recipe } from './recipe';
import { smoothSavitzkyGolay } from './savitzky-golay';
import { estimateSnipBaseline } from './snip-baseline';
import { Workspace } from './workspace';

/**
 * Applies a recipe's steps to a spectrum, point by point, which makes the profile that is then binned.
 *
 * @param spectrum [points] as measured. Not changed. At least as many points as the widest window.
 * @param workspace kept from spectrum to spectrum for speed; see `workspace.ts`
 * @returns [points] of the spectrum's m/z. It is a buffer of the workspace (or, for a recipe without steps,
 * the spectrum's own intensities): copy what is needed after the next spectrum.
 */
export function processProfile(
  recipe: Recipe,
  spectrum: Spectrum,
  workspace: Workspace = new Workspace(),
): Float64Array {
  const { mz } = spectrum;
  let y = spectrum.intensity;
  const spare = (...inUse: readonly Float64Array[]) => workspace.spare(mz.length, ...inUse);
  for (const step of recipe.steps) {
    switch (step.kind) {
      case 'square-root':
        y = squareRoot(y, spare(y));
        break;
      case 'smooth':
        y = smoothSavitzkyGolay(y, step.window, step.order, spare(y));
        break;
      case 'subtract-baseline': {
        const first = spare(y);
        const baseline = estimateSnipBaseline(y, step.iterations, first, spare(y, first));
        y = subtract(y, baseline, baseline);
        break;
      }
      case 'normalise':
        y = normalise(y, totalIonCurrent(mz, y), spare(y));
        break;
      case 'clip':
        y = clipNegative(y, spare(y));
        break;
      default:
        return unreachable(step);
    }
  }
  return y;
}
