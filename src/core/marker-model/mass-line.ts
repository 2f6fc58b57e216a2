/** m/z at which a spectrum's mass error is its shift alone: the tilt turns the line about it. */
export const TILT_PIVOT_MZ = 6500;

/** A spectrum's mass error as a line over m/z, found by the marker model. */
export interface MassLine {
  /** Mass error at 6,500 m/z, ppm. */
  readonly shiftPpm: number;
  /** How much the mass error grows with each 1,000 m/z, ppm. 0 from models that know a shift only. */
  readonly tiltPpmPerKda: number;
}

/** The mass error of a spectrum at an m/z, ppm: measured = expected (1 + error 1e-6). */
export function massErrorAt(mz: number, { shiftPpm, tiltPpmPerKda }: MassLine): number {
  return shiftPpm + (tiltPpmPerKda * (mz - TILT_PIVOT_MZ)) / 1000;
}

/**
 * Where an ion is expected in one spectrum: at its m/z of the model's table, moved by the spectrum's own
 * shift and tilt. All of the page and the exports take it from here.
 */
export function expectedHere(expectedMz: number, line: MassLine): number {
  return expectedMz * (1 + massErrorAt(expectedMz, line) * 1e-6);
}
