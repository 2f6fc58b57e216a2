import { describe, expect, it } from 'vitest';
import { alleleWeights } from '../../../../src/core/marker-model/allele-weights';
import {
  type LocusAlleles,
  missedProbability,
} from '../../../../src/core/marker-model/expected-ions';
import type { MarkerTaxon } from '../../../../src/core/marker-model/marker-table';

// The graph and the plain score both use these numbers, so a comparison of the two cannot show that they are
// wrong. The expected values were calculated by hand from docs/marker-model.md.

const locus: LocusAlleles = {
  locus: 'S22',
  serves: 'both',
  masses: [5189.9, 5237.9, 5280],
  ions: [],
  detections: [0.5, 0.2],
};

function taxonWith(genomes: number, absent: number, alleles: MarkerTaxon['loci']): MarkerTaxon {
  return { id: 'taxon', genomes, loci: alleles, facts: new Map([['S22', { genomes, absent }]]) };
}

describe('the priors of alleles', () => {
  it('reserve half a genome for an allele that has not been observed', () => {
    const alleles = new Map([
      [
        'S22',
        [
          { mass: 5280, fraction: 0.75 },
          { mass: 5237.9, fraction: 0.25 },
        ],
      ],
    ]);
    const weights = alleleWeights(taxonWith(2, 0, alleles), locus, { unseenGenomes: 0.5 });
    expect(weights.alleles).toEqual([0, expect.closeTo(0.2, 12), expect.closeTo(0.6, 12)]);
    expect(weights.novel).toBeCloseTo(0.2, 12);
    expect(weights.silent).toBe(0);
  });

  it('treat genomes without the gene as no evidence', () => {
    const alleles = new Map([['S22', [{ mass: 5280, fraction: 0.5 }]]]);
    const weights = alleleWeights(taxonWith(2, 0.5, alleles), locus, { unseenGenomes: 0.5 });
    expect(weights.alleles).toEqual([0, 0, expect.closeTo(0.4, 12)]);
    expect(weights.novel).toBeCloseTo(0.2, 12);
    expect(weights.silent).toBeCloseTo(0.4, 12);
  });

  it('are fully on silence at a locus that was never searched for in the taxon', () => {
    const unknown: MarkerTaxon = { id: 'taxon', genomes: 3, loci: new Map(), facts: new Map() };
    expect(alleleWeights(unknown, locus, { unseenGenomes: 0.5 })).toEqual({
      alleles: [0, 0, 0],
      novel: 0,
      silent: 1,
    });
  });
});

describe('the probability that no ion of a locus is seen', () => {
  it.each([
    [1, 0.4],
    [0.5, 0.675],
  ])('at sensitivity %d is %d', (sensitivity, missed) => {
    expect(missedProbability(locus, sensitivity)).toBeCloseTo(missed, 12);
  });
});
