import { estimateModel } from '../../models/ribosomal-klebsiella/estimate-model';
import type { Estimate } from '../../models/ribosomal-klebsiella/estimate-parameters';
import { findPeaks, type Peak } from '../../src/core/marker-model/plain/peaks';
import { isAccepted } from './called';
import { type Evaluation, isShared, score, sharedSpectra, spectraOf } from './evaluation';
import { isForeign } from './known';
import type { JudgedSpectrum } from './read-set';
import { PLATE_SET } from './sets';
import { tally } from './tally';
import { Variant } from './variant';

interface FittedSpectrum {
  readonly laboratory: string;
  readonly peaks: readonly Peak[];
  readonly spectrum: JudgedSpectrum;
}

/** Fewer spectra than this to learn from are reported as few. */
const FEW = 20;

const HEAD = [
  'numbers from',
  'learned from',
  'judged on',
  'spectra',
  'accepted',
  'known',
  'agree',
  'sure and agree',
  'answers as shipped',
  'weakest accepted',
  'foreign accepted of all',
  'largest foreign score',
];

/** Reports the model's answers with numbers that were estimated without the judged spectra. */
export async function tellCrossed(evaluation: Evaluation): Promise<void> {
  const { report, sets } = evaluation;
  const spectra = sets.filter(isShared).flatMap(({ set, spectra }) =>
    spectra.map((spectrum): FittedSpectrum => {
      if (set.laboratory === null) throw new Error(`${set.name} is of no laboratory`);
      return { laboratory: set.laboratory, peaks: findPeaks(spectrum.vector), spectrum };
    }),
  );
  const plate = new Set(spectraOf(evaluation, PLATE_SET));
  const isUpper = ({ spectrum }: FittedSpectrum) => /^[AB]/.test(spectrum.row.spot);

  report.heading('Numbers from one half of the plate, judged on the other');
  report.text(
    'Detection, offsets, knots, chance peaks and sensitivities are estimated anew, without labels, as `npm run fit-model` does; the temperature, the limits and the choices are as shipped.',
  );
  const ofPlate = spectra.filter(({ spectrum }) => plate.has(spectrum));
  const [upper, lower] = [ofPlate.filter(isUpper), ofPlate.filter((one) => !isUpper(one))];
  report.table(HEAD, [
    await cross(evaluation, { from: upper, on: lower, names: ['rows A-B', 'rows C-D'] }),
    await cross(evaluation, { from: lower, on: upper, names: ['rows C-D', 'rows A-B'] }),
  ]);

  report.heading('Numbers without one laboratory, judged on it');
  const laboratories = [...new Set(ofKlebsiella(spectra).map(({ laboratory }) => laboratory))];
  const rows: (string | number)[][] = [];
  for (const laboratory of laboratories) {
    rows.push(
      await cross(evaluation, {
        from: spectra.filter((one) => one.laboratory !== laboratory),
        on: spectra.filter((one) => one.laboratory === laboratory),
        names: [`all but ${laboratory}`, laboratory],
      }),
    );
  }
  report.table(HEAD, rows);
  report.text(
    `A row that learned from fewer than ${FEW} spectra says so: it shows what so few can give, and not what the model does. A laboratory that is no part of the fit at all is judged with \`--set\`.`,
  );
}

interface Crossing {
  readonly from: readonly FittedSpectrum[];
  readonly on: readonly FittedSpectrum[];
  readonly names: readonly [from: string, on: string];
}

async function cross(
  evaluation: Evaluation,
  { from, on, names }: Crossing,
): Promise<(string | number)[]> {
  const { facts, shipped } = evaluation;
  const fit = estimateModel(from, facts, shipped);
  const variant = await Variant.open(fit.parameters);
  const before = on.map(({ spectrum }) => spectrum);
  const judged = await variant.judge(before);
  const foreign = tally(await variant.judge(sharedSpectra(evaluation).filter(isKnownForeign)));
  const { accepted, compared, weakestAccepted } = tally(judged);
  const same = judged.filter((one, i) => {
    const { kind, taxon } = before[i]!.call;
    return one.call.kind === kind && one.call.taxon === taxon;
  });
  return [
    names[0],
    describeFit(fit),
    names[1],
    judged.length,
    accepted,
    compared.known,
    compared.agree,
    compared.sureAgree,
    same.length,
    score(weakestAccepted),
    `${foreign.foreign.accepted} of ${foreign.foreign.known}`,
    score(foreign.foreign.largestScore),
  ];
}

function describeFit({ learnedFrom }: Estimate): string {
  const accepted = [...learnedFrom.values()].reduce((sum, one) => sum + one.accepted, 0);
  return `${accepted} spectra${accepted < FEW ? ' (too few)' : ''}`;
}

/** Keeps the accepted spectra; a laboratory without any cannot be judged. */
function ofKlebsiella(spectra: readonly FittedSpectrum[]): readonly FittedSpectrum[] {
  return spectra.filter(({ spectrum }) => isAccepted(spectrum));
}

function isKnownForeign({ known }: JudgedSpectrum): boolean {
  return known !== null && isForeign(known);
}
