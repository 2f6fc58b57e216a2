import { decodeText } from '../../text';
import { atPath, type Problem, problem } from '../../problem';
import { err, ok, type Result } from '../../result';
import { checkProfile, type CheckedProfile } from '../check-profile';
import type { Points } from '../fill-gaps';
import { LEAST_POINTS, peakListProblem } from '../form';
import { cellsOf, separatorOf } from './dialect';
import { readColumns, type Columns } from './read-columns';
import { sentence } from '../../../words/told/sentence';

/**
 * Reads a spectrum from a text file of two columns, m/z and intensity, separated by a tab, blanks, a comma
 * or a semicolon, after any head. Never throws, whatever the file contains.
 *
 * @param path for messages
 * @param bytes the whole file, which is not changed
 */
export function readTextSpectrum(path: string, bytes: Uint8Array): Result<CheckedProfile, Problem> {
  const columns = readColumns(decodeText(bytes));
  if (!columns.ok) return err(atPath(columns.error, path));
  if (columns.value.first.length < LEAST_POINTS) {
    return err(atPath(peakListProblem(columns.value.first.length), path));
  }
  const { points, isSwapped } = inOrder(columns.value);
  const { repeated, left } = withoutRepeats(points);
  const order = orderFault(left.mz);
  if (order !== null) return err(atPath(order, path));
  const profile = checkProfile(left);
  if (!profile.ok) return err(atPath(profile.error, path));
  const warnings = [
    ...(columns.value.skipped > 0 ? [skippedWarning(columns.value.skipped)] : []),
    ...(isSwapped ? [SWAPPED] : []),
    ...(repeated > 0 ? [repeatedWarning(repeated)] : []),
    ...profile.value.warnings,
  ];
  return ok({ ...profile.value, warnings: warnings.map((warning) => atPath(warning, path)) });
}

const MZ_TITLE = /^(?:m\/?z|mass|.*\bm\/z\b.*)$/i;
const INTENSITY_TITLE = /int|count|abund|signal|height/i;

/**
 * Puts the m/z column first: by the titles where they are clear, else by which of the two columns ascends.
 */
function inOrder({ head, first, second }: Columns): { points: Points; isSwapped: boolean } {
  const titles = titlesOf(head.at(-1) ?? '');
  const isTold =
    titles.length === 2 && INTENSITY_TITLE.test(titles[0]!) && MZ_TITLE.test(titles[1]!);
  const isSeen = !ascends(first) && ascends(second);
  return isTold || isSeen
    ? { points: { mz: second, intensity: first }, isSwapped: true }
    : { points: { mz: first, intensity: second }, isSwapped: false };
}

function titlesOf(line: string): string[] {
  const bare = line.replace(/^#\s*/, '');
  return cellsOf(bare, separatorOf(bare));
}

function ascends(values: Float64Array): boolean {
  for (let i = 1; i < values.length; i++) if (values[i]! < values[i - 1]!) return false;
  return true;
}

/** Removes points that are equal to the one before them. */
function withoutRepeats({ mz, intensity }: Points): { left: Points; repeated: number } {
  let kept = 0;
  for (let i = 0; i < mz.length; i++) {
    if (i > 0 && mz[i] === mz[i - 1] && intensity[i] === intensity[i - 1]) continue;
    mz[kept] = mz[i]!;
    intensity[kept++] = intensity[i]!;
  }
  return {
    left: { mz: mz.subarray(0, kept), intensity: intensity.subarray(0, kept) },
    repeated: mz.length - kept,
  };
}

/** Explains why the m/z values cannot be those of a profile. Other faults are found later. */
function orderFault(mz: Float64Array): Problem<'text-unsorted' | 'text-same-mz'> | null {
  for (let i = 1; i < mz.length; i++) {
    if (mz[i]! < mz[i - 1]!) {
      return problem(
        'text-unsorted',
        sentence('openFormat.unsorted', { here: mz[i]!, before: mz[i - 1]! }),
        sentence('openFormat.unsortedCure'),
      );
    }
    if (mz[i] === mz[i - 1]) {
      return problem(
        'text-same-mz',
        sentence('openFormat.sameMz', { mz: mz[i]! }),
        sentence('openFormat.sameMzCure'),
      );
    }
  }
  return null;
}

function skippedWarning(lines: number): Problem<'text-lines-skipped'> {
  return problem(
    'text-lines-skipped',
    sentence('openFormat.linesSkipped', { count: lines }),
    sentence('told.nothingToDoCure'),
  );
}

const SWAPPED = problem(
  'text-columns-swapped',
  sentence('openFormat.swapped'),
  sentence('openFormat.swappedCure'),
);

function repeatedWarning(lines: number): Problem<'text-lines-repeated'> {
  return problem(
    'text-lines-repeated',
    sentence('openFormat.linesRepeated', { count: lines }),
    sentence('told.nothingToDoCure'),
  );
}
