import { type Interruptible, runToEnd } from '../interruptible';
import { NEIGHBOURS, type Similarity, similarityOf } from './compare-all';

/** A spectrum whose nearest is less alike than this is alone: docs/similarity.md has what was measured. */
export const ALONE = 0.5;
/** Replicates that are less alike than this lie apart. Most real ones are more alike, but not all. */
export const APART = 0.75;
/** How much more alike another species must be than the own one. */
const MARGIN = 0.05;
/** Fewest neighbours of another species. */
const FEWEST = 3;

/** What is known of a compared spectrum. */
export interface ComparedSpectrum {
  /** Index of its sample. */
  readonly sample: number;
  /** The species that it was identified as; null where it was none, or a group of several. */
  readonly taxon: string | null;
}

/** Something that stands out. */
export type Finding =
  /** Nothing else is like it. */
  | {
      readonly kind: 'alone';
      readonly spectrum: number;
      readonly other: number;
      readonly similarity: number;
    }
  /** It lies with spectra of another species, while there are others of its own. */
  | {
      readonly kind: 'other-species';
      readonly spectrum: number;
      readonly other: number;
      readonly similarity: number;
      readonly taxon: string;
      readonly among: string;
    }
  /** A replicate is not like its sample's other spectra. */
  | {
      readonly kind: 'replicate';
      readonly spectrum: number;
      readonly other: number;
      readonly similarity: number;
    };

/** Finds what stands out: outliers, spectra that lie with another species than their call, and replicates apart. */
export function findFindings(
  similarity: Similarity,
  spectra: readonly ComparedSpectrum[],
): readonly Finding[] {
  return runToEnd(findingSteps(similarity, spectra));
}

/** The same, spectrum by spectrum: of thousands, all at once would hold up a page. */
export function* findingSteps(
  similarity: Similarity,
  spectra: readonly ComparedSpectrum[],
): Interruptible<readonly Finding[]> {
  if (similarity.count < 3) return [];
  const bySample = groupBy(spectra, ({ sample }) => sample);
  const byTaxon = groupBy(spectra, ({ taxon }) => taxon);
  const findingsOf = (spectrum: ComparedSpectrum, i: number): Finding[] => {
    const nearest = similarity.neighbours[i * NEIGHBOURS]!;
    const best = similarityOf(similarity, i, nearest);
    if (best < ALONE) return [{ kind: 'alone', spectrum: i, other: nearest, similarity: best }];
    const replicates = (bySample.get(spectrum.sample) ?? []).filter((one) => one !== i);
    const twin = mostSimilar(similarity, i, replicates);
    const apart: Finding[] =
      twin !== null && twin.similarity < APART
        ? [{ kind: 'replicate', spectrum: i, other: twin.spectrum, similarity: twin.similarity }]
        : [];
    const elsewhere = liesElsewhere(similarity, spectra, byTaxon, i);
    return elsewhere === null ? apart : [elsewhere, ...apart];
  };
  const findings: Finding[] = [];
  for (const [i, spectrum] of spectra.entries()) {
    findings.push(...findingsOf(spectrum, i));
    yield;
  }
  return findings;
}

function liesElsewhere(
  similarity: Similarity,
  spectra: readonly ComparedSpectrum[],
  byTaxon: ReadonlyMap<string | null, readonly number[]>,
  i: number,
): Finding | null {
  const { taxon, sample } = spectra[i]!;
  if (taxon === null) return null;
  const isOther = (one: number) => spectra[one]!.sample !== sample;
  const near = [...similarity.neighbours.subarray(i * NEIGHBOURS, (i + 1) * NEIGHBOURS)].filter(
    (one) => one < similarity.count && isOther(one) && spectra[one]!.taxon !== null,
  );
  for (const [among, members] of groupBy(near, (one) => spectra[one]!.taxon)) {
    if (among === null || among === taxon || members.length < FEWEST) continue;
    const own = mostSimilar(similarity, i, (byTaxon.get(taxon) ?? []).filter(isOther));
    const other = near[members[0]!]!;
    const alike = similarityOf(similarity, i, other);
    if (own === null || alike < own.similarity + MARGIN) continue;
    return { kind: 'other-species', spectrum: i, other, similarity: alike, taxon, among };
  }
  return null;
}

function mostSimilar(
  similarity: Similarity,
  i: number,
  among: readonly number[],
): { readonly spectrum: number; readonly similarity: number } | null {
  let best: { spectrum: number; similarity: number } | null = null;
  for (const spectrum of among) {
    const one = similarityOf(similarity, i, spectrum);
    if (best === null || one > best.similarity) best = { spectrum, similarity: one };
  }
  return best;
}

/** Groups places of a list. */
function groupBy<Item, Key>(items: readonly Item[], key: (item: Item) => Key): Map<Key, number[]> {
  const groups = new Map<Key, number[]>();
  for (const [place, item] of items.entries()) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [place]);
    else group.push(place);
  }
  return groups;
}
