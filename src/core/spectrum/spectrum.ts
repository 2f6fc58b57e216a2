/**
 * A profile mass spectrum as an instrument measured it.
 * `mz` is strictly ascending (Da per charge), `intensity` is in detector counts, never negative;
 * both have the same length. Made by a checked constructor (`make-spectrum.ts`) only.
 */
export interface Spectrum {
  readonly mz: Float64Array;
  readonly intensity: Float64Array;
}

/** What an acquisition's parameter file says that is worth keeping beside the result. */
export interface AcquisitionRecord {
  readonly acquiredAt: string | null;
  readonly instrument: string | null;
  readonly software: string | null;
  readonly laserShots: number | null;
  readonly spectrumType: string | null;
  readonly target: string | null;
  readonly comments: readonly string[];
  /** The calibration of the time-of-flight axis: spectra that share it share their m/z axis. */
  readonly calibration: {
    readonly ml1: number;
    readonly ml2: number;
    readonly ml3: number;
    /** Of a cubic calibration: the term of the third power; absent in the quadratic. */
    readonly cubic?: number;
    /** Of a cubic calibration: what is taken from the square of the root, Da. */
    readonly offset?: number;
    readonly delay: number;
    readonly dwell: number;
    /** Points of the fid; those before mass zero have no m/z. */
    readonly points: number;
  } | null;
  /** High-precision calibration was requested by the file; recorded, not applied. */
  readonly highPrecisionCalibration: boolean;
}

/** A spectrum's names, tried in this order against a sample sheet. See docs/glossary.md. */
export interface SpectrumNames {
  readonly uid: string;
  readonly sampleName: string;
  readonly fullName: string;
  readonly semiUniqueName: string;
  readonly uniqueName: string;
}
