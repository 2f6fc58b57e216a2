import type { SpectrumMeasures } from '../job/types';
import type { ModelManifest } from '../model-pack/types';

/** Where the points of a spectrum lie. */
export type MassAxis = Pick<SpectrumMeasures, 'points' | 'mzFirst' | 'mzLast'>;

/**
 * Why a spectrum lies outside what the model was judged on: its points are too far apart, or it does
 * not reach far enough. Null when it does not, or when the model knows no limit.
 */
export function judgeScope(
  { points, mzFirst, mzLast }: MassAxis,
  { thresholds }: Pick<ModelManifest, 'thresholds'>,
): string | null {
  const { scope } = thresholds;
  if (scope === null) return null;
  const spacing = points > 1 ? (mzLast - mzFirst) / (points - 1) : Infinity;
  if (spacing > scope.maxSpacing) {
    return `The points of the spectrum are ${spacing.toFixed(1)} Da apart on average; the model was judged on spectra with at most ${scope.maxSpacing} Da.`;
  }
  if (mzFirst > scope.from || mzLast < scope.to) {
    return `The spectrum goes from m/z ${mzFirst.toFixed(0)} to ${mzLast.toFixed(0)}; the model was judged on spectra that go from ${scope.from} to ${scope.to}.`;
  }
  return null;
}
