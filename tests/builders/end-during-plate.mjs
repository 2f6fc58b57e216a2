// Loaded before a cohort by `node --import`: ends the process as soon as a certain plate is computed, as the system
// does that has no memory left (SIGKILL), or Node that has crashed (SIGABRT).
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import process from 'node:process';

const plate = process.env.KTYPER_ENDING_PLATE ?? '';
const { renameSync } = fs;
fs.renameSync = (from, to) => {
  const isMarks = String(to).endsWith('cohort.begun');
  const begins = isMarks && timesIn(from) > timesIn(to);
  renameSync(from, to);
  if (!begins) return;
  if (process.env.KTYPER_ENDING_SIGNAL === 'SIGABRT') process.abort();
  process.kill(process.pid, 'SIGKILL');
};
syncBuiltinESMExports();

/** @param {fs.PathLike} path of marks: how often the plate was begun */
function timesIn(path) {
  if (!fs.existsSync(path)) return 0;
  /** @type {unknown} */
  const marks = JSON.parse(fs.readFileSync(path, 'utf8'));
  return /** @type {Record<string, { times: number }>} */ (marks)[plate]?.times ?? 0;
}
