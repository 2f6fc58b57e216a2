import { basename } from 'node:path';
import { findFences, quantile, type Fences } from '../src/core/quality/statistics';
import { QUALITY_LIMITS, type QualityMeasure } from '../src/core/quality/limits';
import { measuredValues } from '../src/core/quality/measured-values';
import { runJob } from '../src/engine/run-job';
import './learn-english';
import { collectJob } from './headless/collect-job';
import { runCommandLine, UsageError } from './headless/command-line';
import { inputFile } from './headless/input-files';
import { archiveWorkerHere, nodePool } from './headless/job-tools';
import { readModelPack } from './headless/model-pack';
import { inEnglish } from '../src/words/in-words';

const USAGE = `Usage: npx tsx scripts/quality-limits.ts INPUT...

Shows how each measure of quality is spread over a run that is known to be good, and the fences that
src/core/quality/limits.ts takes from it (docs/quality.md).
`;

const WORDS = ['measure', 'n', 'min', 'q25', 'median', 'q75', 'max', 'scale', 'inner', 'outer'];

await runCommandLine(USAGE, async (signal) => {
  const inputs = process.argv.slice(2);
  if (inputs.length === 0) throw new UsageError('Give at least one INPUT.');
  const pack = await readModelPack(null);
  if (!pack.ok) throw new UsageError(inEnglish(pack.error.message));
  const files = await Promise.all(inputs.map((path) => inputFile(path, basename(path))));
  const tools = { pack: pack.value, pool: nodePool(1), archive: archiveWorkerHere() };
  const { spectra } = await collectJob(runJob({ files, sampleSheet: null }, tools, signal));
  const lines = [WORDS];
  for (const [measure, limits] of Object.entries(QUALITY_LIMITS.measures)) {
    const values = spectra
      .flatMap(({ measures }) => (measures?.quality ? measuredValues(measures) : []))
      .flatMap((one) => one[measure as QualityMeasure] ?? [])
      .map((value) => (limits.worse === 'farther' ? Math.abs(value) : value));
    if (values.length > 0) lines.push(lineOf(measure, values));
  }
  process.stdout.write(lines.map((cells) => `${cells.join('\t')}\n`).join(''));
  return 0;
});

function lineOf(measure: string, values: readonly number[]): string[] {
  const sorted = Float64Array.from(values).sort();
  const spread = [0, 0.25, 0.5, 0.75, 1].map((part) => figures(quantile(sorted, part), 3));
  const { scale, inner, outer } = findFences(sorted);
  return [measure, String(values.length), ...spread, scale, pair(inner), pair(outer)];
}

function pair([low, high]: Fences['inner']): string {
  return `${figures(low, 2)}..${figures(high, 2)}`;
}

function figures(value: number, count: number): string {
  return String(Number(value.toPrecision(count)));
}
