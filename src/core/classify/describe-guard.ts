import type { GuardVerdict, JobGuard, Pattern } from '../job/types';
import { unreachable } from '../result';
import { inTurn, sentence, type Sentences } from '../../words/told/sentence';

/** Number of samples by the guard's finding; samples that the guard was not run on are not counted. */
export type PatternCounts = Readonly<Record<Pattern, number>>;

export function tallyPatterns(samples: Iterable<{ readonly guard?: GuardVerdict }>): PatternCounts {
  const counts = { yes: 0, no: 0, 'not-judged': 0 };
  for (const { guard } of samples) if (guard !== undefined) counts[guard.pattern] += 1;
  return counts;
}

/** Writes the sentences in a job's head that say whether and how its classifier is guarded. */
export function describeGuard(guard: JobGuard, counts: PatternCounts): Sentences {
  switch (guard.kind) {
    case 'watched':
      return describeCounts(guard.guard.genus, counts);
    case 'not-watched':
      return inTurn(sentence('call.notGuarded'), guard.reason);
    case 'failed':
      return inTurn(guard.problem.message, guard.problem.cure);
    default:
      return unreachable(guard);
  }
}

function describeCounts(genus: string, counts: PatternCounts): Sentences {
  const { yes, no } = counts;
  const unjudged = counts['not-judged'];
  const all = yes + no + unjudged;
  const count = no === 0 ? yes : no;
  return inTurn(
    sentence(no === 0 ? 'call.patternsYes' : 'call.patternsNo', { count, all, genus }),
    unjudged === 0 ? null : sentence('call.patternsNotJudged', { count: unjudged }),
  );
}
