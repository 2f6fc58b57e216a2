import type { ModelManifest } from '../model-pack/types';
import type { ClassifiedSpectrum } from './call-species';
import { formatProbability } from './format-probability';
import { locusEvidence, locusFinding, type LocusFinding, verdictOf } from './locus-findings';

/** A locus decides between two taxa from this difference of its evidence for them on, in nats. */
const DECIDING = 1;
const MOST_NAMED = 3;

interface NamedLocus {
  readonly locus: string;
  readonly finding: LocusFinding;
}

/**
 * Why the best taxon and not the runner-up, in plain words: which markers that tell the two apart
 * were found, how many loci fit, and what speaks against it. Markers are named by their mass.
 */
export function describeEvidence(
  answer: ClassifiedSpectrum,
  best: number,
  second: number | null,
  manifest: ModelManifest,
): string {
  const { evidence } = answer;
  const { markers } = manifest;
  const name = shortName(manifest, best);
  if (evidence === null || markers === null) {
    const p = answer.probabilities[best] ?? 0;
    return `The model gives ${name} a probability of ${formatProbability(p)}.`;
  }
  const loci = [...markers.loci.keys()];
  const withMarkers = { ...manifest, markers };
  const named = (taxon: number) => (l: number) => ({
    locus: markers.loci[l]!,
    finding: locusFinding(withMarkers, evidence, taxon, l),
  });
  const valueOf = (taxon: number, l: number) => locusEvidence(markers, evidence, taxon, l);
  const sentences: string[] = [];
  if (second !== null) {
    const lead = (l: number): number => valueOf(best, l) - valueOf(second, l);
    const deciding = loci.filter((l) => lead(l) > DECIDING).sort((a, b) => lead(b) - lead(a));
    sentences.push(
      tellApart(
        deciding.map(named(best)),
        () => deciding.map(named(second)),
        name,
        shortName(manifest, second),
      ),
    );
  }
  const withVerdict = (verdict: LocusFinding['verdict']) =>
    loci.filter((l) => verdictOf(valueOf(best, l), manifest) === verdict);
  const opposing = withVerdict('against').map((l) => markers.loci[l]!);
  sentences.push(
    `${withVerdict('for').length} of ${loci.length} loci fit ${name}; ${describeOpposition(opposing)}.`,
  );
  return sentences.join(' ');
}

/**
 * @param deciding findings of the best taxon where a locus speaks for it more than for the rival, the
 *   clearest first
 * @param rivals gives the rival's findings there
 */
function tellApart(
  deciding: readonly NamedLocus[],
  rivals: () => readonly NamedLocus[],
  name: string,
  rival: string,
): string {
  const found = deciding.filter(({ finding }) => finding.ion?.found).slice(0, MOST_NAMED);
  if (found.length > 0) {
    const verb = found.length === 1 ? 'was' : 'were';
    const they =
      found.length === 1 ? 'it belongs' : found.length === 2 ? 'both belong' : 'all belong';
    return `${listed(found.map(markerName))} ${verb} found; ${they} to ${name} and not to ${rival}.`;
  }
  const absent = rivals()
    .filter(({ finding }) => finding.ion?.found === null)
    .slice(0, MOST_NAMED);
  if (absent.length > 0) {
    return `${listed(absent.map(markerName))}, which ${rival} would show, ${absent.length === 1 ? 'was' : 'were'} not found.`;
  }
  return `No single marker sets ${name} apart from ${rival}.`;
}

/** @param opposing loci, by their names */
function describeOpposition(opposing: readonly string[]): string {
  if (opposing.length === 0) return 'no marker speaks against it';
  const shown = opposing.slice(0, MOST_NAMED);
  return opposing.length > shown.length
    ? `${opposing.length} speak against it, ${listed(shown)} among them`
    : `${listed(shown)} ${opposing.length === 1 ? 'speaks' : 'speak'} against it`;
}

/** `S22 at 5280.0` */
function markerName({ locus, finding }: NamedLocus): string {
  return finding.ion === null ? locus : `${locus} at ${finding.ion.mass.toFixed(1)}`;
}

/** `a`, `a and b`, `a, b and c` */
export function listed(words: readonly string[]): string {
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]!}`;
}

function shortName(manifest: ModelManifest, taxon: number): string {
  return manifest.taxa[taxon]?.shortName ?? '';
}
