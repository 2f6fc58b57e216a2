import type { AlleleTable } from './allele-table';

/**
 * Height of a marker's ion: ln(height / the spectrum's scale) is normally distributed with these parameters.
 */
export interface MarkerHeight {
  readonly locus: string;
  readonly charge: 1 | 2;
  readonly logHeight: number;
  readonly sd: number;
}

/** A recurrent peak of the genus that is not a tabulated marker. */
export interface RecurrentPeak {
  readonly mz: number;
  /** Fraction of isolates that have it. */
  readonly frequency: number;
  readonly logHeight: number;
  readonly sd: number;
}

/** `models/<id>/facts/simulator.json`. */
export interface PeakFacts {
  readonly source: string;
  readonly markerHeights: readonly MarkerHeight[];
  readonly recurrentPeaks: readonly RecurrentPeak[];
  /** Taxa of the allele table that were not seen to have the recurrent peaks. */
  readonly otherGenera: readonly string[];
}

/** The organisms that a spot can hold. */
export type Organism =
  /** An isolate of a taxon of the allele table. */
  | { readonly kind: 'taxon'; readonly taxon: string }
  /** An isolate of a species that the table lacks. */
  | { readonly kind: 'unmodelled' }
  /** Calibration extract: a taxon's proteins with others added. */
  | {
      readonly kind: 'calibrant';
      readonly taxon: string;
      readonly proteins: readonly { readonly name: string; readonly mass: number }[];
    }
  /** No organism: an acquisition without any accepted laser shot. */
  | { readonly kind: 'nothing' };

/** `models/<id>/facts/example-run.json`: the composition of a simulated plate of 96. */
export interface RunMix {
  readonly source: string;
  readonly entries: readonly {
    /** Description in plain words, which is written to the acquisition as a comment. */
    readonly label: string;
    readonly organism: Organism;
    /** Number of spots, of 96. */
    readonly spots: number;
    /** Factor on the peak heights, 1 by default. Well below 1 means too little material. */
    readonly signal?: number;
  }[];
}

/** All facts about organisms that the simulator uses; the other values are the instrument's. */
export interface SimulatorFacts {
  readonly alleles: AlleleTable;
  readonly peaks: PeakFacts;
  readonly mix: RunMix;
}
