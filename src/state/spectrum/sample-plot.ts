import { comparedTaxa } from '../../core/classify/compared-taxa';
import type { MarkerEvidence, SampleRow, SpectrumRow } from '../../core/job/types';
import type { ModelManifest } from '../../core/model-pack/types';
import type { SpectrumView } from '../../core/spectrum/spectrum-view';
import { splitTaxonText, type TextPart } from '../taxon-text';
import type { Mirrored, PlotContent } from './plot-content';
import type { PlotWatch } from './plot-watch';
import { expectedMarkers, plotMarkers, type PlotMarker } from './plot-markers';
import { stageUnits, traceOf, type Stage } from './stages';

/** A spectrum with all that is known of it. */
export interface ShownSpectrum {
  readonly row: SpectrumRow;
  readonly data: SpectrumView;
}

/** The spectrum of a panel, with what the model saw in its sample. */
export interface SampleReading extends ShownSpectrum {
  readonly sample: SampleRow;
  /** Null for models without markers, and where it was not kept. */
  readonly evidence: MarkerEvidence | null;
}

/** What a spectrum is held against: nothing, another one of the job, or a taxon's markers. */
export type MirrorChoice =
  | { readonly kind: 'none' }
  /** `index` of the spectrum; null until one is chosen. */
  | { readonly kind: 'spectrum'; readonly index: number | null }
  /** `taxon`: its index in the manifest. */
  | { readonly kind: 'markers'; readonly taxon: number };

/** Whose markers are labelled: a taxon's, by its index, or those of whatever is nearest; null: none. */
export type MarkerChoice = number | 'nearest' | null;

/** The taxon whose markers are labelled, and the one from which they are to tell it. */
export interface LabelledTaxa {
  readonly taxon: number | null;
  readonly rival: number | null;
  /** The one that the spectrum comes nearest to. */
  readonly nearest: number;
}

/** Null where there are no markers to label. */
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

/** All that the plot of a sample's spectrum shows. */
export function samplePlot(
  reading: SampleReading,
  stage: Stage,
  markers: readonly PlotMarker[],
  mirrored: Mirrored | null,
  watched: readonly PlotWatch[] = [],
): PlotContent {
  return {
    spectrum: { trace: traceOf(reading.data, stage), title: titleOf(reading.row) },
    unit: stageUnits[stage],
    markers,
    mirrored,
    ...(watched.length === 0 ? {} : { watched }),
  };
}

export function mirroredSpectrum({ row, data }: ShownSpectrum, stage: Stage): Mirrored {
  return { kind: 'spectrum', trace: traceOf(data, stage), title: titleOf(row) };
}

/** Null for models without markers. */
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
    title: splitTaxonText(`${name}, expected`, words),
  };
}

function titleOf({ name, spot }: SpectrumRow): readonly TextPart[] {
  return [{ text: spot === '' ? name : `${name}  ${spot}`, italic: false }];
}
