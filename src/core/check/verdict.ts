import type { CheckItem } from './check-item';
import type { Sentences } from '../../words/told/sentence';

export interface CheckVerdict {
  readonly passed: boolean;
  /** One sentence. */
  readonly says: Sentences;
}

/** Sums up all checks. If one failed, the installation has failed; so has one without any checks. */
export function judgeInstallation(items: readonly CheckItem[]): CheckVerdict {
  const of = (outcome: CheckItem['outcome']) =>
    items.filter((item) => item.outcome === outcome).length;
  const failures = of('fail');
  const checks = failures + of('pass');
  if (checks === 0) return { passed: false, says: 'Nothing could be checked.' };
  if (failures === 0) {
    return {
      passed: true,
      says: `All ${checks} checks passed: this installation computes what it should.`,
    };
  }
  return {
    passed: false,
    says: `${failures} of ${checks} checks failed: do not use the results of this installation before the cause is found.`,
  };
}
