import { poolTaxon } from '../../src/core/marker-model/marker-table';
import type { MarkerParameters } from '../../src/core/marker-model/parameters';
import {
  estimateParameters,
  type Fit,
  type FitSpectrum,
  type ModelFacts,
  withoutEstimates,
  withoutUnseen,
} from './estimate-parameters';

/** Spectra whose own call scores at least this are learned from: what the model itself accepts. */
const LEAST_SCORE = 15;
/** Ions detected in fewer spectra than this are left out: they cost more than they tell. */
const LEAST_DETECTION = 0.35;

/**
 * The model's numbers from spectra without any label, starting with no estimate: as the shipped ones were
 * made, and as the evaluation makes them of a part of the spectra.
 *
 * @param chosen what is chosen and not estimated is taken from here
 */
export function estimateModel(
  spectra: readonly FitSpectrum[],
  facts: ModelFacts,
  chosen: MarkerParameters,
): Fit {
  const start = withoutEstimates(chosen, lociByMass(facts));
  const fit = estimateParameters(spectra, facts, start, LEAST_SCORE);
  return { ...fit, parameters: withoutUnseen(fit.parameters, LEAST_DETECTION) };
}

/** Loci of the first taxon, the lightest first: the order of the graph's loci. */
function lociByMass({ taxa, rows }: ModelFacts): string[] {
  const first = poolTaxon(taxa[0]!.id, taxa[0]!.members, rows);
  return [...first.loci]
    .sort(([, a], [, b]) => (a[0]?.mass ?? 0) - (b[0]?.mass ?? 0))
    .map(([locus]) => locus);
}
