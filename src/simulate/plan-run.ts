import type { RunMix, SimulatorFacts } from './facts';
import { createRandom, drawUid, type Random, type Seed } from './random';
import { plateSpots, type PlateSize, type Spot } from './target-plate';

export type MixEntry = RunMix['entries'][number];

export interface RunOptions {
  /**
   * Number of acquisitions in all. More than a plate holds are spread over several plates, each a project.
   */
  readonly spots: number;
  readonly seed: Seed;
  /** 96 by default. */
  readonly plate?: PlateSize;
  /** Number of neighbouring spots with the same isolate; 1 by default. */
  readonly replicates?: number;
}

/** One acquisition that will be simulated. */
export interface PlannedSpectrum {
  readonly name: string;
  readonly spot: Spot;
  readonly analyteUid: string;
  readonly spectrumUid: string;
  readonly entry: MixEntry;
  readonly acquiredAt: string;
  readonly laserShots: number;
  readonly attenuation: number;
  /** Seeds of the spectrum itself, of the isolate that replicates share, and of the plate. */
  readonly seeds: { readonly spectrum: Seed; readonly isolate: Seed; readonly run: Seed };
}

export interface PlannedPlate {
  readonly projectUid: string;
  readonly projectName: string;
  readonly targetId: string;
  readonly spectra: readonly PlannedSpectrum[];
}

/** 5 January 2026, 09:00 UTC. The day is fixed so that the same seed makes the same run. */
const START = 1767603600000;
const HOUR = 3600000;

/**
 * Plans which organism lies on which spot, under which names, and when it is measured; nothing is simulated
 * yet. Each plate has the shares of the mix (to whole spots), in an order that the seed determines. Throws a
 * RangeError when `spots` or `replicates` is not a whole number from 1 on.
 */
export function planRun(facts: SimulatorFacts, options: RunOptions): PlannedPlate[] {
  const { spots, seed, plate = 96, replicates = 1 } = options;
  requireCount('spots', spots);
  requireCount('replicates', replicates);
  const plates = Math.ceil(spots / plate);
  const digits = Math.max(3, String(spots).length);
  let isolates = 0;
  let calibrants = 0;

  return Array.from({ length: plates }, (_, plateIndex): PlannedPlate => {
    const count = Math.min(plate, spots - plateIndex * plate);
    const random = createRandom(seed, 'plan', plateIndex);
    const entries = shuffled(shareOut(facts.mix, Math.ceil(count / replicates)), random);
    const places = plateSpots(plate).slice(0, count);
    let time = START + plateIndex * HOUR;
    let name = '';
    return {
      projectUid: drawUid(random),
      projectName:
        plates === 1 ? 'Simulated example run' : `Simulated example run ${plateIndex + 1}`,
      targetId: String(1000000000 + random.below(100000000)),
      spectra: places.map((spot, index): PlannedSpectrum => {
        const group = Math.floor(index / replicates);
        const entry = entries[group]!;
        if (index % replicates === 0) {
          name =
            entry.organism.kind === 'calibrant'
              ? `BTS-${++calibrants}`
              : `SIM-${String(++isolates).padStart(digits, '0')}`;
        }
        time += 4000 + random.below(16000);
        const empty = entry.organism.kind === 'nothing';
        return {
          name,
          spot,
          analyteUid: drawUid(random),
          spectrumUid: drawUid(random),
          entry,
          acquiredAt: new Date(time).toISOString().replace('Z', '+00:00'),
          laserShots: empty ? 0 : 40 * (1 + random.below(5)),
          // The laser's attenuation changes in steps, percent.
          attenuation: Math.round(1e6 * (64.259262 + (random.below(13) * 25) / 27)) / 1e6,
          seeds: {
            spectrum: `${seed}/${plateIndex}/${spot.name}`,
            isolate: `${seed}/${plateIndex}/isolate ${group}`,
            run: `${seed}/${plateIndex}`,
          },
        };
      }),
    };
  });
}

/** Repeats the mix's entries by their shares of `count` spots, with the method of largest remainders. */
function shareOut(mix: RunMix, count: number): MixEntry[] {
  const total = mix.entries.reduce((sum, entry) => sum + entry.spots, 0);
  const shares = mix.entries.map((entry, index) => {
    const exact = (entry.spots * count) / total;
    return { entry, index, whole: Math.floor(exact), remainder: exact - Math.floor(exact) };
  });
  const missing = count - shares.reduce((sum, share) => sum + share.whole, 0);
  const favoured = new Set(
    [...shares]
      .sort((a, b) => b.remainder - a.remainder || a.index - b.index)
      .slice(0, missing)
      .map((share) => share.index),
  );
  return shares.flatMap(({ entry, index, whole }) =>
    Array.from({ length: whole + (favoured.has(index) ? 1 : 0) }, () => entry),
  );
}

/** Shuffles with the method of Fisher and Yates. */
function shuffled<T>(items: readonly T[], random: Random): T[] {
  const result = [...items];
  for (let i = result.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [result[i], result[j]] = [result[j]!, result[i]!];
  }
  return result;
}

function requireCount(name: string, value: number): void {
  if (!Number.isSafeInteger(value) || value < 1) {
    throw new RangeError(`${name} must be a whole number from 1 on, not ${value}.`);
  }
}
