import type { Sentence } from '../../words/told/sentence';

/**
 * A profile mass spectrum as an instrument measured it. `mz` is strictly ascending (Da per charge),
 * `intensity` is in detector counts, never negative; both have the same length. Only a checked constructor
 * (`make-spectrum.ts`) makes one.
 */
export interface Spectrum {
  readonly mz: Float64Array;
  readonly intensity: Float64Array;
}

/** The part of an acquisition's parameter file that is kept beside the result. */
export interface AcquisitionRecord {
  readonly acquiredAt: string | null;
  readonly instrument: string | null;
  readonly software: string | null;
  readonly laserShots: number | null;
  readonly spectrumType: string | null;
  readonly target: string | null;
  /** Comments that the laboratory wrote, word for word, and sentences of ktyper on the file's origin. */
  readonly comments: readonly (string | Sentence)[];
  /** The calibration of the time-of-flight axis. Spectra with the same calibration share their m/z axis. */
  readonly calibration: {
    readonly ml1: number;
    readonly ml2: number;
    readonly ml3: number;
    /** Cubic calibrations only: the coefficient of the third power. */
    readonly cubic?: number;
    /** Cubic calibrations only: the value that is subtracted from the square of the root, Da. */
    readonly offset?: number;
    readonly delay: number;
    readonly dwell: number;
    /** Number of points of the fid; those before mass zero have no m/z. */
    readonly points: number;
  } | null;
  /** When this calibration was made, as the file says it; absent where none says, and in jobs of an older version. */
  readonly calibratedAt?: string;
  /** Whether the file requests high-precision calibration, which is recorded but not applied. */
  readonly highPrecisionCalibration: boolean;
}

/** A spectrum's names, which are looked up in a sample sheet in this order. See docs/glossary.md. */
export interface SpectrumNames {
  readonly uid: string;
  readonly sampleName: string;
  readonly fullName: string;
  readonly semiUniqueName: string;
  readonly uniqueName: string;
}
