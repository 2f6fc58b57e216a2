import type { ClassifiedSpectrum } from '../job/outcome';
import type { MarkerEvidence } from '../job/types';
import type { MarkerTable, ModelManifest } from '../model-pack/types';
import { commonAllele, differ, isUsuallySeen } from './common-allele';
import {
  type AlleleFinding,
  locusEvidence,
  locusFinding,
  type LocusFinding,
  verdictOf,
} from './locus-findings';
import { countAcceptanceLoci, servesAcceptance } from './locus-service';
import { showMz } from './shown-mz';
import { formatPercent, listWords } from '../text';

/** Least difference of a locus's evidence for two taxa with which it decides between them, in nats. */
const DECIDING = 1;
const MOST_NAMED = 3;

/**
 * Describes the basis of a name in plain words, from the findings that the table shows: the loci that
 * distinguish the taxon from the runner-up and where their markers were found, those of them that only
 * name, those that were not seen or support the runner-up, the number of loci that fit, and the evidence
 * against the name.
 *
 * @param best index of the taxon; `second` is that of the runner-up
 * @param isNamed whether the call names this taxon, rather than a group of which it is the likeliest member
 */
export function describeEvidence(
  answer: ClassifiedSpectrum,
  best: number,
  second: number | null,
  manifest: ModelManifest,
  isNamed = true,
): string {
  const { evidence } = answer;
  const { markers } = manifest;
  const name = shortName(manifest, best);
  if (evidence === null || markers === null) {
    const p = answer.probabilities[best] ?? 0;
    return `The model gives ${name} a probability of ${formatPercent(p)}.`;
  }
  const compared = { manifest: { ...manifest, markers }, markers, evidence, best, second, isNamed };
  return [...(second === null ? [] : tellApart({ ...compared, second })), summarise(compared)].join(
    ' ',
  );
}

interface Compared {
  readonly manifest: ModelManifest & { readonly markers: MarkerTable };
  readonly markers: MarkerTable;
  readonly evidence: MarkerEvidence;
  readonly best: number;
  readonly second: number | null;
  readonly isNamed: boolean;
}

/**
 * Describes the loci that distinguish the taxon from its rival in one sentence, and those that only name in
 * another.
 */
function tellApart(compared: Compared & { readonly second: number }): readonly string[] {
  const { manifest, markers, evidence, best, second, isNamed } = compared;
  const [name, rival] = [shortName(manifest, best), shortName(manifest, second)];
  const lead = (locus: number): number =>
    locusEvidence(markers, evidence, best, locus) - locusEvidence(markers, evidence, second, locus);
  const loci = [...markers.loci.keys()];
  const deciding = loci.filter((l) => lead(l) > DECIDING).sort((a, b) => lead(b) - lead(a));
  const ofRival = loci.filter((l) => lead(l) < -DECIDING).sort((a, b) => lead(a) - lead(b));
  const ionOf = (taxon: number, locus: number): AlleleFinding | null =>
    locusFinding(manifest, evidence, taxon, locus).ion;

  const found = deciding.filter((l) => ionOf(best, l)?.found).slice(0, MOST_NAMED);
  const absent =
    found.length > 0
      ? []
      : deciding.filter((l) => ionOf(second, l)?.found === null).slice(0, MOST_NAMED);
  const clauses: string[] = [];
  if (found.length > 0) {
    const where = listWords(found.map((l) => markerAt(markers.loci[l]!, ionOf(best, l)!)));
    clauses.push(
      isNamed
        ? `Named by ${where}, which ${found.length === 1 ? 'tells' : 'tell'} it from ${rival}`
        : `${where} ${found.length === 1 ? 'speaks' : 'speak'} for ${name} and not for ${rival}`,
    );
  } else if (absent.length > 0) {
    const where = listWords(absent.map((l) => markerAt(markers.loci[l]!, ionOf(second, l)!)));
    clauses.push(
      `${where}, which ${rival} would show, ${absent.length === 1 ? 'was' : 'were'} not found`,
    );
  } else clauses.push(`No marker that was found tells ${name} from ${rival}`);

  const told = new Set([...found, ...absent, ...ofRival]);
  const unseen = loci
    .filter((l) => !told.has(l) && isUnseen(markers, evidence, best, second, l))
    .slice(0, MOST_NAMED);
  if (unseen.length > 0) {
    clauses.push(`${lociNames(markers, unseen)} ${unseen.length === 1 ? 'was' : 'were'} not seen`);
  }
  const against = ofRival.slice(0, MOST_NAMED);
  if (against.length > 0) {
    clauses.push(
      `${lociNames(markers, against)} ${against.length === 1 ? 'speaks' : 'speak'} for ${rival}`,
    );
  }
  const naming = [...found, ...absent].filter((l) => !servesAcceptance(markers, l));
  return [
    `${clauses.join('; ')}.`,
    ...(naming.length === 0
      ? []
      : [
          naming.length === 1
            ? `${lociNames(markers, naming)} only names, and does not count for acceptance.`
            : `${lociNames(markers, naming)} only name, and do not count for acceptance.`,
        ]),
  ];
}

/** @returns whether a locus distinguishes two taxa, is usually seen, and shows the marker of neither */
function isUnseen(
  markers: MarkerTable,
  evidence: MarkerEvidence,
  best: number,
  second: number,
  locus: number,
): boolean {
  const a = commonAllele(markers, evidence, best, locus);
  const b = commonAllele(markers, evidence, second, locus);
  if (a === null || b === null || !differ(a, b)) return false;
  return a.foundMz === null && b.foundMz === null && isUsuallySeen([a, b]);
}

/** Describes how many of the loci that count fit the taxon, and which of all loci speak against it. */
function summarise({ manifest, markers, evidence, best }: Compared): string {
  const verdict = (locus: number): LocusFinding['verdict'] =>
    verdictOf(locusEvidence(markers, evidence, best, locus), manifest);
  const loci = [...markers.loci.keys()];
  const fitting = loci.filter((l) => servesAcceptance(markers, l) && verdict(l) === 'for').length;
  const opposing = loci.filter((l) => verdict(l) === 'against').map((l) => markers.loci[l]!);
  return `${fitting} of ${countAcceptanceLoci(markers)} loci fit ${shortName(manifest, best)}; ${describeOpposition(opposing)}.`;
}

/** @param opposing names of the loci that speak against the taxon */
function describeOpposition(opposing: readonly string[]): string {
  if (opposing.length === 0) return 'no marker speaks against it';
  const shown = opposing.slice(0, MOST_NAMED);
  return opposing.length > shown.length
    ? `${opposing.length} speak against it, ${listWords(shown)} among them`
    : `${listWords(shown)} ${opposing.length === 1 ? 'speaks' : 'speak'} against it`;
}

/**
 * Formats a marker with the m/z at which the table shows it as found, or else expected: `S22 at 5280.67`.
 */
function markerAt(locus: string, { charge, found, expectedHere }: AlleleFinding): string {
  return `${locus} at ${showMz(found?.mz ?? expectedHere)}${charge === 2 ? ' (2+)' : ''}`;
}

function lociNames(markers: MarkerTable, loci: readonly number[]): string {
  return listWords(loci.map((l) => markers.loci[l]!));
}

function shortName(manifest: ModelManifest, taxon: number): string {
  return manifest.taxa[taxon]?.shortName ?? '';
}
