import type { ClassifiedSpectrum } from '../job/outcome';
import type { MarkerEvidence } from '../job/types';
import type { MarkerTable, ModelManifest } from '../model-pack/types';
import { absenceOf, differ } from './common-allele';
import {
  type AlleleFinding,
  bestIon,
  isFound,
  locusEvidence,
  locusFinding,
  verdictOf,
} from './locus-findings';
import { countAcceptanceLoci, servesAcceptance } from './locus-service';
import { markerIons } from './marker-ions';
import { showMz } from './shown-mz';
import { formatPercent } from '../text';
import { inTurn, sentence, type Sentence, type Sentences } from '../../words/told/sentence';

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
): Sentences {
  const { evidence } = answer;
  const { markers } = manifest;
  const name = shortName(manifest, best);
  if (evidence === null || markers === null) {
    const p = answer.probabilities[best] ?? 0;
    return sentence('call.probabilityOnly', { taxon: name, percent: formatPercent(p) });
  }
  const compared = { manifest: { ...manifest, markers }, markers, evidence, best, second, isNamed };
  return inTurn(
    ...(second === null ? [] : tellApart({ ...compared, second })),
    summarise(compared),
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

/** Describes the loci that distinguish the taxon from its rival, and which of them only name. */
function tellApart(compared: Compared & { readonly second: number }): readonly Sentence[] {
  const { manifest, markers, evidence, best, second, isNamed } = compared;
  const [name, rival] = [shortName(manifest, best), shortName(manifest, second)];
  const lead = (locus: number): number =>
    locusEvidence(markers, evidence, best, locus) - locusEvidence(markers, evidence, second, locus);
  const deciding: number[] = [];
  const ofRival: number[] = [];
  for (let locus = 0; locus < markers.loci.length; locus++) {
    if (lead(locus) > DECIDING) deciding.push(locus);
    else if (lead(locus) < -DECIDING) ofRival.push(locus);
  }
  deciding.sort((a, b) => lead(b) - lead(a));
  ofRival.sort((a, b) => lead(a) - lead(b));
  const ionOf = (taxon: number, locus: number): AlleleFinding | null =>
    locusFinding(manifest, evidence, taxon, locus).ion;
  const isSeen = (taxon: number, locus: number): boolean | null => {
    const allele = bestIon(markers, evidence, taxon, locus);
    return allele && isFound(evidence, allele.ion);
  };

  const found = deciding.filter((l) => isSeen(best, l) === true).slice(0, MOST_NAMED);
  const absent =
    found.length > 0
      ? []
      : deciding.filter((l) => isSeen(second, l) === false).slice(0, MOST_NAMED);
  const told: Sentence[] = [];
  if (found.length > 0) {
    const where = marked(found.map((l) => markerAt(markers.loci[l]!, ionOf(best, l)!)));
    told.push(
      isNamed
        ? sentence('call.markersName', { ...where, rival })
        : sentence('call.markersSpeak', { ...where, taxon: name, rival }),
    );
  } else if (absent.length > 0) {
    const where = marked(absent.map((l) => markerAt(markers.loci[l]!, ionOf(second, l)!)));
    told.push(sentence('call.markersAbsent', { ...where, rival }));
  } else told.push(sentence('call.noMarkerTells', { taxon: name, rival }));

  const isSpoken = (l: number) => found.includes(l) || absent.includes(l) || ofRival.includes(l);
  const unseen: number[] = [];
  for (let l = 0; l < markers.loci.length && unseen.length < MOST_NAMED; l++) {
    if (!isSpoken(l) && isUnseen(markers, evidence, best, second, l)) unseen.push(l);
  }
  if (unseen.length > 0) told.push(sentence('call.unseen', lociNamed(markers, unseen)));
  const against = ofRival.slice(0, MOST_NAMED);
  if (against.length > 0) {
    told.push(sentence('call.speakForRival', { ...lociNamed(markers, against), rival }));
  }
  const naming = [...found, ...absent].filter((l) => !servesAcceptance(markers, l));
  if (naming.length > 0) told.push(sentence('call.onlyName', lociNamed(markers, naming)));
  return told;
}

/** @returns whether a locus distinguishes two taxa, is usually seen, and shows the marker of neither */
function isUnseen(
  markers: MarkerTable,
  evidence: MarkerEvidence,
  best: number,
  second: number,
  locus: number,
): boolean {
  // Most loci do not distinguish the two, which the table alone tells.
  const [ofBest] = markerIons(markers, best, locus);
  const [ofSecond] = markerIons(markers, second, locus);
  if (ofBest === undefined || ofSecond === undefined || !differ(ofBest, ofSecond)) return false;
  const a = absenceOf(markers, evidence, best, locus);
  const b = absenceOf(markers, evidence, second, locus);
  if (a === 'found' || b === 'found') return false;
  return a === 'usually-seen' || b === 'usually-seen';
}

/** Describes how many of the loci that count fit the taxon, and which of all loci speak against it. */
function summarise({ manifest, markers, evidence, best }: Compared): Sentence {
  let fitting = 0;
  const opposing: string[] = [];
  // A loop by index: `entries` would make a pair for each locus of each sample of a run.
  for (let locus = 0; locus < markers.loci.length; locus++) {
    const verdict = verdictOf(locusEvidence(markers, evidence, best, locus), manifest);
    if (verdict === 'for' && servesAcceptance(markers, locus)) fitting += 1;
    else if (verdict === 'against') opposing.push(markers.loci[locus]!);
  }
  const fit = { fitting, loci: countAcceptanceLoci(markers), taxon: shortName(manifest, best) };
  const count = opposing.length;
  if (count === 0) return sentence('call.againstNone', fit);
  const shown = { list: opposing.slice(0, MOST_NAMED) };
  return count > MOST_NAMED
    ? sentence('call.againstMany', { ...fit, count, shown })
    : sentence('call.againstSome', { ...fit, count, shown });
}

/**
 * Tells a marker with the m/z at which the table shows it as found, or else expected: `S22 at 5280.67`.
 */
function markerAt(locus: string, { charge, found, expectedHere }: AlleleFinding): Sentence {
  const mz = showMz(found?.mz ?? expectedHere);
  return sentence(charge === 2 ? 'call.markerAtTwice' : 'call.markerAt', { locus, mz });
}

function marked(markers: readonly Sentence[]) {
  return { count: markers.length, markers: { list: markers } };
}

function lociNamed(markers: MarkerTable, loci: readonly number[]) {
  return { count: loci.length, loci: { list: loci.map((l) => markers.loci[l]!) } };
}

function shortName(manifest: ModelManifest, taxon: number): string {
  return manifest.taxa[taxon]?.shortName ?? '';
}
