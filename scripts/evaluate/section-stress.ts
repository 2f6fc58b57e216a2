import { preprocess } from '../../models/ribosomal-klebsiella/read-spectra';
import { type Evaluation, score, spectraOf } from './evaluation';
import type { JudgedSpectrum } from './read-set';
import { type EvaluationSet, OTHERS_SET, PLATE_SET } from './sets';
import { addNoise, cutSignal, shiftMasses, type Stress, tiltMasses } from './stress';
import { tally } from './tally';
import { Variant } from './variant';

const KINDS: readonly (readonly [string, Stress])[] = [
  ['none', ({ spectrum }) => spectrum],
  ['masses shifted, sd 700 ppm', shiftMasses(700)],
  ['masses tilted, sd 60 ppm a kDa', tiltMasses(60)],
  ['masses tilted, sd 120 ppm a kDa', tiltMasses(120)],
  ['signal cut to 0.1', cutSignal(0.1)],
  ['signal cut to 0.03', cutSignal(0.03)],
  ['noise of 0.5 medians added', addNoise(0.5)],
  ['noise of 2 medians added', addNoise(2)],
];

/** @returns whether this section degrades a set's spectra, for which it needs them as measured */
export function isSpoilt({ name }: EvaluationSet): boolean {
  return name === PLATE_SET || name === OTHERS_SET;
}

/** Reports how the answers change when spectra are worse than they were measured. */
export async function tellStress(evaluation: Evaluation): Promise<void> {
  const { report, shipped } = evaluation;
  const variant = await Variant.open(shipped);
  const plate = spectraOf(evaluation, PLATE_SET);
  const others = spectraOf(evaluation, OTHERS_SET);
  report.heading('Worse spectra');
  report.text(`Those of the plate, and of ${OTHERS_SET}, made worse before anything else is done.`);
  const rows: (string | number)[][] = [];
  for (const [name, spoil] of KINDS) {
    const { accepted, compared, weakestAccepted } = tally(
      await variant.judge(plate.map((one) => spoilt(one, spoil))),
    );
    const { foreign } = tally(await variant.judge(others.map((one) => spoilt(one, spoil))));
    rows.push([
      name,
      accepted,
      compared.agree,
      compared.sure,
      compared.sureAgree,
      score(weakestAccepted),
      foreign.accepted,
      score(foreign.largestScore),
    ]);
  }
  report.table(
    [
      'made worse by',
      'accepted',
      'agree',
      'sure',
      'sure and agree',
      'weakest accepted',
      'others accepted',
      'their largest score',
    ],
    rows,
  );
}

function spoilt(one: JudgedSpectrum, spoil: Stress): JudgedSpectrum {
  const { raw } = one;
  if (raw === null || raw.measured === null) throw new Error(`${one.row.path} was not kept`);
  const spectrum = spoil({ name: raw.name, spectrum: raw.measured.spectrum });
  return { ...one, vector: preprocess(spectrum) };
}
