/**
 * Computes the mean of a sample's binned vectors, bin by bin.
 *
 * @param vectors [replicates][bins], at least one, all of the same bins. Not changed.
 * @returns [bins], a new array
 */
export function averageVectors(vectors: readonly Float64Array[]): Float64Array<ArrayBuffer> {
  const bins = vectors[0]?.length;
  if (bins === undefined) throw new RangeError('The mean of no vectors is not defined');
  if (vectors.some((vector) => vector.length !== bins)) {
    throw new RangeError('Vectors of different bins cannot be averaged');
  }
  const mean = new Float64Array(bins);
  for (const vector of vectors) {
    for (let b = 0; b < bins; b++) mean[b]! += vector[b]!;
  }
  for (let b = 0; b < bins; b++) mean[b]! /= vectors.length;
  return mean;
}
