import type { MarkerEvidence } from '../../src/core/job/types';
import { expectedHere, massErrorAt } from '../../src/core/marker-model/mass-line';
import type { ModelManifest, TaxonInfo } from '../../src/core/model-pack/types';

const TAXA = ['genus-alpha', 'genus-beta', 'genus-gamma', 'other-delta', 'other-epsilon'] as const;
export type NamingTaxon = (typeof TAXA)[number];

const LOCI = ['R1', 'R2', 'R3', 'R4', 'N1', 'N2'] as const;
type NamingLocus = (typeof LOCI)[number];

/** Masses by locus, in the order of the taxa; null if the taxon lacks the gene. */
const MASSES: Readonly<Record<NamingLocus, readonly (number | null)[]>> = {
  R1: [5000, 5014, 5040, 5060, 5080],
  R2: [6000, 6000, 6040, 6060, 6080],
  R3: [7000, 7000, 7000, 7060, 7080],
  R4: [9000, 9000, 9040, 9060, 9000],
  N1: [8000, 8090, 8000, null, null],
  N2: [9800, 10_400, null, null, null],
};

/**
 * A model of format 2 that uses everything the format allows: three taxa that it names, with phylogroups and
 * with names that fit equally well, two relatives that it refuses, four loci that count for acceptance and two
 * that only name.
 */
export const namingManifest: ModelManifest = {
  format: 'ktyper-model-pack/2',
  id: 'naming',
  version: '2.0.0',
  title: 'Naming',
  kind: 'markers',
  summary: '',
  limits: [],
  citation: [],
  recipe: 'spectracl-1',
  bins: { first: 1950, width: 1, count: 19_049 },
  features: null,
  taxa: [
    {
      ...taxon('genus-alpha', 'Genus alpha', 'G. alpha', 0),
      phylogroup: 'Kp1',
      alsoFits: ['Genus africana', 'Genus antiqua'],
    },
    { ...taxon('genus-beta', 'Genus beta', 'G. beta', 1), phylogroup: 'Kp4' },
    taxon('genus-gamma', 'Genus gamma', 'G. gamma', 2),
    { ...taxon('other-delta', 'Other delta', 'O. delta', 3), outgroup: true },
    { ...taxon('other-epsilon', 'Other epsilon', 'O. epsilon', 4), outgroup: true },
  ],
  groups: [
    {
      id: 'alpha-complex',
      name: 'Genus alpha complex',
      shortName: 'G. alpha complex',
      members: ['genus-alpha', 'genus-beta'],
      unresolvedLabel: 'G. alpha complex, species not resolved',
    },
  ],
  noPatternLabel: 'No Genus pattern',
  thresholds: {
    species: 0.9,
    high: 0.95,
    group: 0.9,
    scope: null,
    source: 'Invented for tests.',
    markers: {
      minScore: 8,
      strongScore: 12,
      minLociSupported: 3,
      maxLociContradicted: 1,
      locusEvidence: 1,
      minPeaks: 7,
    },
  },
  markers: {
    loci: LOCI,
    serves: ['both', 'both', 'both', 'both', 'name', 'name'],
    ions: LOCI.flatMap((locus) =>
      [...new Set(MASSES[locus])].flatMap((mass) =>
        mass === null
          ? []
          : ([1, 2] as const).map((charge) => ({
              locus,
              mass,
              charge,
              expectedMz: mass / charge + 0.3,
            })),
      ),
    ),
    alleles: TAXA.map((_, t) =>
      LOCI.map((locus) => {
        const mass = MASSES[locus][t];
        return mass === null || mass === undefined ? [] : [{ mass, fraction: 1 }];
      }),
    ),
  },
  graph: {
    file: 'model.onnx',
    bytes: 1,
    sha256: 'ab'.repeat(32),
    input: 'x',
    outputs: {
      probabilities: 'probabilities',
      scores: 'scores',
      lociEvidence: 'loci_evidence',
      ions: 'ions',
      shift: 'shift',
      tilt: 'tilt',
      sensitivity: 'sensitivity',
      summary: 'summary',
    },
  },
  selfTest: { seed: 1, probabilities: [], tolerance: 1e-4 },
};

function taxon(id: NamingTaxon, name: string, shortName: string, color: number): TaxonInfo {
  return { id, name, shortName, outgroup: false, color, note: '' };
}

export interface NamingSpectrum {
  /** Score S by taxon; -20 if it is not given. */
  readonly scores: Partial<Record<NamingTaxon, number>>;
  /** Evidence by taxon, in the order of the loci; all 0 if it is not given. */
  readonly loci?: Partial<Record<NamingTaxon, readonly number[]>>;
  /**
   * Singly charged ions that were found, by locus and mass, with the error that remains after the line, ppm.
   */
  readonly found?: readonly (readonly [locus: string, mass: number, errorPpm?: number])[];
  /** Log likelihood ratio of an ion that was not found. */
  readonly missed?: number;
  readonly shiftPpm?: number;
  readonly tiltPpmPerKda?: number;
  readonly sensitivity?: number;
}

/**
 * Makes evidence as a graph of that model returns it: in float32, and with an error that remains after the
 * line.
 */
export function namingEvidence(spectrum: NamingSpectrum): MarkerEvidence {
  const { scores, loci = {}, found = [], missed = -1.5 } = spectrum;
  const line = {
    shiftPpm: Math.fround(spectrum.shiftPpm ?? 0),
    tiltPpmPerKda: Math.fround(spectrum.tiltPpmPerKda ?? 0),
  };
  const ions = namingManifest.markers!.ions.flatMap(({ locus, mass, charge, expectedMz }) => {
    const one = found.find(([l, m]) => l === locus && m === mass && charge === 1);
    if (one === undefined) return [missed, 0, 0, 0];
    const here = expectedHere(expectedMz, line);
    const mz = Math.fround(here + (one[2] ?? 0) * 1e-6 * expectedMz);
    const errorPpm = (mz / expectedMz - 1) * 1e6 - massErrorAt(expectedMz, line);
    return [3, mz, 12, errorPpm];
  });
  return {
    scores: Float32Array.from(TAXA, (id) => scores[id] ?? -20),
    loci: Float32Array.from(TAXA.flatMap((id) => loci[id] ?? LOCI.map(() => 0))),
    ions: Float32Array.from(ions),
    ...line,
    sensitivity: Math.fround(spectrum.sensitivity ?? 1),
    lociSupported: 4,
    lociContradicted: 0,
  };
}

/** Returns probabilities in the order of that model's taxa; 0 if one is not given. */
export function namingProbabilities(values: Partial<Record<NamingTaxon, number>>): number[] {
  return TAXA.map((id) => values[id] ?? 0);
}
