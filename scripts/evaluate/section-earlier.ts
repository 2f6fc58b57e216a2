import { join } from 'node:path';
import { ROOT } from '../run-command';
import { isAccepted, isSure } from './called';
import type { Evaluation } from './evaluation';
import type { JudgedSpectrum } from './read-set';
import { PLATE_SET } from './sets';
import { Variant } from './variant';

/** The bundled model as it was first shipped: one shift, no tilt, no relatives, ribosomal loci alone. */
const EARLIER = join(ROOT, 'public/models/ribosomal-klebsiella/1.0.0');

/** Compares the answers with those of the model's first version. */
export async function tellEarlier(evaluation: Evaluation): Promise<void> {
  const { report, sets } = evaluation;
  const earlier = await Variant.ofPack(EARLIER);
  const rows: (string | number)[][] = [];
  for (const { set, spectra } of sets) {
    const change = compare(await earlier.judge(spectra), spectra);
    const { wasSure, same, open, changed, newlySure, newlyAccepted } = change;
    rows.push([set.name, wasSure, same, open, changed, newlySure, newlyAccepted]);
    if (set.name === PLATE_SET) {
      report.aim(
        'plate: sure names of version 1.0.0 that have changed',
        '0',
        `${open + changed} of ${wasSure}`,
        wasSure > 0 && open + changed === 0,
      );
    }
  }
  report.heading('Against version 1.0.0');
  report.text(
    'Of the spectra that version 1.0.0 named with high confidence: how many have the same name now, whatever its confidence; how many have a complex, a weaker rule or a refusal instead; how many have another name. Then those that only this version names with high confidence, and those that only this version accepts.',
  );
  report.table(
    [
      'set',
      'sure with 1.0.0',
      'same name',
      'no name',
      'other name',
      'newly sure',
      'newly accepted',
    ],
    rows,
  );
}

interface Change {
  readonly wasSure: number;
  readonly same: number;
  readonly open: number;
  readonly changed: number;
  readonly newlySure: number;
  readonly newlyAccepted: number;
}

function compare(before: readonly JudgedSpectrum[], after: readonly JudgedSpectrum[]): Change {
  const pairs = before.map((one, i) => ({ before: one, after: after[i]! }));
  const sure = pairs.filter((pair) => isSure(pair.before));
  const isNamed = ({ call }: JudgedSpectrum) => call.kind === 'species';
  const same = sure.filter((p) => isNamed(p.after) && p.after.call.taxon === p.before.call.taxon);
  const open = sure.filter((p) => !isNamed(p.after));
  return {
    wasSure: sure.length,
    same: same.length,
    open: open.length,
    changed: sure.length - same.length - open.length,
    newlySure: pairs.filter((p) => isSure(p.after) && !isSure(p.before)).length,
    newlyAccepted: pairs.filter((p) => isAccepted(p.after) && !isAccepted(p.before)).length,
  };
}
