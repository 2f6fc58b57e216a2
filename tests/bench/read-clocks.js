// Reads the clocks for some seconds and does nothing else, for `standstill.ts`: prints the longest time between two
// readings in which the system counts a processor for this process nearly all of the time, in milliseconds.
// Plain JavaScript, so that no loader's threads run beside it.
const end = performance.now() + 1_000 * Number(process.argv[2]);

/** A reading takes less than this, in milliseconds, on any machine. */
const LEAST = 2;
/** The two clocks are read one after the other, so their times differ a little even while the process runs. */
const NEARLY = 0.9;

let longest = 0;
let before = performance.now();
let used = processor();
while (before < end) {
  const now = performance.now();
  const between = now - before;
  const has = processor();
  if (between > Math.max(LEAST, longest) && has - used > NEARLY * between) longest = between;
  before = now;
  used = has;
}
process.stdout.write(String(longest));

function processor() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
