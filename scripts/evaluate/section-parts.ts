import { isAccepted, isSure } from './called';
import { type Evaluation, score } from './evaluation';
import type { JudgedSpectrum } from './read-set';
import { PLATE_SET } from './sets';
import { tally } from './tally';
import { Variant } from './variant';
import { modelParts, type Part } from './variants';

const COMPLEX = 'klebsiella-pneumoniae-complex';
/** Part of the spectra that must stay right without S22: 38 of 40. */
const STAY_RIGHT = 38 / 40;

/** Reports what each part of the model contributes: the results without that part alone, over all sets. */
export async function tellParts(evaluation: Evaluation): Promise<void> {
  const { report, shipped, sets } = evaluation;
  const parts = modelParts(shipped);
  const rows: string[][] = [];
  const resolved: string[][] = [];
  for (const part of parts) {
    const variant = await Variant.open(part.parameters, part.definition, part.rows);
    const judged = [];
    for (const { set, spectra } of sets) {
      judged.push({ name: set.name, before: spectra, after: await variant.judge(spectra) });
    }
    rows.push([part.name, ...judged.map(({ after }) => describe(after))]);
    if (lacksS22(part)) {
      for (const { name, before, after } of judged) {
        const kept = keepNames(evaluation, before, after);
        if (kept.sure === 0) continue;
        resolved.push([
          part.name,
          name,
          ...[kept.sure, kept.right, kept.open, kept.refused, kept.wrong].map(String),
        ]);
        if (name === PLATE_SET && hasNaming(part, evaluation)) aimAtNames(evaluation, kept);
      }
    }
  }
  report.heading('Without parts of the model');
  report.text(
    'Of a set: how many are accepted; of those with a label or an answer of the forest, how many agree and how many are sure and agree; of foreign ones the largest score S. Everything else, the other numbers as well, is as shipped.',
  );
  report.table(['variant', ...sets.map(({ set }) => set.name)], rows);

  if (resolved.length === 0) return;
  report.heading('S22 taken away');
  report.text(
    'S22 is the one ribosomal protein that tells *K. pneumoniae* from *K. quasipneumoniae*. Of the spectra that the shipped model is sure of within the *K. pneumoniae* complex, how many keep the name without S22 (right), get the complex alone (open), are refused, or get another name (wrong).',
  );
  report.table(['variant', 'set', 'sure', 'right', 'open', 'refused', 'wrong'], resolved);
}

/** Describes a tally: `45 accepted; 44 agree, 44 sure; S 2.0`. Omits the parts that do not apply. */
function describe(spectra: readonly JudgedSpectrum[]): string {
  const { accepted, compared, foreign } = tally(spectra);
  return [
    `${accepted} accepted`,
    ...(compared.known > 0 ? [`${compared.agree} agree, ${compared.sureAgree} sure`] : []),
    ...(foreign.known > 0 ? [`S ${score(foreign.largestScore)}`] : []),
  ].join('; ');
}

function lacksS22({ parameters }: Part): boolean {
  return !('S22' in parameters.ions);
}

function hasNaming({ parameters }: Part, { facts }: Evaluation): boolean {
  return facts.naming.some((locus) => locus in parameters.ions);
}

interface KeptNames {
  readonly sure: number;
  readonly right: number;
  readonly open: number;
  readonly refused: number;
  readonly wrong: number;
}

function keepNames(
  { manifest }: Evaluation,
  before: readonly JudgedSpectrum[],
  after: readonly JudgedSpectrum[],
): KeptNames {
  const complex = manifest.groups.find(({ id }) => id === COMPLEX)?.members ?? [];
  const pairs = before
    .map((one, i) => ({ before: one, after: after[i]! }))
    .filter((pair) => isSure(pair.before) && complex.includes(pair.before.call.taxon ?? ''));
  const count = (fits: (pair: (typeof pairs)[number]) => boolean) => pairs.filter(fits).length;
  const isNamed = ({ call }: JudgedSpectrum) => call.kind === 'species';
  return {
    sure: pairs.length,
    right: count((p) => isNamed(p.after) && p.after.call.taxon === p.before.call.taxon),
    open: count((p) => p.after.call.kind === 'group'),
    refused: count((p) => !isAccepted(p.after)),
    wrong: count((p) => isNamed(p.after) && p.after.call.taxon !== p.before.call.taxon),
  };
}

function aimAtNames({ report }: Evaluation, { sure, right, wrong }: KeptNames): void {
  report.aim(
    'plate without S22: sure names of the complex that stay',
    `at least 38 of 40, here ${Math.ceil(STAY_RIGHT * sure)} of ${sure}`,
    `${right} of ${sure}`,
    sure > 0 && right >= STAY_RIGHT * sure,
  );
  report.aim('plate without S22: wrong names', `0 of ${sure}`, `${wrong} of ${sure}`, wrong === 0);
}
