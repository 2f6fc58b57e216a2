import type { ModelAnswer } from '../../src/core/job/outcome';
import type { SpectrumMeasures } from '../../src/core/job/types';
import type { BinAxis, ModelManifest } from '../../src/core/model-pack/types';
import { ONE_DALTON_BINS } from '../../src/core/preprocess/bin';
import { SPECTRACL_1 } from '../../src/core/preprocess/recipe';
import type { Spectrum } from '../../src/core/spectrum/spectrum';
import { acceptedLine } from '../../src/core/watch/accepted-line';
import { findWatched } from '../../src/core/watch/find-watched';
import {
  type SpectrumWatch,
  WATCH_MIN_OVER_NOISE,
  type WatchTarget,
} from '../../src/core/watch/types';
import type { Preprocessor } from '../../src/kernel/preprocessor';

/** A spectrum that was classified, with its data. */
interface AnsweredSpectrum {
  /** As measured. */
  readonly spectrum: Spectrum;
  readonly measures: SpectrumMeasures | null;
  /** [bins] of the recipe */
  readonly vector: Float64Array<ArrayBuffer>;
  readonly bins: BinAxis;
  readonly answer: ModelAnswer;
  readonly manifest: ModelManifest;
  readonly preprocessor: Preprocessor;
}

/**
 * Looks for watched peaks among the peaks of the 1-Da bins, which its quality is measured from, too.
 * Changes neither its arguments nor the answer.
 */
export function watchSpectrum(
  watch: readonly WatchTarget[],
  { spectrum, measures, vector, bins, answer, manifest, preprocessor }: AnsweredSpectrum,
): { readonly watched: SpectrumWatch } {
  const fine = ONE_DALTON_BINS;
  const isFine =
    bins.first === fine.first && bins.width === fine.width && bins.count === fine.count;
  const fineVector = isFine ? vector : preprocessor.run(SPECTRACL_1, spectrum, fine);
  const { peaks } = preprocessor.findPeaks(fineVector, fine, WATCH_MIN_OVER_NOISE);
  return { watched: findWatched(peaks, watch, acceptedLine(answer, measures, manifest)) };
}
