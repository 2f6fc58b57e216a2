import type { Problem } from '../problem';
import { problem } from '../problem';
import { type AcquFields, parseDecimal } from './acqu-fields';
import { sentence } from '../../words/told/sentence';

/** Matches the folder of the mode, or the short form that ends in it: `1SRef`, `1Ref`, `0_A7_1Ref`. */
const REFLECTOR = /(?:^|_)\d+S?Ref$/i;

/**
 * Refuses acquisitions that must not be taken for a linear whole-cell spectrum of positive ions:
 *
 * - LIFT (MS/MS of one precursor): folder `900.1.LIFT`, `SPType` 2.
 * - Reflector: folder `1SRef` or `1Ref`, `AQOP_m` 1.
 * - Negative ions: `POLARI` 0. flexControl writes `.IONIZATION MODE= LD+` whatever was measured, so a plus
 * there proves nothing; a minus does.
 *
 * @param path path of the fid, `/` between folders
 * @returns null when it is none of these
 */
export function refuseAcquisition(
  path: string,
  fields: AcquFields,
): Problem<'lift-spectrum' | 'reflector-spectrum' | 'negative-ions'> | null {
  const folders = path.split('/').slice(0, -1);
  if (fields.get('SPType') === '2' || folders.some((folder) => /\.LIFT$/i.test(folder))) {
    return problem(
      'lift-spectrum',
      sentence('acquisition.lift'),
      sentence('acquisition.measureLinear'),
    );
  }
  if (fields.get('AQOP_m') === '1' || folders.some((folder) => REFLECTOR.test(folder))) {
    return problem(
      'reflector-spectrum',
      sentence('acquisition.reflector'),
      sentence('acquisition.measureLinear'),
    );
  }
  const negative = negativeField(fields);
  if (negative !== null) {
    return problem(
      'negative-ions',
      sentence('acquisition.negativeIons', { field: negative }),
      sentence('acquisition.negativeIonsCure'),
    );
  }
  return null;
}

/** @returns the field of acqu by which the ions were negative; null when there is none */
function negativeField(fields: AcquFields): string | null {
  const polarity = fields.get('POLARI') ?? '';
  if (parseDecimal(polarity) <= 0 || /^(?:-$|neg)/i.test(polarity)) {
    return `POLARI= ${polarity.slice(0, 20)}`;
  }
  const mode = fields.get('.IONIZATION MODE') ?? '';
  return mode.endsWith('-') ? `IONIZATION MODE= ${mode.slice(-20)}` : null;
}
