/** Severities that fail the audit. */
const TOO_SEVERE = ['high', 'critical'] as const;

export interface AuditVerdict {
  readonly ok: boolean;
  readonly text: string;
}

interface Report {
  readonly metadata?: { readonly vulnerabilities?: Readonly<Record<string, number>> };
  readonly vulnerabilities?: Readonly<Record<string, { readonly severity?: string }>>;
}

/**
 * @param printed the output of `npm audit --json`, which is arbitrary text when the registry gave no answer
 */
export function judgeAudit(printed: string): AuditVerdict {
  const report = parse(printed);
  const counts = report?.metadata?.vulnerabilities;
  if (counts === undefined) {
    return {
      ok: true,
      text: 'NOT CHECKED: this registry answers no question for known flaws. Run it where one does.',
    };
  }
  const severe = TOO_SEVERE.reduce((sum, severity) => sum + (counts[severity] ?? 0), 0);
  const all = counts['total'] ?? severe;
  if (severe === 0) {
    return { ok: true, text: `No flaw of high severity is known; ${all} of lower.` };
  }
  const names = Object.entries(report?.vulnerabilities ?? {})
    .filter(([, { severity }]) => TOO_SEVERE.some((one) => one === severity))
    .map(([name, { severity }]) => `${name} (${severity})`);
  return { ok: false, text: `${severe} of high severity or worse: ${names.join(', ')}` };
}

function parse(text: string): Report | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : null;
  } catch {
    return null;
  }
}
