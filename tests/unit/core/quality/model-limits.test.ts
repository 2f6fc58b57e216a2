import { expect, it } from 'vitest';
import { readDefinition } from '../../../../models/ribosomal-klebsiella/read-facts';
import { QUALITY_LIMITS } from '../../../../src/core/quality/limits';
import { bundledModel } from '../../../builders/bundled-model';

const { measures } = QUALITY_LIMITS;
const { minPeaks, minLociSupported } = readDefinition().thresholds.markers!;
const { accepting, parameters } = bundledModel();

/** Returns the height over noise from which a peak supports a marker: where the line of the knots crosses 0. */
function neutralRatio(): number {
  const { ratio, logRatio } = parameters.intensityKnots;
  const after = logRatio.findIndex((value) => value > 0);
  const [y0, y1] = [logRatio[after - 1]!, logRatio[after]!];
  const [x0, x1] = [Math.log(ratio[after - 1]!), Math.log(ratio[after]!)];
  return Math.exp(x0 - (y0 * (x1 - x0)) / (y1 - y0));
}

it('fails a spectrum for which the bundled model would name nothing', () => {
  const { peaks, markersFound, markerSignalToNoise } = measures;
  for (const { fail } of [peaks, markersFound, markerSignalToNoise]) {
    expect(fail?.source).toBe('model');
  }
  expect(peaks.fail!.value).toBe(minPeaks);
  // A value at the limit passes: the smallest sufficient number of loci passes, and one less fails.
  expect(markersFound.fail!.value).toBeLessThanOrEqual(minLociSupported / accepting);
  expect(markersFound.fail!.value).toBeGreaterThan((minLociSupported - 1) / accepting);
  expect(markerSignalToNoise.fail!.value).toBeCloseTo(neutralRatio(), 1);
});
