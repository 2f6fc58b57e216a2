import { internalError } from '../core/job/internal-error';
import type { SpectrumOutcome } from '../core/job/outcome';
import { atPath, problem, type Problem } from '../core/problem';
import { err, type Result } from '../core/result';
import type { Item, Settled } from './batches';
import { sentence } from '../words/told/sentence';

/**
 * @param outcomes those of the acquisitions among the items, in their order
 * @returns the results of a batch's items
 */
export function settledItems(
  items: readonly Item[],
  outcomes: readonly Result<SpectrumOutcome, Problem>[],
): readonly Settled[] {
  const next = outcomes.values();
  return items.map((item) =>
    item.kind === 'input' ? settledInput(item.input, next.next().value, item.skipped) : item,
  );
}

/**
 * @param skipped why the acquisition is left out, though it was read
 * @returns the result of a processed acquisition, whose spectrum may have been lost with its thread
 */
function settledInput(
  { index, path }: { readonly index: number; readonly path: string },
  outcome: Result<SpectrumOutcome, Problem> = err(internalError('an outcome is missing')),
  skipped?: Problem,
): Settled {
  if (skipped !== undefined) {
    // What became of a calibration spot must not become a fault of the samples.
    return outcome.ok
      ? { kind: 'outcome', outcome: { ...outcome.value, skipped } }
      : { kind: 'unread', index, reason: skipped, skipped: true };
  }
  if (outcome.ok) return { kind: 'outcome', outcome: outcome.value };
  const reason = lostSpectrumProblem(outcome.error, path);
  return { kind: 'unread', index, reason, skipped: false };
}

/**
 * @param reason why the isolated worker was lost
 * @returns the problem of the spectrum at `path`, which has no outcome
 */
function lostSpectrumProblem(reason: Problem, path: string): Problem {
  switch (reason.kind) {
    case 'worker-hung':
      return problem(
        'spectrum-too-slow',
        sentence('job.slowSpectrum'),
        sentence('job.slowSpectrumCure'),
        path,
      );
    case 'worker-died':
      return problem(
        'spectrum-breaks-worker',
        sentence('job.lostSpectrum', { reason: reason.message }),
        sentence('job.lostSpectrumCure'),
        path,
      );
    default:
      return atPath(reason, path);
  }
}
