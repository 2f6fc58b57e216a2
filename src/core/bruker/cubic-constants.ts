import type { Problem } from '../problem';
import { problem } from '../problem';
import type { Result } from '../result';
import { err, ok } from '../result';
import { parseDecimal } from './acqu-fields';
import type { TofCalibration } from './tof-to-mz';
import { sentence } from '../../words/told/sentence';

/** The constants that turn times of flight into masses, without the times themselves. */
export type MassConstants = Pick<TofCalibration, 'ml1' | 'ml2' | 'ml3' | 'cubic' | 'offset'>;

/**
 * Numbers of a block that are used: DELAY, DW, ML2, ML1, ML3, the cubic term, the offset. The eighth is not.
 */
const NEEDED = 7;
/** Most tokens of a block that are looked at; an instrument's blocks have eight numbers. */
const MOST_TOKENS = 16;
const MARK = 'CTOF2CalibrationConstants';

/**
 * ML1 to ML3 have 15 digits in acqu and 17 in NTBCal. Where they are this close (relative) they count as
 * equal, and those of acqu are used, so that the masses equal the quadratic's to the last bit.
 */
const SAME = 1e-12;

/**
 * Reads the constants of a cubic calibration, which flexControl writes only into `NTBCal`: two blocks
 * `V1.0CTOF2CalibrationConstants DELAY DW ML2 ML1 ML3 cubic offset order`, of which the first that is filled
 * in counts. ML1 to ML3 of acqu may differ and are then ignored, as in the public readers:
 * readBrukerFlexData, https://github.com/sgibb/readBrukerFlexData/issues/3.
 *
 * @param ntbCal the field's text; undefined where there is none
 * @param quadratic ML1 to ML3 of acqu
 * @returns `quadratic` itself where there is no such block, or where the block has equal constants
 */
export function massConstants(
  ntbCal: string | undefined,
  quadratic: MassConstants,
): Result<MassConstants, Problem<'cubic-calibration'>> {
  const blocks = ntbCal?.includes(MARK) === true ? ntbCal.split(MARK).slice(1) : [];
  for (const block of blocks) {
    const written = numbersOf(block);
    const values = written.slice(0, NEEDED).map(parseDecimal);
    if (values.length < NEEDED || values.some((value) => !Number.isFinite(value))) {
      return err(unreadable(written));
    }
    const [, , ml2, ml1, ml3, cubic, offset] = values as [
      ...[number, number, number, number, number, number, number],
    ];
    // A block that was never filled in has zeros throughout.
    if ([ml1, ml2, ml3, cubic, offset].every((value) => value === 0)) continue;
    if (!(ml1 > 0)) return err(badConstant(written[3]!));
    const isSame =
      cubic === 0 &&
      offset === 0 &&
      isClose(ml1, quadratic.ml1) &&
      isClose(ml2, quadratic.ml2) &&
      isClose(ml3, quadratic.ml3);
    return ok(isSame ? quadratic : { ml1, ml2, ml3, cubic, offset });
  }
  return ok(quadratic);
}

/** @returns the warning for a spectrum whose masses come from NTBCal; null where they come from ML1 to ML3 */
export function cubicWarning({
  cubic,
  offset,
}: MassConstants): Problem<'cubic-calibration-used'> | null {
  if (cubic === undefined || offset === undefined) return null;
  return problem(
    'cubic-calibration-used',
    sentence('acquisition.cubicUsed', { cubic, offset }),
    sentence('acquisition.cubicUsedCure'),
  );
}

/** @returns the tokens between the block's name and the name of the next */
function numbersOf(block: string): readonly string[] {
  const tokens = block.trim().split(/\s+/, MOST_TOKENS);
  const end = tokens.findIndex((token) => !/^[-+.,\d]/.test(token));
  return end < 0 ? tokens : tokens.slice(0, end);
}

function isClose(a: number, b: number): boolean {
  return Math.abs(a - b) <= SAME * Math.max(Math.abs(a), Math.abs(b));
}

function unreadable(written: readonly string[]): Problem<'cubic-calibration'> {
  const found = written.slice(0, NEEDED).join(' ').slice(0, 120);
  return problem(
    'cubic-calibration',
    found === ''
      ? sentence('acquisition.cubicEmpty', { mark: MARK, needed: NEEDED })
      : sentence('acquisition.cubicUnreadable', { mark: MARK, found, needed: NEEDED }),
    sentence('acquisition.cubicCure'),
  );
}

function badConstant(ml1: string): Problem<'cubic-calibration'> {
  return problem(
    'cubic-calibration',
    sentence('acquisition.cubicMl1', { mark: MARK, ml1: ml1.slice(0, 40) }),
    sentence('acquisition.cubicCure'),
  );
}
