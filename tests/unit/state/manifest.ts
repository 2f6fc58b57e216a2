import type { ModelManifest } from '../../../src/core/model-pack/types';

/** A model of two invented taxa with two loci: the smallest one that has everything. */
export const manifest = {
  format: 'ktyper-model-pack/1',
  id: 'markers',
  version: '1.0.0',
  title: 'Markers',
  kind: 'markers',
  summary: '',
  limits: [],
  citation: [],
  recipe: 'spectracl-1',
  bins: { first: 1950, width: 1, count: 19049 },
  features: null,
  taxa: [
    taxon('genus-alpha', 'Genus alpha', 'G. alpha', 0),
    taxon('genus-beta-minor', 'Genus beta subsp. minor', 'G. beta subsp. minor', 1),
    taxon('other-gamma', 'Other (gamma, delta)', 'Other', 2),
  ],
  groups: [
    {
      id: 'alpha-complex',
      name: 'Genus alpha complex',
      shortName: 'G. alpha complex',
      members: ['genus-alpha', 'genus-beta-minor'],
      unresolvedLabel: 'G. alpha complex, species not resolved',
    },
  ],
  noPatternLabel: 'No Genus pattern',
  thresholds: {
    species: 0.9,
    high: 0.99,
    scope: null,
    group: 0.9,
    markers: {
      minScore: 15,
      strongScore: 25,
      minLociSupported: 8,
      maxLociContradicted: 3,
      locusEvidence: 1,
      minPeaks: 7,
    },
  },
  markers: {
    loci: ['L1', 'L2', 'L3'],
    ions: [
      { locus: 'L1', mass: 5000, charge: 1, expectedMz: 5000.2 },
      { locus: 'L1', mass: 5000, charge: 2, expectedMz: 2500.6 },
      { locus: 'L1', mass: 5014, charge: 1, expectedMz: 5014.2 },
      { locus: 'L2', mass: 7000, charge: 1, expectedMz: 7000.1 },
      { locus: 'L3', mass: 9000, charge: 1, expectedMz: 9000 },
    ],
    alleles: [
      [[{ mass: 5000, fraction: 1 }], [{ mass: 7000, fraction: 1 }], []],
      [
        [
          { mass: 5014, fraction: 0.8 },
          { mass: 5000, fraction: 0.2 },
        ],
        [],
        [],
      ],
      [[], [], [{ mass: 9000, fraction: 1 }]],
    ],
  },
  graph: {
    file: 'model.onnx',
    bytes: 1,
    sha256: 'a'.repeat(64),
    input: 'x',
    outputs: { probabilities: 'p' },
  },
  selfTest: { seed: 1, probabilities: [], tolerance: 1e-4 },
} satisfies ModelManifest;

function taxon(id: string, name: string, shortName: string, color: number) {
  return { id, name, shortName, outgroup: false, color, note: '' };
}
