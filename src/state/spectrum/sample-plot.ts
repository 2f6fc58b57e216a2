import { comparedTaxa } from '../../core/classify/compared-taxa';
import type { MarkerEvidence, SampleRow, SpectrumRow } from '../../core/job/types';
import type { ModelManifest } from '../../core/model-pack/types';
import type { SpectrumView } from '../../core/spectrum/spectrum-view';
import { say } from '../../words/say';
import { splitTaxonText, type TextPart } from '../taxon-text';
import type { Mirrored, PlotContent } from './plot-content';
import type { PlotWatch } from './plot-watch';
import { expectedMarkers, plotMarkers, rivalMarkers, type PlotMarker } from './plot-markers';
import { stageUnits, traceOf, type Stage } from './stages';

/** A spectrum with everything that is known of it. */
export interface ShownSpectrum {
  readonly row: SpectrumRow;
  readonly data: SpectrumView;
}

/** The spectrum of a panel, with the evidence of its sample. */
export interface SampleReading extends ShownSpectrum {
  readonly sample: SampleRow;
  /** The model's evidence; null for models without markers, and where it was not kept. */
  readonly evidence: MarkerEvidence | null;
}

/** What a spectrum is compared with: nothing, another one of the job, or a taxon's markers. */
export type MirrorChoice =
  | { readonly kind: 'none' }
  /** Index of the spectrum; null until one is chosen. */
  | { readonly kind: 'spectrum'; readonly index: number | null }
  /** Index of the taxon in the manifest. */
  | { readonly kind: 'markers'; readonly taxon: number };

/** The taxon whose markers are labelled, by its index, or the nearest one; null for none. */
export type MarkerChoice = number | 'nearest' | null;

/** The taxon whose markers are labelled, and its rival. */
export interface LabelledTaxa {
  readonly taxon: number | null;
  readonly rival: number | null;
  /** The taxon that is nearest to the spectrum. */
  readonly nearest: number;
}

/** Returns the labelled taxa; null where there are no markers to label. */
export function labelledTaxa(
  { sample, evidence }: SampleReading,
  choice: MarkerChoice,
  manifest: ModelManifest | null,
): LabelledTaxa | null {
  if (!manifest?.markers || evidence === null) return null;
  const compared = comparedTaxa(manifest, sample.call, {
    scores: evidence.scores,
    probabilities: sample.probabilities,
  });
  if (compared === null) return null;
  const { first: nearest, second } = compared;
  const taxon = choice === 'nearest' ? nearest : choice;
  return { taxon, rival: taxon === nearest ? second : nearest, nearest };
}

export function labelledMarkers(
  { evidence }: SampleReading,
  taxa: LabelledTaxa | null,
  manifest: ModelManifest | null,
): readonly PlotMarker[] {
  if (!manifest?.markers || evidence === null || taxa === null || taxa.taxon === null) return [];
  return plotMarkers(manifest.markers, evidence, taxa.taxon, taxa.rival);
}

/** Returns the markers of the rival where it differs from the labelled taxon. */
export function markersOfRival(
  { evidence }: SampleReading,
  taxa: LabelledTaxa | null,
  manifest: ModelManifest | null,
): readonly PlotMarker[] {
  if (!manifest?.markers || evidence === null || taxa === null) return [];
  const { taxon, rival } = taxa;
  return taxon === null || rival === null
    ? []
    : rivalMarkers(manifest.markers, evidence, taxon, rival);
}

/** What is drawn over a spectrum. */
export interface DrawnOver {
  readonly markers: readonly PlotMarker[];
  readonly rivals: readonly PlotMarker[];
  readonly watched: readonly PlotWatch[];
}

/** Makes the content of the plot of a sample's spectrum. */
export function samplePlot(
  reading: SampleReading,
  stage: Stage,
  { markers, rivals, watched }: DrawnOver,
  mirrored: Mirrored | null,
): PlotContent {
  return {
    spectrum: { trace: traceOf(reading.data, stage), title: titleOf(reading.row) },
    unit: stageUnits[stage],
    markers,
    peaks: Array.from(reading.data.peaks.mz),
    mirrored,
    ...(rivals.length === 0 ? {} : { rivals }),
    ...(watched.length === 0 ? {} : { watched }),
  };
}

export function mirroredSpectrum({ row, data }: ShownSpectrum, stage: Stage): Mirrored {
  return { kind: 'spectrum', trace: traceOf(data, stage), title: titleOf(row) };
}

/** Returns the lower half with a taxon's markers; null for models without markers. */
export function mirroredMarkers(
  { evidence }: SampleReading,
  taxon: number,
  manifest: ModelManifest | null,
  words: ReadonlySet<string>,
): Mirrored | null {
  if (!manifest?.markers) return null;
  const name = manifest.taxa[taxon]?.shortName ?? '';
  return {
    kind: 'markers',
    markers: expectedMarkers(manifest.markers, evidence, taxon),
    title: splitTaxonText(say('spectrum.mirrorExpected', { taxon: name }), words),
  };
}

function titleOf({ name, spot }: SpectrumRow): readonly TextPart[] {
  return [{ text: spot === '' ? name : `${name}  ${spot}`, italic: false }];
}
