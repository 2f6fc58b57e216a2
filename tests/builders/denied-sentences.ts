import { whatWouldDecide } from '../../src/core/classify/what-would-decide';
import { showMz } from '../../src/core/classify/shown-mz';
import type { MarkerEvidence, SampleRow } from '../../src/core/job/types';
import type { ModelManifest } from '../../src/core/model-pack/types';
import { viewMarkers } from '../../src/state/results/marker-view';
import { splitMarkers } from '../../src/state/results/marker-places';
import { inEnglish } from '../../src/words/in-words';
import type { Sentences } from '../../src/words/told/sentence';

/** Lists the statements in a sample's sentences that its table of markers contradicts. */
export function deniedSentences(
  manifest: ModelManifest,
  sample: SampleRow,
  evidence: MarkerEvidence,
): readonly string[] {
  const table = viewMarkers(manifest, sample, evidence);
  if (table === null || sample.failure !== null) return [];
  const [own, rival] = table.columns.map(({ taxon }) => taxon);
  const reason = inEnglish(sample.call.reason);
  const denied: string[] = [];
  const check = (holds: boolean, what: string) => {
    if (!holds) denied.push(`${what} in: ${reason}`);
  };
  const rowOf = (locus: string) => table.telling.find((row) => row.locus === locus);
  const lociIn = (names: string) => names.split(/, | and /).map((name) => name.trim());

  for (const { text, mz } of splitMarkers(reason)) {
    if (mz === null) continue;
    const [locus = ''] = text.split(' at ');
    const places = rowOf(locus)?.findings.flatMap(({ ion }) =>
      ion === null ? [] : [showMz(ion.found?.mz ?? ion.expectedHere)],
    );
    check(places?.includes(showMz(mz)) === true, `${text} is nowhere in the table`);
  }
  const fitting = / (\d+) of \d+ loci fit /.exec(` ${reason}`)?.[1];
  if (fitting !== undefined) {
    const shown = table.telling.filter(
      ({ namesOnly, findings }) => !namesOnly && findings[0]?.verdict === 'for',
    );
    check(shown.length === Number(fitting), `${fitting} loci fit, ${shown.length} in the table`);
  }
  const opposed = /; ([^;]*?) speaks? against it/.exec(reason)?.[1];
  const contradicting = table.telling.filter(({ findings }) => findings[0]?.verdict === 'against');
  if (reason.includes('no marker speaks against it')) {
    check(contradicting.length === 0, 'no marker against');
  } else if (opposed !== undefined && opposed !== '' && !/\d+$/.test(opposed.split(' ')[0]!)) {
    for (const locus of lociIn(opposed)) {
      check(rowOf(locus)?.findings[0]?.verdict === 'against', `${locus} against`);
    }
  }
  for (const { loci, rival: named } of lociForRival(sample.call.reason)) {
    if (named !== rival?.shortName) continue;
    for (const locus of loci) {
      const [first, second] = rowOf(locus)?.findings ?? [];
      check(first !== undefined && first.evidence < (second?.evidence ?? 0), `${locus} for rival`);
    }
  }
  if (own !== undefined && sample.call.kind === 'species') {
    check(own.id === sample.call.taxon, 'the first column is not what is called');
  }
  const open = whatWouldDecide(sample.call, evidence, sample.probabilities, manifest);
  for (const { locus, options } of open?.loci ?? []) {
    for (const { taxa, expectedHere, foundMz } of options) {
      const column = table.columns.findIndex(({ taxon }) => taxa.includes(taxon.id));
      const ion = column < 0 ? null : (rowOf(locus)?.findings[column]?.ion ?? null);
      if (ion === null || Math.abs(ion.expectedHere - expectedHere) > 0.005) continue;
      check((ion.found?.mz ?? null) === foundMz, `${locus} at ${showMz(expectedHere)}`);
    }
  }
  return denied;
}

/** Returns the loci of which a call's sentences say that they speak for the runner-up. */
function lociForRival(reason: Sentences): { loci: readonly string[]; rival: string }[] {
  const told = typeof reason === 'string' || 'key' in reason ? [reason] : reason;
  return told.flatMap((one) => {
    if (typeof one === 'string' || one.key !== 'call.speakForRival') return [];
    const { loci, rival } = one.values as { loci: { list: string[] }; rival: string };
    return [{ loci: loci.list, rival }];
  });
}
