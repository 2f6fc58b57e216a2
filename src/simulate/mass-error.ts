import { createRandom, type Random, type Seed } from './random';

/** The calibration error of a spectrum: measured = true * (1 + 1e-6 * ppm at that mass). */
export interface MassError {
  /** Mass error at 6 kDa, ppm. */
  readonly shiftPpm: number;
  readonly slopePpmPerKda: number;
}

const LARGEST_SHIFT = 1800;
const REFERENCE_KDA = 6;

/**
 * Draws the error of one spectrum. Most of it is the run's: an instrument is calibrated once for a plate, and
 * laboratories differ (shift N(-100, 500) ppm within +-1,800, slope N(-3, 9) ppm/kDa). Spots of a plate
 * differ little, by the sample's height and flatness: N(0, 130) ppm, since subtracting each spectrum's own
 * shift leaves 60 of the 144 ppm observed on a real plate, and sqrt(144^2 - 60^2) = 131.
 */
export function drawMassError(run: Seed, spectrum: Seed): MassError {
  const ofRun = createRandom(run, 'run calibration');
  const ofSpot = createRandom(spectrum, 'spot calibration');
  const runShift = drawWithin(ofRun, -100, 500);
  const slopePpmPerKda = ofRun.normal(-3, 9);
  return { shiftPpm: clamp(runShift + ofSpot.normal(0, 130)), slopePpmPerKda };
}

/**
 * Draws the error of a calibration spot: N(0, 60) ppm, which is ours. The instrument is calibrated by what it measures
 * there, so that the error of its run, which samples on the same plate have, is not seen on it.
 */
export function drawCalibrantError(spectrum: Seed): MassError {
  const shiftPpm = createRandom(spectrum, 'spot calibration').normal(0, 60);
  return { shiftPpm, slopePpmPerKda: 0 };
}

/** Computes the m/z at which an ion of true mass-to-charge `mz` is measured, without jitter. */
export function measuredMz(mz: number, error: MassError): number {
  const ppm = error.shiftPpm + error.slopePpmPerKda * (mz / 1000 - REFERENCE_KDA);
  return mz * (1 + ppm * 1e-6);
}

function drawWithin(random: Random, mean: number, sd: number): number {
  for (;;) {
    const value = random.normal(mean, sd);
    if (Math.abs(value) <= LARGEST_SHIFT) return value;
  }
}

function clamp(shift: number): number {
  return Math.min(LARGEST_SHIFT, Math.max(-LARGEST_SHIFT, shift));
}
