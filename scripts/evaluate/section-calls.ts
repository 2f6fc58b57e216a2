import { SEQUENCED } from '../../models/ribosomal-klebsiella/laboratories';
import { callCategory } from '../../src/core/classify/tiers';
import { isAccepted } from './called';
import { type Evaluation, score, scoreLimit, sharedSpectra, spectraOf } from './evaluation';
import { isForeign, type KnownTaxa } from './known';
import type { JudgedSpectrum } from './read-set';
import { PLATE_SET } from './sets';
import { agrees, tally } from './tally';

/** Reports the product's answers, by set. */
export function tellCalls(evaluation: Evaluation): void {
  const { report, manifest, sets } = evaluation;
  const limit = scoreLimit(evaluation);
  const tallies = sets.map((one) => ({ ...one, counts: tally(one.spectra) }));

  report.heading('What the product answers');
  report.text(
    "All of it goes through the product's own engine, each spectrum by itself. A species is named from a probability of " +
      `${manifest.thresholds.species} on; *high* is from ${manifest.thresholds.high} on with a score of at least ${manifest.thresholds.markers?.strongScore ?? 0}.`,
  );
  report.table(
    [
      'set',
      'read',
      'not read',
      'accepted',
      'species: high',
      'moderate',
      'weak',
      'group',
      'refused',
    ],
    tallies.map(({ set, unread, counts }) => [
      set.name,
      counts.read,
      unread.length,
      counts.accepted,
      counts.species.high,
      counts.species.moderate,
      counts.species.weak,
      counts.groups,
      [...counts.refused].map(([rule, count]) => `${count} \`${rule}\``).join(', ') || 0,
    ]),
  );
  report.text('Their answers:');
  report.table(
    ['set', 'answer', 'spectra'],
    sets.flatMap(({ set, spectra }) =>
      countBy(spectra.map(({ call }) => callCategory(call, manifest))).map(([answer, count]) => [
        set.name,
        answer,
        count,
      ]),
    ),
  );

  report.heading('Against what is known');
  report.text(
    'A spectrum *agrees* when it is accepted and its most probable taxon is what the label or the forest says. *Sure* is a species with high confidence. The forest is another model, trained by the original authors on sequenced isolates; it is no truth.',
  );
  report.table(
    [
      'set',
      'labelled',
      'judged by the forest',
      'accepted of them',
      'agree',
      'sure',
      'sure and agree',
    ],
    tallies
      .filter(({ counts }) => counts.compared.known > 0)
      .map(({ set, spectra, counts: { compared } }) => [
        set.name,
        countKnownBy(spectra, 'label'),
        countKnownBy(spectra, 'forest'),
        compared.accepted,
        compared.agree,
        compared.sure,
        compared.sureAgree,
      ]),
  );
  report.list(
    sets.flatMap(({ set, spectra }) =>
      spectra
        .filter((one) => one.known !== null && !isAsKnown(one))
        .map(
          ({ row, call, known }) =>
            `${set.name}, ${row.name}: ${call.label}; ${known!.by} says ${known!.said}.`,
        ),
    ),
  );
  report.text('Scores S of the taxon that fits best of those that the model names:');
  report.table(
    [
      'set',
      'weakest accepted',
      'foreign',
      'foreign accepted',
      'largest foreign score',
      'below the limit',
    ],
    tallies.map(({ set, counts: { weakestAccepted, foreign } }) => [
      set.name,
      score(weakestAccepted),
      foreign.known,
      foreign.known === 0 ? '' : foreign.accepted,
      score(foreign.largestScore),
      foreign.largestScore === null ? '' : score(limit - foreign.largestScore),
    ]),
  );
  report.text(`A score of ${limit} is needed.`);
  if (!evaluation.hasShared) return;
  const all = tally(sharedSpectra(evaluation));
  report.text(
    `Of all shared spectra the weakest accepted scores ${score(all.weakestAccepted)}, the best foreign one ${score(all.foreign.largestScore)}.`,
  );
  tellSequenced(evaluation);
}

/** @returns whether the product's answer is what is known of a spectrum: a taxon, or that there is none */
function isAsKnown(one: JudgedSpectrum): boolean {
  if (one.known !== null && isForeign(one.known)) return !isAccepted(one);
  return isAccepted(one) && agrees(one);
}

function tellSequenced(evaluation: Evaluation): void {
  const { report } = evaluation;
  const sequenced = spectraOf(evaluation, PLATE_SET).filter(({ row }) => row.name in SEQUENCED);
  report.heading('Isolates with a sequenced species');
  report.table(
    ['isolate', 'sequenced', 'answer', 'confidence', 'probability'],
    sequenced.map(({ row, call, known, probability }) => [
      row.name,
      known?.said ?? '',
      call.label,
      call.confidence,
      probability.toFixed(3),
    ]),
  );
}

/** Counts the spectra that the model should name and that a given source has an answer for. */
function countKnownBy(spectra: readonly JudgedSpectrum[], by: KnownTaxa['by']): number {
  return spectra.filter(({ known }) => known?.by === by && !isForeign(known)).length;
}

/** Counts how often each value occurs, and lists the most frequent first. */
function countBy(values: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}
