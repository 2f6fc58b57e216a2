import type { MarkerEvidence, SpeciesCall } from '../job/types';
import type { MarkerTable, ModelManifest } from '../model-pack/types';
import { readIon } from './locus-findings';
import { markerIons } from './marker-ions';

/** A locus whose evidence for two taxa differs by less leaves it open: a likelihood ratio of 20. */
const DECIDES = 3;
/** Taxa of the group that score this much less than the best are out of the question, in nats. */
const CONTENDS = 5;
/** A marker that is seen in fewer spectra than this could not have decided anything. */
const VISIBLE = 0.3;
const MOST_NAMED = 3;

export interface DecidingOption {
  /** Average [M+H]+ mass of the marker, Da. */
  readonly mass: number;
  /** Ids of the taxa that it would speak for. */
  readonly taxa: readonly string[];
  /** Where it was found; null when it was not. */
  readonly foundMz: number | null;
}

export interface UndecidedLocus {
  readonly locus: string;
  /** By mass. */
  readonly options: readonly DecidingOption[];
}

export interface WhatWouldDecide {
  /** Ids of the taxa that are still in question, the most likely first. */
  readonly contenders: readonly string[];
  /** The loci that tell them apart and did not, those that are seen most often first. */
  readonly loci: readonly UndecidedLocus[];
  readonly sentence: string;
}

/**
 * Which markers would have decided a call that names no species though the spectrum fits: loci at
 * which the taxa in question differ and whose evidence left it open. Read from the model's own
 * outputs: how often a marker is seen follows from what its absence weighs, since a marker of
 * detection probability d that is missing has a likelihood ratio of 1 - d.
 *
 * @returns null for a call that is decided or refused, and for models without markers
 */
export function whatWouldDecide(
  call: Pick<SpeciesCall, 'rule' | 'taxon'>,
  evidence: MarkerEvidence,
  manifest: ModelManifest,
): WhatWouldDecide | null {
  const { markers } = manifest;
  if (call.rule !== 'group-unresolved' && call.rule !== 'below-threshold') return null;
  if (markers === null) return null;
  const contenders = findContenders(call, evidence, manifest);
  const [best, ...rest] = contenders;
  if (best === undefined || rest.length === 0) return null;
  const loci = markers.loci
    .flatMap((locus, l) => {
      const seen = (taxon: number) => commonAllele(markers, evidence, taxon, l);
      const first = seen(best);
      const open = rest.map(seen).filter((rival) => isOpen(first, rival));
      const shown = [first, ...open].flatMap((allele) => allele ?? []);
      const visibility = Math.max(...shown.map((allele) => allele.visibility));
      if (open.length === 0 || visibility < VISIBLE) return [];
      return [{ visibility, locus, options: optionsOf(shown, manifest) }];
    })
    .sort((a, b) => b.visibility - a.visibility)
    .slice(0, MOST_NAMED)
    .map(({ locus, options }) => ({ locus, options }));
  return {
    contenders: contenders.map((taxon) => manifest.taxa[taxon]!.id),
    loci,
    sentence: sentenceOf(loci, contenders, manifest),
  };
}

function findContenders(
  { taxon }: Pick<SpeciesCall, 'taxon'>,
  { scores }: MarkerEvidence,
  { taxa, groups }: ModelManifest,
): readonly number[] {
  const members = groups.find(({ id }) => id === taxon)?.members;
  const ranked = taxa
    .map((_, t) => t)
    .filter((t) => !taxa[t]!.outgroup && (members?.includes(taxa[t]!.id) ?? true))
    .sort((a, b) => scores[b]! - scores[a]!);
  // Two at least: many that are each a little behind may together keep the best from being certain.
  return ranked.filter((t, rank) => rank < 2 || scores[t]! >= scores[ranked[0]!]! - CONTENDS);
}

/** The marker that most genomes of a taxon have at a locus, as it was seen. */
interface CommonAllele {
  readonly taxon: number;
  readonly mass: number;
  readonly foundMz: number | null;
  /** In which part of spectra it is seen; of one that was found all that is known is that it is. */
  readonly visibility: number;
  /** The locus's evidence for the taxon, all its alleles together. */
  readonly evidence: number;
}

function commonAllele(
  markers: MarkerTable,
  evidence: MarkerEvidence,
  taxon: number,
  locus: number,
): CommonAllele | null {
  const [commonest, ...others] = markerIons(markers, taxon, locus);
  if (commonest === undefined) return null;
  const { mass } = commonest;
  const ions = [commonest, ...others.filter((ion) => ion.mass === mass)].map(({ ion }) =>
    readIon(evidence, ion),
  );
  const found = ions.find((ion) => ion.found !== null)?.found ?? null;
  const missed = Math.min(0, ...ions.map(({ logRatio }) => logRatio));
  return {
    taxon,
    mass,
    foundMz: found?.mz ?? null,
    visibility: found === null ? 1 - Math.exp(missed) : 1,
    evidence: evidence.loci[taxon * markers.loci.length + locus] ?? 0,
  };
}

/** Whether the two taxa have different markers at the locus, and it did not decide between them. */
function isOpen(a: CommonAllele | null, b: CommonAllele | null): boolean {
  if (a === null || b === null || a.mass === b.mass) return false;
  return Math.abs(a.evidence - b.evidence) < DECIDES;
}

function optionsOf(
  shown: readonly CommonAllele[],
  { taxa }: Pick<ModelManifest, 'taxa'>,
): readonly DecidingOption[] {
  const byMass = new Map<number, { taxa: string[]; foundMz: number | null }>();
  for (const { taxon, mass, foundMz } of shown) {
    const option = byMass.get(mass) ?? { taxa: [], foundMz };
    option.taxa.push(taxa[taxon]!.id);
    byMass.set(mass, option);
  }
  return [...byMass].map(([mass, option]) => ({ mass, ...option })).sort((a, b) => a.mass - b.mass);
}

function sentenceOf(
  loci: readonly UndecidedLocus[],
  contenders: readonly number[],
  { taxa }: ModelManifest,
): string {
  const nameOf = (id: string): string => taxa.find((taxon) => taxon.id === id)?.shortName ?? id;
  if (loci.length === 0) {
    const names = contenders.map((taxon) => taxa[taxon]!.shortName);
    return `No marker that is usually seen was left open between ${names.join(' and ')}: each was found or missed as clearly as it can be.`;
  }
  return loci
    .map(({ locus, options }) => {
      // One broad peak may count for two markers that lie close to each other.
      const places = new Set(options.flatMap(({ foundMz }) => foundMz ?? []));
      const state =
        places.size === 0
          ? 'was not found'
          : places.size === 1
            ? 'was not clear'
            : 'was found at more than one place';
      const meanings = options.map(
        ({ mass, taxa: ids }, i) =>
          `${mass.toFixed(1)} ${i === 0 ? 'would mean ' : ''}${ids.map(nameOf).join(' or ')}`,
      );
      return `${locus} ${state}: ${meanings.join(', ')}.`;
    })
    .join(' ');
}
