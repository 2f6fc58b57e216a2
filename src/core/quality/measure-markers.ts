import { bestIon, locusEvidence, readIon, verdictOf } from '../classify/locus-findings';
import { servesAcceptance } from '../classify/locus-service';
import type { MarkerEvidence } from '../job/types';
import type { MarkerTable, ModelManifest } from '../model-pack/types';
import type { Spectrum } from '../spectrum/spectrum';
import { median } from './median';
import type { MarkerMeasures } from './measures';
import { peakWidth } from './peak-width';

/** A width is measured of markers that are this high over the noise ... */
const CLEAR = 5;
/** ... and a spectrum's resolution is given when so many have one. */
const MIN_WIDTHS = 3;

/**
 * What a marker model found of the markers of the taxon with the best score that it names, whether that is
 * called or not. Loci that only name are left out, as they are of that score: some laboratories' spectra
 * never show them, which is no fault of a spectrum.
 *
 * @param spectrum as measured, for the widths of its peaks. Not changed.
 */
export function measureMarkers(
  spectrum: Spectrum,
  evidence: MarkerEvidence,
  manifest: Pick<ModelManifest, 'taxa' | 'thresholds' | 'graph'> & {
    readonly markers: MarkerTable;
  },
): MarkerMeasures {
  const { markers } = manifest;
  const taxon = bestTaxon(evidence.scores, manifest);
  const known = [...markers.loci.keys()].flatMap((locus) => {
    if (!servesAcceptance(markers, locus)) return [];
    const best = bestIon(markers, evidence, taxon, locus);
    return best === null ? [] : { locus, ion: best.ion };
  });
  // A small peak may stand anywhere by chance: what is found must speak for the taxon, too.
  const found = known.flatMap(({ locus, ion }) => {
    const value = locusEvidence(markers, evidence, taxon, locus);
    return verdictOf(value, manifest) === 'for' ? (readIon(evidence, ion).found ?? []) : [];
  });
  const resolutions = found.flatMap(({ mz, height }) => {
    const width = height < CLEAR ? null : peakWidth(spectrum, mz);
    return width === null ? [] : mz / width;
  });
  return {
    found: found.length,
    expected: known.length,
    medianSignalToNoise: median(found.map(({ height }) => height)),
    resolution: resolutions.length < MIN_WIDTHS ? null : median(resolutions),
    shiftPpm: evidence.shiftPpm,
    tiltPpmPerKda: manifest.graph.outputs.tilt === undefined ? null : evidence.tiltPpmPerKda,
    residualPpm: median(found.map(({ errorPpm }) => Math.abs(errorPpm))),
  };
}

function bestTaxon(scores: Float32Array, { taxa }: Pick<ModelManifest, 'taxa'>): number {
  let best = -1;
  for (let t = 0; t < scores.length; t++) {
    if (taxa[t]?.outgroup === true) continue;
    if (best < 0 || scores[t]! > scores[best]!) best = t;
  }
  return Math.max(0, best);
}
