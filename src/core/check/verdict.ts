import type { CheckItem } from './check-item';
import { sentence, type Sentences } from '../../words/told/sentence';

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
  if (checks === 0) return { passed: false, says: sentence('checked.nothing') };
  if (failures === 0) {
    return {
      passed: true,
      says: sentence('checked.allPassed', { count: checks }),
    };
  }
  return {
    passed: false,
    says: sentence('checked.failed', { failures, count: checks }),
  };
}
