import type { TextPart } from '../taxon-text';
import type { PlotMarker } from './plot-markers';
import type { PlotWatch } from './plot-watch';
import type { Trace } from './trace';

/** What a trace's values are: counts of the detector, or shares of the total ion current per Da. */
export type HeightUnit = 'counts' | 'share';

/** Factor of the values before they are written: shares are told in ‰. */
export const UNIT_SCALES: Readonly<Record<HeightUnit, number>> = { counts: 1, share: 1000 };

/** One half of a plot, drawn from a spectrum. */
export interface PlottedSpectrum {
  readonly trace: Trace;
  readonly title: readonly TextPart[];
}

/** The lower half: another spectrum, or a taxon's expected markers. */
export type Mirrored =
  | ({ readonly kind: 'spectrum' } & PlottedSpectrum)
  | {
      readonly kind: 'markers';
      readonly title: readonly TextPart[];
      readonly markers: readonly PlotMarker[];
    };

/** The content of a plot, independent of its size and range. */
export interface PlotContent {
  readonly spectrum: PlottedSpectrum;
  readonly unit: HeightUnit;
  /** Markers of the chosen taxon; the first are labelled first. */
  readonly markers: readonly PlotMarker[];
  /** Markers of the taxon that it is compared with, where the two differ; absent where there are none. */
  readonly rivals?: readonly PlotMarker[];
  /** m/z of the spectrum's peaks, which are written where there is room; absent where they are not known. */
  readonly peaks?: readonly number[];
  readonly mirrored: Mirrored | null;
  /** The job's watched peaks; absent where it had none. */
  readonly watched?: readonly PlotWatch[];
}
