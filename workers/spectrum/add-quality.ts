import type { ModelAnswer, SpectrumOutcome } from '../../src/core/job/outcome';
import type { SpectrumMeasures } from '../../src/core/job/types';
import type { ModelManifest } from '../../src/core/model-pack/types';
import { ONE_DALTON_BINS } from '../../src/core/preprocess/bin';
import { measureQuality } from '../../src/core/quality/measure-quality';
import type { Spectrum } from '../../src/core/spectrum/spectrum';
import type { Preprocessor } from '../../src/kernel/preprocessor';

/**
 * Adds measures of quality to a spectrum's measures.
 *
 * @param fine its vector in bins of 1 Da
 */
export function addQuality(
  { measures, record }: Pick<SpectrumOutcome, 'measures' | 'record'>,
  spectrum: Spectrum,
  fine: Float64Array<ArrayBuffer>,
  answer: ModelAnswer,
  manifest: ModelManifest,
  preprocessor: Preprocessor,
): SpectrumMeasures | null {
  if (measures === null) return null;
  const quality = measureQuality(
    {
      spectrum,
      maxIntensity: measures.maxIntensity,
      laserShots: record?.laserShots ?? null,
      vector: fine,
      bins: ONE_DALTON_BINS,
      answer,
    },
    manifest,
    (...asked) => preprocessor.findPeaks(...asked),
  );
  return { ...measures, quality };
}
