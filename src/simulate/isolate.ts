import type { Allele } from '../core/marker-model/marker-table';
import { unreachable } from '../core/result';
import type { TaxonAlleles } from './allele-table';
import { exp, ln } from './exact-math';
import type { Organism, SimulatorFacts } from './facts';
import { createRandom, type Random, type Seed } from './random';

/** One kind of ion that an isolate produces. */
export interface Ion {
  /** True m/z, Da per charge. */
  readonly mz: number;
  readonly charge: 1 | 2;
  /** Mean and standard deviation of ln(height / the spectrum's scale). */
  readonly logHeight: number;
  readonly sd: number;
  /** Whether its adducts and losses can be seen. */
  readonly satellites: boolean;
}

const PROTON = 1.00728;

/**
 * Draws the ions of one isolate, which its seed determines: the allele of each locus, drawn as often as
 * genomes have it, in both charges; the genus's recurrent peaks; and 40 to 140 small ones of its own, at ln
 * height -3.3 +- 0.9. Replicates of the isolate share all of them and differ in heights.
 */
export function drawIsolate(facts: SimulatorFacts, organism: Organism, seed: Seed): Ion[] {
  const random = createRandom(seed, 'isolate');
  switch (organism.kind) {
    case 'nothing':
      return [];
    case 'taxon':
      return drawTaxon(facts, organism.taxon, random);
    case 'calibrant': {
      const added = organism.proteins.flatMap(({ mass }) =>
        ([1, 2] as const).map((charge): Ion => ({
          mz: chargedMz(mass, charge),
          charge,
          logHeight: charge === 1 ? -1 : -1.5,
          sd: 0.3,
          satellites: false,
        })),
      );
      return [...drawTaxon(facts, organism.taxon, random), ...added];
    }
    case 'unmodelled': {
      const taxa = [...facts.alleles.values()];
      const skeleton = taxa[random.below(taxa.length)]!;
      return [
        ...markerIons(facts, skeleton, random, () => displacement(random)),
        ...recurrentIons(facts, random, () => displacement(random)),
        ...ownIons(random),
      ];
    }
    default:
      return unreachable(organism);
  }
}

/** Computes the m/z of a protein's ion with one or two protons from its [M+H]+ mass. */
function chargedMz(mass: number, charge: 1 | 2): number {
  return (mass + (charge - 1) * PROTON) / charge;
}

function drawTaxon(facts: SimulatorFacts, taxon: string, random: Random): Ion[] {
  const alleles = facts.alleles.get(taxon);
  if (alleles === undefined) throw new Error(`No allele table has the taxon "${taxon}".`);
  // Another genus has recurrent peaks of its own, the same in each of its isolates.
  const ofTaxon = createRandom(taxon, 'recurrent peaks');
  const isOther = facts.peaks.otherGenera.includes(taxon);
  return [
    ...markerIons(facts, alleles, random, () => 0),
    ...recurrentIons(facts, random, isOther ? () => displacement(ofTaxon) : () => 0),
    ...ownIons(random),
  ];
}

function markerIons(
  facts: SimulatorFacts,
  taxon: TaxonAlleles,
  random: Random,
  displace: () => number,
): Ion[] {
  const masses = new Map<string, number>();
  for (const [locus, alleles] of taxon) {
    masses.set(locus, drawAllele(alleles, random) + displace());
  }
  return facts.peaks.markerHeights.flatMap(({ locus, charge, logHeight, sd }) => {
    const mass = masses.get(locus);
    if (mass === undefined) return [];
    return [{ mz: chargedMz(mass, charge), charge, logHeight, sd, satellites: true }];
  });
}

function drawAllele(alleles: readonly Allele[], random: Random): number {
  let left = random.uniform() * alleles.reduce((sum, { fraction }) => sum + fraction, 0);
  for (const { mass, fraction } of alleles) {
    left -= fraction;
    if (left <= 0) return mass;
  }
  return alleles.at(-1)!.mass;
}

function recurrentIons(facts: SimulatorFacts, random: Random, displace: () => number): Ion[] {
  return facts.peaks.recurrentPeaks.flatMap(({ mz, frequency, logHeight, sd }) => {
    const moved = mz + displace();
    if (!random.chance(frequency)) return [];
    return [{ mz: moved, charge: 1 as const, logHeight, sd, satellites: false }];
  });
}

/** Draws small peaks, denser at low m/z as in real spectra: uniform in ln m/z from 2 to 13 kDa. */
function ownIons(random: Random): Ion[] {
  const count = 40 + random.below(101);
  const positions = Array.from({ length: count }, () => random.between(ln(2000), ln(13000)));
  // An sd of 0.8 from the isolate and 0.4 from the spectrum make the 0.9 that was observed.
  return positions.map((position) => ({
    mz: Math.round(exp(position) * 10) / 10,
    charge: 1,
    logHeight: random.normal(-3.3, 0.8),
    sd: 0.4,
    satellites: false,
  }));
}

/** Draws a displacement that is large enough for another protein's mass: 20 to 150 Da, either way. */
function displacement(random: Random): number {
  return random.between(20, 150) * (random.chance(0.5) ? 1 : -1);
}
