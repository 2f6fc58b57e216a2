import type { TextPart } from '../taxon-text';
import type { PlotMarker } from './plot-markers';
import type { PlotWatch } from './plot-watch';
import type { Trace } from './trace';

/** The format of a trace's values. */
export interface HeightUnit {
  /** The axis' title. */
  readonly title: string;
  /** Factor of the values before they are written. */
  readonly scale: number;
}

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
  readonly mirrored: Mirrored | null;
  /** The job's watched peaks; absent where it had none. */
  readonly watched?: readonly PlotWatch[];
}
