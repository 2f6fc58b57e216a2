// Sleeps for 2 ms, again and again, and prints when it woke late, for `standstill.ts`: from when on it should have been
// awake until when it was, both in milliseconds of the system's clock.
// Plain JavaScript, so that no loader's threads run beside it.
import { writeSync } from 'node:fs';

const SLEEP = 2;
/** What the system needs to wake a thread is less than this, in milliseconds. */
const LATE = 5;

const nobodyWakes = new Int32Array(new SharedArrayBuffer(4));
for (let before = clock(); ;) {
  Atomics.wait(nobodyWakes, 0, 0, SLEEP);
  const now = clock();
  if (now - before > SLEEP + LATE) writeSync(1, `${before + SLEEP} ${now}\n`);
  before = now;
}

function clock() {
  return Number(process.hrtime.bigint()) / 1e6;
}
