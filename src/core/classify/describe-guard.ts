import type { GuardVerdict, JobGuard, Pattern } from '../job/types';
import { unreachable } from '../result';

/** Number of samples by the guard's finding; samples that the guard was not run on are not counted. */
export type PatternCounts = Readonly<Record<Pattern, number>>;

export function tallyPatterns(samples: Iterable<{ readonly guard?: GuardVerdict }>): PatternCounts {
  const counts = { yes: 0, no: 0, 'not-judged': 0 };
  for (const { guard } of samples) if (guard !== undefined) counts[guard.pattern] += 1;
  return counts;
}

/** Writes the sentences in a job's head that say whether and how its classifier is guarded. */
export function describeGuard(guard: JobGuard, counts: PatternCounts): string {
  switch (guard.kind) {
    case 'watched':
      return describeCounts(guard.guard.genus, counts);
    case 'not-watched':
      return `This model cannot refuse, and no marker model ran beside it. ${guard.reason}`;
    case 'failed':
      return `${guard.problem.message} ${guard.problem.cure}`;
    default:
      return unreachable(guard);
  }
}

function describeCounts(genus: string, counts: PatternCounts): string {
  const { yes, no } = counts;
  const unjudged = counts['not-judged'];
  const all = yes + no + unjudged;
  const show = (some: number) =>
    `${some} of ${all} ${all === 1 ? 'sample' : 'samples'} ${some === 1 || all === 1 ? 'shows' : 'show'}`;
  const rest = unjudged === 0 ? '' : ` ${unjudged} could not be judged.`;
  if (no === 0) return `${show(yes)} a ${genus} pattern.${rest}`;
  return `${show(no)} no ${genus} pattern: a name there is only the likeliest of the model's own classes.${
    rest
  }`;
}
