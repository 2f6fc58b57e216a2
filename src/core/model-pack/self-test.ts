import { lehmer } from '../lehmer';
import { selectFeatures } from './select-features';
import type { ModelManifest } from './types';

/** The parts of a manifest that the self-test's input depends on. */
export type SelfTestSubject = Pick<ModelManifest, 'bins' | 'features' | 'taxa' | 'markers'> & {
  readonly selfTest: Pick<ModelManifest['selfTest'], 'seed'>;
};

/** Number of peaks in the vector for a model that has no markers. */
const RANDOM_PEAKS = 60;
/** Number of bins on either side of its top that a peak extends to. */
const REACH = 20;

/**
 * Makes the input of a model's self-test: an artificial spectrum on the model's bins, the same everywhere.
 * For a marker model it has the commonest alleles of one taxon, so that the answer depends on the whole
 * graph; for another model it has peaks at random.
 *
 * It uses only additions, multiplications and divisions, which IEEE 754 rounds alike in every browser;
 * `Math.exp` and similar functions may differ in the last digit.
 *
 * @returns [features], or [bins] when the model takes all of them: one row of its graph's input
 */
export function makeSelfTestVector(subject: SelfTestSubject): Float32Array<ArrayBuffer> {
  const { bins, features } = subject;
  const input = new Float32Array(features?.length ?? bins.count);
  selectFeatures(makeSelfTestBins(subject), subject, input, 0);
  return input;
}

/** Makes the same before the model's features are selected from it: [bins]. */
export function makeSelfTestBins(subject: SelfTestSubject): Float64Array<ArrayBuffer> {
  const { bins, selfTest } = subject;
  const random = lehmer((selfTest.seed % 2_147_483_646) + 1);
  const vector = new Float64Array(bins.count);
  for (let b = 0; b < bins.count; b++) vector[b] = 0.5 + random();
  for (const mz of peakPositions(subject, random)) addPeak(vector, bins, mz, 10 + 60 * random());

  let sum = 0;
  for (const value of vector) sum += value;
  for (let b = 0; b < bins.count; b++) vector[b]! /= sum;
  return vector;
}

function peakPositions({ bins, taxa, markers, selfTest }: SelfTestSubject, random: () => number) {
  if (markers === null) {
    const span = bins.count * bins.width;
    return Array.from({ length: RANDOM_PEAKS }, () => bins.first + span * random());
  }
  const named = taxa.flatMap((taxon, t) => (taxon.outgroup ? [] : [t]));
  const shown = markers.alleles[named[selfTest.seed % named.length] ?? 0] ?? [];
  return markers.ions
    .filter((ion) => {
      const commonest = shown[markers.loci.indexOf(ion.locus)]?.[0];
      return commonest !== undefined && Math.abs(commonest.mass - ion.mass) < 0.5;
    })
    .map((ion) => ion.expectedMz);
}

/** Adds a peak about 6 Da wide at half its height, like those of a linear-mode spectrum. */
function addPeak(
  vector: Float64Array,
  { first, width }: SelfTestSubject['bins'],
  mz: number,
  height: number,
) {
  const top = Math.round((mz - first) / width - 0.5);
  for (let b = Math.max(0, top - REACH); b <= Math.min(vector.length - 1, top + REACH); b++) {
    const distance = (first + (b + 0.5) * width - mz) / 3;
    vector[b]! += height / (1 + distance * distance * distance * distance);
  }
}
