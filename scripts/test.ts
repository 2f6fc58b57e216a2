import { duration } from './say';
import { lastLine, type Outcome } from './test/outcome';
import { type Step, STEPS } from './test/steps';

/**
 * `npm test`: runs all checks except the long ones, and prints the time of each. `npm test -- lint types`
 * runs some of them, `npm run test-long` the long ones. The last line is `N passed, N failed[, N
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
const runs = new Map<string, Promise<void>>();
for (const [index, step] of steps.entries()) {
  const before = [...runs].filter(([name]) => step.after?.includes(name) ?? true);
  const ended = Promise.all(before.map(([, ends]) => ends));
  runs.set(
    step.name,
    ended.then(() => run(step, index + 1)),
  );
}
await Promise.all(runs.values());

async function run(step: Step, number: number): Promise<void> {
  const { name, says, needs } = step;
  console.log(`\n[${number}/${steps.length}] ${name}: ${says}`);
  if (needs !== undefined && outcomes.get(needs)?.ok === false) {
    console.log(`${name}: left out, because ${needs} failed`);
    outcomes.set(name, { ok: false, passed: 0, failed: 1, skipped: 0 });
    return;
  }
  const start = performance.now();
  const outcome = await step.run();
  outcomes.set(name, outcome);
  const verdict = outcome.ok ? 'ok' : 'FAILED';
  console.log(`${name}: ${verdict} in ${duration(performance.now() - start)}`);
}

const failed = [...outcomes].filter(([, outcome]) => !outcome.ok).map(([name]) => name);
console.log(failed.length === 0 ? '\nAll checks are content.' : `\nFailed: ${failed.join(', ')}`);
console.log(lastLine([...outcomes.values()]));
process.exitCode = failed.length === 0 ? 0 : 1;
