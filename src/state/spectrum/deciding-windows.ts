import { comparedTaxa } from '../../core/classify/compared-taxa';
import { differ } from '../../core/classify/common-allele';
import type { ModelManifest, TaxonInfo } from '../../core/model-pack/types';
import type { MzRange } from './mz-range';
import { plotMarkers, type PlotMarker } from './plot-markers';
import type { SampleReading } from './sample-plot';

/** A part of the spectrum in which two taxa differ. */
export interface DecidingWindow {
  readonly locus: string;
  readonly charge: 1 | 2;
  readonly range: MzRange;
  /** The ion of the called taxon, and that of its rival. */
  readonly places: readonly [own: PlotMarker, rival: PlotMarker];
}

export interface DecidingWindows {
  /** The taxon that is called, or the likeliest, and the one that it is compared with. */
  readonly taxa: readonly [own: TaxonInfo, rival: TaxonInfo];
  /** The loci that tell the two apart best, the best first. */
  readonly windows: readonly DecidingWindow[];
}

const MOST = 3;
/** Least difference of a locus's evidence for the two, in nats. */
const DECIDING = 1;
/** m/z that is shown on either side of the two places, and its least part of their distance. */
const MARGIN = 12;
const PART = 0.3;

/**
 * Finds the parts of a sample's spectrum that decide between its taxon and the one that it is compared with.
 *
 * @returns null where there are no two taxa with markers
 */
export function decidingWindows(
  { sample, evidence }: SampleReading,
  manifest: ModelManifest | null,
): DecidingWindows | null {
  if (!manifest?.markers || evidence === null) return null;
  const { markers } = manifest;
  const compared = comparedTaxa(manifest, sample.call, {
    scores: evidence.scores,
    probabilities: sample.probabilities,
  });
  if (compared === null || compared.second === null) return null;
  const { first, second } = compared;
  const own = plotMarkers(markers, evidence, first, second);
  const rivals = plotMarkers(markers, evidence, second, first);
  const weightOf = (locus: string): number => {
    const at = markers.loci.indexOf(locus);
    const value = (taxon: number) => evidence.loci[taxon * markers.loci.length + at] ?? 0;
    return Math.abs(value(first) - value(second));
  };
  const windows: DecidingWindow[] = [];
  // Both lists have the loci that decide first, and of each the ions that were found.
  for (const place of own) {
    const { locus, charge } = place;
    const rival = rivals.find((one) => one.locus === locus && one.charge === charge);
    const isNew = windows.every((one) => one.locus !== locus);
    if (rival === undefined || !isNew || weightOf(locus) < DECIDING) continue;
    if (!differ({ mass: place.expectedHere }, { mass: rival.expectedHere })) continue;
    windows.push({ locus, charge, range: around(place, rival), places: [place, rival] });
    if (windows.length === MOST) break;
  }
  return { taxa: [manifest.taxa[first]!, manifest.taxa[second]!], windows };
}

function around(own: PlotMarker, rival: PlotMarker): MzRange {
  const places = [own.expectedHere, own.mz, rival.expectedHere, rival.mz];
  const [from, to] = [Math.min(...places), Math.max(...places)];
  const margin = Math.max(MARGIN, PART * (to - from));
  return { from: from - margin, to: to + margin };
}
