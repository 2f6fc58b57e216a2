import type { MarkerEvidence, SpeciesCall } from '../job/types';
import type { ModelManifest } from '../model-pack/types';
import { type CommonAllele, commonAllele, differ, isUsuallySeen } from './common-allele';
import { areNamingLociCounted, servesAcceptance } from './locus-service';
import { showMz } from './shown-mz';
import { inTurn, sentence, type Sentence, type Sentences } from '../../words/told/sentence';

/** A locus whose evidence for two taxa differs by less leaves them undecided: a likelihood ratio of 20. */
const DECIDES = 3;
/** A taxon less probable than this part of the best is ruled out: 4 nats, or 5 of score S. */
const CONTENDS = Math.exp(-4);
const MOST_NAMED = 3;

export interface DecidingOption {
  /** Average [M+H]+ mass of the marker, Da. */
  readonly mass: number;
  /** m/z at which this spectrum should show it. */
  readonly expectedHere: number;
  /** Ids of the taxa that it would support. */
  readonly taxa: readonly string[];
  /** m/z at which it was found; null when it was not. */
  readonly foundMz: number | null;
}

export interface UndecidedLocus {
  readonly locus: string;
  /** In order of mass. */
  readonly options: readonly DecidingOption[];
}

export interface WhatWouldDecide {
  /** Ids of the taxa that are not ruled out, the most likely first. */
  readonly contenders: readonly string[];
  /** The loci that could distinguish them and did not, the most often seen first. */
  readonly loci: readonly UndecidedLocus[];
  readonly sentence: Sentences;
}

/**
 * Finds the markers that would have decided a call that names no species although the spectrum fits: loci,
 * including those that only name, at which the remaining taxa differ and whose evidence left them
 * undecided. It uses only the model's outputs: how often a marker is seen follows from the weight of its
 * absence.
 *
 * @param probabilities [taxa], empty where they are unknown
 * @returns null for a call that is decided or refused, and for models without markers
 */
export function whatWouldDecide(
  call: Pick<SpeciesCall, 'rule' | 'taxon'>,
  evidence: MarkerEvidence,
  probabilities: ArrayLike<number>,
  manifest: ModelManifest,
): WhatWouldDecide | null {
  const { markers } = manifest;
  if (call.rule !== 'group-unresolved' && call.rule !== 'below-threshold') return null;
  if (markers === null) return null;
  const contenders = findContenders(call, probabilities, manifest);
  const [best, ...rest] = contenders;
  if (best === undefined || rest.length === 0) return null;
  const loci = markers.loci
    .flatMap((locus, l) => {
      const seen = (taxon: number) => commonAllele(markers, evidence, taxon, l);
      const first = seen(best);
      const open = rest.map(seen).filter((rival) => isOpen(first, rival));
      const shown = [first, ...open].flatMap((allele) => allele ?? []);
      if (open.length === 0 || !isUsuallySeen(shown)) return [];
      const visibility = Math.max(...shown.map((allele) => allele.visibility));
      return [{ visibility, locus, options: optionsOf(shown, manifest) }];
    })
    .sort((a, b) => b.visibility - a.visibility)
    .slice(0, MOST_NAMED)
    .map(({ locus, options }) => ({ locus, options }));
  return {
    contenders: contenders.map((taxon) => manifest.taxa[taxon]!.id),
    loci,
    sentence: inTurn(...sentencesOf(loci, contenders, manifest), notCounted(evidence, manifest)),
  };
}

function findContenders(
  { taxon }: Pick<SpeciesCall, 'taxon'>,
  probabilities: ArrayLike<number>,
  { taxa, groups }: ModelManifest,
): readonly number[] {
  const members = groups.find(({ id }) => id === taxon)?.members;
  const of = (t: number): number => probabilities[t] ?? 0;
  const ranked = taxa
    .map((_, t) => t)
    .filter((t) => !taxa[t]!.outgroup && (members?.includes(taxa[t]!.id) ?? true))
    .sort((a, b) => of(b) - of(a));
  // At least two: many taxa that are each slightly behind may together keep the best from being certain.
  return ranked.filter((t, rank) => rank < 2 || of(t) >= CONTENDS * of(ranked[0]!));
}

/** @returns whether two taxa have different markers at a locus that did not decide between them */
function isOpen(a: CommonAllele | null, b: CommonAllele | null): boolean {
  if (a === null || b === null || !differ(a, b)) return false;
  return Math.abs(a.evidence - b.evidence) < DECIDES;
}

function optionsOf(
  shown: readonly CommonAllele[],
  { taxa }: Pick<ModelManifest, 'taxa'>,
): readonly DecidingOption[] {
  const byMass = new Map<number, Omit<DecidingOption, 'mass' | 'taxa'> & { taxa: string[] }>();
  for (const { taxon, mass, expectedHere, foundMz } of shown) {
    const option = byMass.get(mass) ?? { expectedHere, taxa: [], foundMz };
    option.taxa.push(taxa[taxon]!.id);
    byMass.set(mass, option);
  }
  return [...byMass].map(([mass, option]) => ({ mass, ...option })).sort((a, b) => a.mass - b.mass);
}

function sentencesOf(
  loci: readonly UndecidedLocus[],
  contenders: readonly number[],
  { taxa }: ModelManifest,
): readonly Sentence[] {
  const nameOf = (id: string): string => taxa.find((taxon) => taxon.id === id)?.shortName ?? id;
  if (loci.length === 0) {
    const names = contenders.map((taxon) => taxa[taxon]!.shortName);
    return [sentence('call.undecidedNone', { taxa: { list: names } })];
  }
  return loci.map(({ locus, options }) => {
    const places = options.map(({ expectedHere, taxa: ids, foundMz }) => ({
      mz: showMz(expectedHere),
      taxa: { list: ids.map(nameOf), last: 'or' } as const,
      foundMz,
    }));
    const placeOf = ({ mz, taxa: names }: (typeof places)[number]): Sentence =>
      sentence('call.placeOf', { mz, taxa: names });
    // One broad peak may count for two markers that lie close to each other.
    const seen = new Set(options.flatMap(({ foundMz }) => foundMz ?? []));
    if (seen.size > 1) {
      const found = places.filter(({ foundMz }) => foundMz !== null).map(placeOf);
      return sentence('call.undecidedMixed', { locus, found: { list: found } });
    }
    const meanings = { list: places.map(placeOf), last: 'or' } as const;
    return sentence(seen.size === 0 ? 'call.undecidedNotFound' : 'call.undecidedNotClear', {
      locus,
      places: meanings,
    });
  });
}

/** Tells that loci would have contributed to the name if enough of them had been seen. */
function notCounted(
  evidence: MarkerEvidence,
  { markers }: Pick<ModelManifest, 'markers'>,
): Sentence | null {
  if (markers === null || areNamingLociCounted(markers, evidence) !== false) return null;
  const naming = markers.loci.filter((_, locus) => !servesAcceptance(markers, locus));
  return sentence('call.undecidedNotCounted', { loci: { list: naming } });
}
