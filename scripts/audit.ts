import { spawnSync } from 'node:child_process';
import { judgeAudit } from './audit/judge-audit';
import { ROOT } from './run-command';

/**
 * `npm run audit`: are flaws known in the packages that this is built of? Ends with 1 when one is of high
 * severity or worse. A registry that answers no such question is no fault of the packages: it says so.
 */
const asked = spawnSync('npm', ['audit', '--json'], {
  cwd: ROOT,
  encoding: 'utf8',
  // On Windows npm is a script of the shell's.
  shell: process.platform === 'win32',
});
const verdict = judgeAudit(asked.stdout);
console.log(verdict.text);
process.exitCode = verdict.ok ? 0 : 1;
