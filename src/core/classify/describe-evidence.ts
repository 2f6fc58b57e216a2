import type { ModelManifest } from '../model-pack/types';
import type { ClassifiedSpectrum } from './call-species';
import { formatProbability } from './format-probability';
import { locusFindings, type LocusFinding } from './locus-findings';

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
  const withMarkers = { ...manifest, markers };
  const own = locusFindings(withMarkers, evidence, best);
  const named = own.map((finding, l) => ({ locus: markers.loci[l]!, finding }));
  const sentences: string[] = [];
  if (second !== null) {
    const rivals = locusFindings(withMarkers, evidence, second);
    const lead = (l: number): number => own[l]!.evidence - rivals[l]!.evidence;
    const deciding = own
      .map((_, l) => l)
      .filter((l) => lead(l) > DECIDING)
      .sort((a, b) => lead(b) - lead(a));
    sentences.push(
      tellApart(
        deciding.map((l) => named[l]!),
        deciding.map((l) => ({ locus: markers.loci[l]!, finding: rivals[l]! })),
        name,
        shortName(manifest, second),
      ),
    );
  }
  const supporting = named.filter(({ finding }) => finding.verdict === 'for');
  const opposing = named.filter(({ finding }) => finding.verdict === 'against');
  sentences.push(
    `${supporting.length} of ${markers.loci.length} loci fit ${name}; ${describeOpposition(opposing)}.`,
  );
  return sentences.join(' ');
}

/**
 * @param deciding findings of the best taxon where a locus speaks for it more than for the rival, the
 *   clearest first
 * @param rivals the rival's findings there
 */
function tellApart(
  deciding: readonly NamedLocus[],
  rivals: readonly NamedLocus[],
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
  const absent = rivals.filter(({ finding }) => finding.ion?.found === null).slice(0, MOST_NAMED);
  if (absent.length > 0) {
    return `${listed(absent.map(markerName))}, which ${rival} would show, ${absent.length === 1 ? 'was' : 'were'} not found.`;
  }
  return `No single marker sets ${name} apart from ${rival}.`;
}

function describeOpposition(opposing: readonly NamedLocus[]): string {
  if (opposing.length === 0) return 'no marker speaks against it';
  const shown = opposing.slice(0, MOST_NAMED).map(({ locus }) => locus);
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
