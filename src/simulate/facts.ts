import type { AlleleTable } from './allele-table';

/** Height of a marker's ion: ln(height / the spectrum's scale) is normal with these. */
export interface MarkerHeight {
  readonly locus: string;
  readonly charge: 1 | 2;
  readonly logHeight: number;
  readonly sd: number;
}

/** A peak of the genus that is no tabulated marker, seen again and again. */
export interface RecurrentPeak {
  readonly mz: number;
  /** Fraction of isolates that show it. */
  readonly frequency: number;
  readonly logHeight: number;
  readonly sd: number;
}

/** `models/<id>/facts/simulator.json`. */
export interface PeakFacts {
  readonly source: string;
  readonly markerHeights: readonly MarkerHeight[];
  readonly recurrentPeaks: readonly RecurrentPeak[];
  /** Taxa of the allele table that the recurrent peaks were not seen in. */
  readonly otherGenera: readonly string[];
}

/** What may lie on a spot. */
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
  /** Nothing: an acquisition without one accepted laser shot. */
  | { readonly kind: 'nothing' };

/** `models/<id>/facts/example-run.json`: what a simulated plate of 96 is made of. */
export interface RunMix {
  readonly source: string;
  readonly entries: readonly {
    /** In plain words; written to the acquisition as a comment. */
    readonly label: string;
    readonly organism: Organism;
    /** Spots of 96. */
    readonly spots: number;
    /** Factor on the peak heights; 1 unless given. Well below 1: too little material. */
    readonly signal?: number;
  }[];
}

/** All that the simulator knows about organisms; the rest is the instrument's. */
export interface SimulatorFacts {
  readonly alleles: AlleleTable;
  readonly peaks: PeakFacts;
  readonly mix: RunMix;
}
