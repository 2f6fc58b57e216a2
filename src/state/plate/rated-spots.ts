import type { LevelMark } from './level-marks';
import type { PlateSpot } from './plate-map';
import type { Tone } from './tones';
import type { ValueScale } from './value-scale';

/** How a spot, or a mean, looks: its colour, and what tells the same without colour. */
export interface SpotLook {
  /** Null for a mean of levels, which has a bar alone. */
  readonly tone: Tone | null;
  /** For the spot itself, where there is room: `+12`, `1.2M`, `Warning`. */
  readonly text: string;
  /** For its description: `calibration shift +12 ppm`; empty where the description says it already. */
  readonly words: string;
  /** The part of the spot's height that the bar of its number fills, 0 to 1 from below; null where it has a mark. */
  readonly bar: { readonly from: number; readonly to: number } | null;
  /** The mark of its level; null for a number. */
  readonly mark: LevelMark | null;
}

export type HeatLegend =
  | { readonly kind: 'scale'; readonly scale: ValueScale }
  | {
      readonly kind: 'levels';
      readonly levels: readonly {
        readonly label: string;
        readonly tone: Tone;
        readonly mark: LevelMark;
        readonly spots: number;
      }[];
    };

/** A look, with the number that means are made from. */
export interface RatedLook {
  readonly look: SpotLook;
  readonly value: number;
}

/** What a mean is: of numbers, or the share of spots that passed or have a high confidence. */
export type MeanKind = 'number' | 'passed' | 'high';

/** What one colouring makes of all spots. */
export interface Rated {
  /** Null when no spot has a value. */
  readonly legend: HeatLegend | null;
  /** Spots without a value are absent. */
  readonly spots: ReadonlyMap<PlateSpot, RatedLook>;
  readonly lookOfMean: (mean: number) => SpotLook;
  /** What the means are; null where they say nothing. */
  readonly meanOf: MeanKind | null;
}
