import { poolTaxon } from '../../src/core/marker-model/marker-table';
import type { MarkerParameters } from '../../src/core/marker-model/parameters';
import {
  estimateParameters,
  type Estimate,
  type FitSpectrum,
  type ModelFacts,
  withoutEstimates,
  withoutUnseen,
} from './estimate-parameters';

/**
 * Least score S of a spectrum that is learned from. It is a choice by itself: a call asks for one more, 16
 * (`model.json`).
 */
const LEAST_SCORE = 15;
/**
 * Ions detected in a smaller part of the spectra are left out, since they cost more time than they
 * contribute.
 */
const LEAST_DETECTION = 0.35;

/**
 * Estimates the model's numbers from spectra without labels, starting without any estimate. The shipped
 * numbers were made in this way, and the evaluation does the same with a part of the spectra.
 *
 * @param chosen the parameters that are chosen rather than estimated are taken from here
 */
export function estimateModel(
  spectra: readonly FitSpectrum[],
  facts: ModelFacts,
  chosen: MarkerParameters,
): Estimate {
  const start = withoutEstimates(chosen, lociByMass(facts));
  const fit = estimateParameters(spectra, facts, start, LEAST_SCORE);
  return { ...fit, parameters: withoutUnseen(fit.parameters, LEAST_DETECTION) };
}

/** Lists the loci of the first taxon, the lightest first, which is the order of the graph's loci. */
function lociByMass({ taxa, rows }: ModelFacts): string[] {
  const first = poolTaxon(taxa[0]!.id, taxa[0]!.members, rows);
  return [...first.loci]
    .sort(([, a], [, b]) => (a[0]?.mass ?? 0) - (b[0]?.mass ?? 0))
    .map(([locus]) => locus);
}
