import { addBaseline, addChemicalNoise } from './add-background';
import { addPeak } from './add-peak';
import { LINEAR_AXIS, linearMz } from './axis';
import { detect } from './detect';
import { exp, ln } from './exact-math';
import type { Organism, SimulatorFacts } from './facts';
import { drawIsolate } from './isolate';
import { drawCalibrantError, drawMassError, measuredMz } from './mass-error';
import { createRandom, type Seed } from './random';

export interface SpectrumOptions {
  readonly organism: Organism;
  readonly seed: Seed;
  /** Seed that replicates of one isolate share; by default the spectrum's own seed. */
  readonly isolate?: Seed;
  /** Seed that spectra of one run share, and with it most of the calibration error. */
  readonly run?: Seed;
  /** Factor on the peak heights; 1 by default. */
  readonly signal?: number;
  /** Number of shots that were summed, which bounds the counts; 200 by default. */
  readonly laserShots?: number;
}

/** Satellites of a protein's peak: loss of ammonia or water, oxidation, sodium, potassium. */
const SATELLITES: readonly { readonly offset: number; readonly share: number }[] = [
  { offset: -17.5, share: 0.1 },
  { offset: 16, share: 0.08 },
  { offset: 22, share: 0.1 },
  { offset: 38, share: 0.05 },
];
const JITTER_PPM = 35;
/** Centre of the tilt of a spectrum's heights, kDa. */
const TILT_CENTRE = 6;

const axisMz = linearMz();

/**
 * Simulates one linear-mode spectrum: detector counts, one for each point of `LINEAR_AXIS`, never negative.
 * It is for demonstrations, tests and benchmarks, and proves nothing about real spectra. The same facts and
 * options make the same counts on every machine whose `Math.sqrt` is correctly rounded (all known engines;
 * the rest is + - * /). Throws when the allele table lacks the taxon.
 */
export function simulateSpectrum(facts: SimulatorFacts, options: SpectrumOptions): Int32Array {
  const { organism, seed } = options;
  if (organism.kind === 'nothing') return new Int32Array(LINEAR_AXIS.points);

  const ions = drawIsolate(facts, organism, options.isolate ?? seed);
  const error =
    organism.kind === 'calibrant'
      ? drawCalibrantError(seed)
      : drawMassError(options.run ?? seed, seed);
  const random = createRandom(seed, 'spectrum');
  const scale = exp(random.normal(ln(3500), 0.45)) * (options.signal ?? 1);
  const tilt = random.normal(0, 0.08);
  const width = random.normal(1, 0.06);

  const signal = new Float64Array(axisMz.length);
  addBaseline(signal, axisMz, createRandom(seed, 'baseline'));
  addChemicalNoise(signal, axisMz, scale, createRandom(seed, 'chemical noise'));
  for (const ion of ions) {
    const height =
      scale * exp(random.normal(ion.logHeight, ion.sd) + tilt * (ion.mz / 1000 - TILT_CENTRE));
    const jitter = 1 + random.normal(0, JITTER_PPM) * 1e-6;
    const add = (mz: number, share: number): void => {
      const centre = measuredMz(mz, error) * jitter;
      // FWHM 0.027 m^0.63 Da
      const fwhm = width * 0.027 * exp(0.63 * ln(mz));
      addPeak(signal, axisMz, LINEAR_AXIS, { centre, height: height * share, fwhm });
    };
    add(ion.mz, 1);
    if (!ion.satellites) continue;
    for (const { offset, share } of SATELLITES) add(ion.mz + offset / ion.charge, share);
  }
  return detect(signal, options.laserShots ?? 200, createRandom(seed, 'counting noise'));
}
