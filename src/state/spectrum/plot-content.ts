import type { TextPart } from '../taxon-text';
import type { PlotMarker } from './plot-markers';
import type { PlotWatch } from './plot-watch';
import type { Trace } from './trace';

/** How the values of a trace are written. */
export interface HeightUnit {
  /** What stands beside the axis. */
  readonly title: string;
  /** Values are multiplied by it before they are written. */
  readonly scale: number;
}

/** One half of a plot that is drawn from a spectrum. */
export interface PlottedSpectrum {
  readonly trace: Trace;
  readonly title: readonly TextPart[];
}

/** What hangs below the line: another spectrum, or where a taxon's markers are expected. */
export type Mirrored =
  | ({ readonly kind: 'spectrum' } & PlottedSpectrum)
  | {
      readonly kind: 'markers';
      readonly title: readonly TextPart[];
      readonly markers: readonly PlotMarker[];
    };

/** What a plot shows, whatever its size and its range. */
export interface PlotContent {
  readonly spectrum: PlottedSpectrum;
  readonly unit: HeightUnit;
  /** Of the taxon that was chosen; the first are labelled first. */
  readonly markers: readonly PlotMarker[];
  readonly mirrored: Mirrored | null;
  /** Peaks that the job watched; absent where it had none. */
  readonly watched?: readonly PlotWatch[];
}
