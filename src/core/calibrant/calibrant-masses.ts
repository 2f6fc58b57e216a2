/** A mass by which a calibration spot is judged: one ion, or several of which any will do. */
export interface CalibrantMass {
  readonly name: string;
  /** m/z of its ions. */
  readonly ions: readonly number[];
}

/**
 * The masses that are commonly published for the Bruker bacterial test standard, an extract of *Escherichia coli* with
 * two proteins added; docs/quality-over-time.md says what is known of them. Spectra show L33 with or without its methyl
 * group, so that either counts.
 */
export const CALIBRANT_MASSES: readonly CalibrantMass[] = [
  { name: 'L29 2+', ions: [3637.8] },
  { name: 'S22', ions: [5096.8] },
  { name: 'L34', ions: [5381.4] },
  { name: 'L33', ions: [6241.4, 6255.4] },
  { name: 'L29', ions: [7274.5] },
  { name: 'S19', ions: [10300.1] },
  { name: 'RNase A', ions: [13683.2] },
  { name: 'Myoglobin', ions: [16952.3] },
];

/** Ours: how far a mass may be from where it should be, ppm. */
export const CALIBRANT_TOLERANCE_PPM = 300;

/** Ours: how far away a mass is looked for, so that an axis that is off is told from an empty spot, ppm. */
export const CALIBRANT_REACH_PPM = 1000;

/** Ours: least number of masses that a calibration spot must show. */
export const LEAST_CALIBRANT_MASSES = 5;

/** Least height over the noise of a peak that counts, as for the peaks of a sample. */
export const CALIBRANT_MIN_OVER_NOISE = 5;
