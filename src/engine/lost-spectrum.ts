import { atPath, problem, type Problem } from '../core/problem';

/**
 * @param reason why the isolated worker was lost
 * @returns the problem of the spectrum at `path`, which has no outcome
 */
export function lostSpectrumProblem(reason: Problem, path: string): Problem {
  switch (reason.kind) {
    case 'worker-hung':
      return problem(
        'spectrum-too-slow',
        'This spectrum took so long that its computation was stopped, twice.',
        'Measure it again. If others of this run do so, too, please report it with the file.',
        path,
      );
    case 'worker-died':
      return problem(
        'spectrum-breaks-worker',
        `The part of ktyper that computes spectra stopped over this one, twice. (${reason.message})`,
        'Close other tabs, since the memory may be full, and run it again; or leave this spectrum out.',
        path,
      );
    default:
      return atPath(reason, path);
  }
}
