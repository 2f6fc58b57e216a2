import { describe, expect, it } from 'vitest';
import { judgeAudit } from '../../../scripts/audit/judge-audit';

const report = (counts: Record<string, number>, vulnerabilities = {}) =>
  JSON.stringify({ metadata: { vulnerabilities: counts }, vulnerabilities });

describe('judgeAudit', () => {
  it('accepts findings that are less than severe', () => {
    const verdict = judgeAudit(report({ low: 2, moderate: 1, high: 0, critical: 0, total: 3 }));
    expect(verdict).toEqual({ ok: true, text: 'No flaw of high severity is known; 3 of lower.' });
  });

  it.each(['high', 'critical'])('names a package whose finding is %s', (severity) => {
    const names = { bad: { severity }, mild: { severity: 'low' } };
    const verdict = judgeAudit(report({ [severity]: 1, low: 1, total: 2 }, names));
    expect(verdict).toEqual({ ok: false, text: `1 of high severity or worse: bad (${severity})` });
  });

  it.each(['', 'null', '[]', '{"error":{"code":"E405"}}', '<html>405</html>'])(
    'reports that nothing was checked if the answer is %j',
    (printed) => {
      const { ok, text } = judgeAudit(printed);
      expect(ok).toBe(true);
      expect(text).toContain('NOT CHECKED');
    },
  );
});
