import { describe, expect, it } from 'vitest';
import type { MarkerRow } from '../../../src/core/marker-model/marker-table';
import { alleleTable } from '../../../src/simulate/allele-table';
import type { SimulatorFacts } from '../../../src/simulate/facts';
import { drawIsolate } from '../../../src/simulate/isolate';

const rows: readonly MarkerRow[] = [
  { taxon: 'A', genomes: 10, locus: 'L1', mass: 5000, fraction: 0.8 },
  { taxon: 'A', genomes: 10, locus: 'L1', mass: 5014, fraction: 0.2 },
  { taxon: 'A', genomes: 10, locus: 'S2', mass: 9000, fraction: 1 },
  { taxon: 'Other', genomes: 1, locus: 'L1', mass: 5100, fraction: 1 },
];
const facts: SimulatorFacts = {
  alleles: alleleTable(rows),
  peaks: {
    source: 'made up',
    markerHeights: [
      { locus: 'L1', charge: 1, logHeight: 0, sd: 0.1 },
      { locus: 'L1', charge: 2, logHeight: -1, sd: 0.1 },
      { locus: 'S2', charge: 1, logHeight: 0, sd: 0.1 },
      { locus: 'X9', charge: 1, logHeight: 0, sd: 0.1 },
    ],
    recurrentPeaks: [{ mz: 7000, frequency: 1, logHeight: -1, sd: 0.2 }],
    otherGenera: ['Other'],
  },
  mix: { source: 'made up', entries: [] },
};
const taxon = (name: string) => ({ kind: 'taxon', taxon: name }) as const;
const markers = (ions: ReturnType<typeof drawIsolate>) => ions.filter((ion) => ion.satellites);

describe('drawIsolate', () => {
  it('has each locus in both charges, the doubly charged at (m + proton) / 2', () => {
    const ions = markers(drawIsolate(facts, taxon('A'), 1));
    const mass = ions[0]!.mz;
    expect([5000, 5014]).toContain(mass);
    expect(ions.map(({ mz, charge }) => [mz, charge])).toEqual([
      [mass, 1],
      [(mass + 1.00728) / 2, 2],
      [9000, 1],
    ]);
  });

  it('draws alleles in proportion to the genomes that have them', () => {
    const seeds = Array.from({ length: 500 }, (_, seed) => seed);
    const rare = seeds.filter((seed) => drawIsolate(facts, taxon('A'), seed)[0]!.mz === 5014);
    expect(rare.length).toBeGreaterThan(70);
    expect(rare.length).toBeLessThan(130);
  });

  it('adds recurrent peaks, and 40 to 140 of the isolate between 2 and 13 kDa', () => {
    for (let seed = 0; seed < 50; seed++) {
      const others = drawIsolate(facts, taxon('A'), seed).filter((ion) => !ion.satellites);
      expect(others[0]!.mz).toBe(7000);
      expect(others.length - 1).toBeGreaterThanOrEqual(40);
      expect(others.length - 1).toBeLessThanOrEqual(140);
      for (const { mz } of others) expect(mz >= 2000 && mz <= 13000).toBe(true);
    }
  });

  it('draws other recurrent peaks for another genus, the same in each of its isolates', () => {
    const recurrent = (seed: number) =>
      drawIsolate(facts, taxon('Other'), seed).filter((ion) => ion.sd === 0.2)[0]!.mz;
    expect(Math.abs(recurrent(1) - 7000)).toBeGreaterThanOrEqual(20);
    expect(recurrent(2)).toBe(recurrent(1));
  });

  it('moves every marker of a species outside the table', () => {
    const known = rows.map((row) => row.mass!);
    const ions = markers(drawIsolate(facts, { kind: 'unmodelled' }, 3));
    expect(ions.length).toBeGreaterThan(0);
    for (const { mz, charge } of ions) {
      const mass = charge === 1 ? mz : 2 * mz - 1.00728;
      const nearest = Math.min(...known.map((other) => Math.abs(other - mass)));
      expect(nearest).toBeGreaterThan(5);
    }
  });

  it('adds the proteins of a calibrant in both charges', () => {
    const proteins = [{ name: 'protein', mass: 14000 }];
    const ions = drawIsolate(facts, { kind: 'calibrant', taxon: 'Other', proteins }, 1);
    const added = ions.slice(-2).map(({ mz }) => mz);
    expect(added).toEqual([14000, (14000 + 1.00728) / 2]);
  });

  it('has no ions for an empty spot, and throws an error for a taxon that no table has', () => {
    expect(drawIsolate(facts, { kind: 'nothing' }, 1)).toEqual([]);
    expect(() => drawIsolate(facts, taxon('Nobody'), 1)).toThrow('Nobody');
  });
});
