import type { JobSummary } from '../core/job/types';
import { problem, type Problem } from '../core/problem';
import type { Interruptible } from '../core/interruptible';
import type { SampleSheetReport } from '../core/sample-sheet/sheet-report';
import type { JobRows } from './job-rows';
import { inTurn, sentence } from '../words/told/sentence';

/** @param cancelled whether there may be more spectra, in which case no analyte counts as missing */
export function* summarise(
  book: JobRows,
  problems: readonly Problem[],
  sheet: SampleSheetReport | null,
  elapsed: number,
  cancelled: boolean,
): Interruptible<JobSummary> {
  const { rows } = book;
  const counts = { ok: 0, failed: 0, skipped: 0 };
  for (const { status } of rows) counts[status] += 1;
  yield;
  return {
    spectra: rows.length,
    ...counts,
    samples: book.samples,
    elapsed,
    run: cancelled ? book.runSoFar() : yield* book.wholeRun(),
    sampleSheet: sheet,
    problems,
  };
}

/** The files of a drop that are not used. */
export interface Others {
  readonly files: number;
  readonly paths: readonly string[];
}

/** The result of an attempt: whether the spectrum's bytes were read, and why it is not usable. */
interface Tried {
  readonly sha256: string | null;
  readonly reason: Problem | null;
}

/**
 * Explains why no spectrum could be read at all. A spectrum counts as read when its bytes were read, even
 * if only a fault was found in them.
 *
 * @param leftOut number of acquisitions that were left out by rule, which shows that spectra were found
 * @param problems of the input as a whole
 * @returns null when a spectrum was read
 */
export function noSpectraProblem(
  tried: readonly Tried[],
  leftOut: number,
  problems: readonly Problem[],
  others: Others,
): Problem | null {
  if (leftOut > 0 || tried.some(({ sha256 }) => sha256 !== null)) return null;
  const reason = problems[0] ?? tried.flatMap(({ reason }) => reason ?? [])[0];
  if (reason === undefined) return nothingFound(others);
  const more = Math.max(0, problems.length - 1);
  return more === 0
    ? reason
    : { ...reason, message: inTurn(reason.message, sentence('job.moreFaults', { count: more })) };
}

function nothingFound({ files, paths }: Others): Problem<'nothing-found'> {
  const isCut = files > paths.length;
  const found =
    files === 0
      ? sentence('job.noSpectrumFile')
      : sentence(isCut ? 'job.otherFilesMore' : 'job.otherFiles', {
          count: files,
          paths: paths.join(', '),
        });
  return problem(
    'nothing-found',
    inTurn(sentence('job.noSpectrum'), found),
    sentence('job.noSpectrumCure'),
  );
}
