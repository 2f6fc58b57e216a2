import { SEQUENCED } from '../../models/ribosomal-klebsiella/laboratories';
import { isAccepted } from './called';
import { type Evaluation, score, scoreLimit, sharedSpectra, spectraOf } from './evaluation';
import type { JudgedSpectrum } from './read-set';
import { CITROBACTER_SET, ITALY_SET, OTHERS_SET, OXYTOCA_SET, PLATE_SET } from './sets';
import { agrees, tally } from './tally';

/** The expected answers for Italy, where no species is published, for all spectra but two. */
const ITALY_EXPECTED: ReadonlyMap<string, string> = new Map([
  ['1s', 'klebsiella-variicola'],
  ['19s', 'klebsiella-aerogenes'],
]);
const ITALY_OTHERS = ['klebsiella-pneumoniae', 'klebsiella-pneumoniae-complex'];
const ROOM_BELOW_LIMIT = 5;

/** Compares the answers for the shared sets with what the model should reach. */
export function aimAtCalls(evaluation: Evaluation): void {
  const { report } = evaluation;
  aimAtSequenced(evaluation);
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
  const open = spectraOf(evaluation, PLATE_SET).filter(
    ({ call, known }) => call.kind === 'group' && known !== null,
  );
  report.aim(
    'plate: left at complex level where the forest or the sequence is clear',
    '0',
    String(open.length),
    open.length === 0,
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

function aimAtSequenced(evaluation: Evaluation): void {
  const spectra = spectraOf(evaluation, PLATE_SET).filter(({ row }) => row.name in SEQUENCED);
  const right = spectra.filter((one) => one.call.kind === 'species' && agrees(one)).length;
  const of = Object.keys(SEQUENCED).length;
  evaluation.report.aim(
    'sequenced isolates right at species level',
    `${of} of ${of}`,
    `${right} of ${of}`,
    right === of,
  );
}
