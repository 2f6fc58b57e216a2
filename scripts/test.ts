import { duration } from './say';
import { lastLine, type Outcome } from './test/outcome';
import { STEPS } from './test/steps';

/**
 * `npm test`: runs all checks except the long ones, and prints the time of each. `npm test -- lint types`
 * runs some of them, `npm run test-long` those that take minutes. The last line is `N passed, N failed[, N
 * skipped]`; it counts tests, and each failed step as one.
 */
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !STEPS.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(
    `No such step: ${unknown.join(', ')}. There are ${STEPS.map((s) => s.name).join(', ')}.`,
  );
  process.exit(2);
}
const steps = STEPS.filter(({ name, isLong }) =>
  wanted.length === 0 ? isLong !== true : wanted.includes(name),
);

const outcomes = new Map<string, Outcome>();
for (const [index, step] of steps.entries()) {
  console.log(`\n[${index + 1}/${steps.length}] ${step.name}: ${step.says}`);
  if (step.needs !== undefined && outcomes.get(step.needs)?.ok === false) {
    console.log(`${step.name}: left out, because ${step.needs} failed`);
    outcomes.set(step.name, { ok: false, passed: 0, failed: 1, skipped: 0 });
    continue;
  }
  const start = performance.now();
  const outcome = await step.run();
  outcomes.set(step.name, outcome);
  const verdict = outcome.ok ? 'ok' : 'FAILED';
  console.log(`${step.name}: ${verdict} in ${duration(performance.now() - start)}`);
}

const failed = [...outcomes].filter(([, outcome]) => !outcome.ok).map(([name]) => name);
console.log(failed.length === 0 ? '\nAll checks are content.' : `\nFailed: ${failed.join(', ')}`);
console.log(lastLine([...outcomes.values()]));
process.exitCode = failed.length === 0 ? 0 : 1;
