import { fuzzAll } from './fuzz-all';
import { OptionMistake, parseOptions } from './options';
import { TARGETS } from './targets';
import { say } from '../../scripts/say';

const USAGE = `Usage: npm run fuzz -- [options]

Gives every reader of strangers' files inputs that were made to break it, each within bounds of time
and memory, and prints what came of it. docs/fuzzing.md tells how.

  --minutes N      how long, shared by the targets (1, unless --inputs is given)
  --inputs N       how many inputs, shared by the targets
  --seed S         the same seed and number of inputs give the same inputs (by the clock)
  --target NAME    only this one; may be given several times
  --corpus FOLDER  keep the inputs that reached something new there, and begin with those of last time
  --no-fixtures    do not write what was found to tests/fuzz/inputs

Targets: ${TARGETS.map(({ name }) => name).join(', ')}

Exit code: 0 nothing was found, 1 something was, 2 the command was mistyped.
`;

try {
  const options = parseOptions(
    process.argv.slice(2),
    TARGETS.map(({ name }) => name),
  );
  if (options === 'help') process.stdout.write(USAGE);
  else process.exitCode = (await fuzzAll(options)) === 0 ? 0 : 1;
} catch (mistake) {
  if (!(mistake instanceof OptionMistake || mistake instanceof TypeError)) throw mistake;
  say(`${mistake.message}\n\n${USAGE}`);
  process.exitCode = 2;
}
