import { callCategory } from '../../src/core/classify/refuse';
import { isAccepted } from './called';
import { type Evaluation, score, scoreLimit, sharedSpectra, spectraOf } from './evaluation';
import { isForeign } from './known';
import type { JudgedSpectrum } from './read-set';
import { CITROBACTER_SET, ITALY_SET, OTHERS_SET, OXYTOCA_SET, PLATE_SET, SEQUENCED } from './sets';
import { agrees, tally } from './tally';

/** What the product answers, by set. */
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
        spectra.filter(({ known }) => known?.by === 'label').length,
        spectra.filter(({ known }) => known?.by === 'forest').length,
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
  const all = tally(sharedSpectra(evaluation));
  report.text(
    `A score of ${limit} is needed. Of all shared spectra the weakest accepted scores ${score(all.weakestAccepted)}, the best foreign one ${score(all.foreign.largestScore)}.`,
  );
  tellSequenced(evaluation);
  aimAtCalls(evaluation);
}

/** Whether something known of a spectrum is what the product says: a taxon, or that there is none. */
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
  const right = sequenced.filter((one) => one.call.kind === 'species' && agrees(one)).length;
  const of = Object.keys(SEQUENCED).length;
  report.aim(
    'sequenced isolates right at species level',
    `${of} of ${of}`,
    `${right} of ${of}`,
    right === of,
  );
}

/** Of Italy, where no species is published: what all but two are expected to be called. */
const ITALY_EXPECTED: ReadonlyMap<string, string> = new Map([
  ['1s', 'klebsiella-variicola'],
  ['19s', 'klebsiella-aerogenes'],
]);
const ITALY_OTHERS = ['klebsiella-pneumoniae', 'klebsiella-pneumoniae-complex'];
const ROOM_BELOW_LIMIT = 5;

function aimAtCalls(evaluation: Evaluation): void {
  const { report } = evaluation;
  const plate = tally(spectraOf(evaluation, PLATE_SET)).compared;
  const counted = (count: number, of: number) => `${count} of ${of}`;
  report.aim(
    'plate: agree with the forest or the sequence',
    'at least 44 of 45',
    counted(plate.agree, plate.known),
    plate.agree >= 44 && plate.known === 45,
  );
  report.aim(
    'plate: of the sure ones agree',
    'all',
    counted(plate.sureAgree, plate.sure),
    plate.sureAgree === plate.sure,
  );
  const italy = spectraOf(evaluation, ITALY_SET);
  const accepted = italy.filter(isAccepted).length;
  report.aim(
    'Italy: accepted',
    '14 of 14',
    counted(accepted, italy.length),
    accepted === 14 && italy.length === 14,
  );
  const { asExpected, others, asPneumoniae } = judgeItaly(italy);
  report.aim(
    'Italy: all but two as *K. pneumoniae* or its complex',
    '12 of 12',
    counted(asPneumoniae, others),
    asPneumoniae === 12 && others === 12,
  );
  report.aim(
    'Italy: 1s as *K. variicola*, 19s as *K. aerogenes*',
    '2 of 2',
    counted(asExpected, ITALY_EXPECTED.size),
    asExpected === ITALY_EXPECTED.size,
  );
  const oxytoca = spectraOf(evaluation, OXYTOCA_SET);
  const right = oxytoca.filter((one) => one.call.kind === 'species' && agrees(one)).length;
  report.aim(
    '*K. oxytoca* named',
    '3 of 3',
    counted(right, oxytoca.length),
    right === 3 && oxytoca.length === 3,
  );
  for (const [name, count] of [
    [CITROBACTER_SET, 7],
    [OTHERS_SET, 48],
  ] as const) {
    const spectra = spectraOf(evaluation, name);
    const wrong = spectra.filter(isAccepted).length;
    report.aim(
      `${name}: none accepted`,
      `0 of ${count}`,
      counted(wrong, spectra.length),
      wrong === 0 && spectra.length === count,
    );
  }
  const limit = scoreLimit(evaluation);
  const largest = tally(sharedSpectra(evaluation)).foreign.largestScore ?? Infinity;
  report.aim(
    'largest foreign score below the limit',
    `at least ${score(ROOM_BELOW_LIMIT)}`,
    score(limit - largest),
    limit - largest >= ROOM_BELOW_LIMIT,
  );
}

function judgeItaly(italy: readonly JudgedSpectrum[]) {
  const others = italy.filter(({ row }) => !ITALY_EXPECTED.has(row.name));
  return {
    asExpected: italy.filter(
      ({ row, call }) => call.taxon !== null && call.taxon === ITALY_EXPECTED.get(row.name),
    ).length,
    others: others.length,
    asPneumoniae: others.filter(({ call }) => ITALY_OTHERS.includes(call.taxon ?? '')).length,
  };
}

/** How often each value stands there, the commonest first. */
function countBy(values: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}
