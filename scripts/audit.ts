import { spawnSync } from 'node:child_process';
import { judgeAudit } from './audit/judge-audit';
import { ROOT } from './run-command';

/**
 * `npm run audit`: checks the packages for known vulnerabilities. The exit code is 1 when one has high
 * severity or worse. A registry without an audit service is no fault of the packages, and is only reported.
 */
const asked = spawnSync('npm', ['audit', '--json'], {
  cwd: ROOT,
  encoding: 'utf8',
  // On Windows npm is a shell script.
  shell: process.platform === 'win32',
});
const verdict = judgeAudit(asked.stdout);
console.log(verdict.text);
process.exitCode = verdict.ok ? 0 : 1;
