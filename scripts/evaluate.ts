/**
 * Compares the bundled model's answers with what is known of the real spectra in ../shared and in folders
 * named on the command line: `npm run evaluate`. `--write` saves the report as docs/evaluation.md. Exits
 * with 1 when an aim is missed.
 */
import { writeFileSync } from 'node:fs';
import { hasSharedData } from '../models/ribosomal-klebsiella/laboratories';
import { readJson } from '../models/ribosomal-klebsiella/read-facts';
import './learn-english';
import { aimAtCalls } from './evaluate/aim-at-calls';
import { openEvaluation } from './evaluate/evaluation';
import { parseOptions, USAGE } from './evaluate/options';
import { Report } from './evaluate/report';
import { tellCalls } from './evaluate/section-calls';
import { tellClaims } from './evaluate/section-claims';
import { tellCrossed } from './evaluate/section-crossed';
import { tellData } from './evaluate/section-data';
import { tellEarlier } from './evaluate/section-earlier';
import { tellParts } from './evaluate/section-parts';
import { tellReliability } from './evaluate/section-reliability';
import { tellSimulated } from './evaluate/section-simulated';
import { isSpoilt, tellStress } from './evaluate/section-stress';
import { openTypedSet, SHARED_SETS } from './evaluate/sets';
import { runCommandLine, UsageError } from './headless/command-line';
import { readModelPack } from './headless/model-pack';
import { typedUsage } from './headless/this-app';
import { say } from './say';
import { inEnglish } from '../src/words/in-words';

await runCommandLine(USAGE, async () => {
  const options = parseOptions(
    process.argv.slice(2),
    SHARED_SETS.map(({ name }) => name),
  );
  if (options.help) {
    process.stdout.write(typedUsage(USAGE));
    return 0;
  }
  const typed = await Promise.all(options.sets.map(openTypedSet));
  if (!hasSharedData && options.write) {
    throw new UsageError(
      'docs/evaluation.md is about the sets in ../shared/data, which is not here.',
    );
  }
  if (!hasSharedData) say('No ../shared/data here: only the sets that are named are judged.');
  if (!hasSharedData && typed.length === 0) return 0;
  const pack = await readModelPack(null);
  if (!pack.ok) throw new Error(inEnglish(pack.error.message));

  const report = new Report();
  const evaluation = await openEvaluation(report, pack.value, typed, isSpoilt);
  tellData(evaluation, readJson<{ source: string }>('parameters.json').source);
  tellCalls(evaluation);
  if (hasSharedData) aimAtCalls(evaluation);
  tellReliability(evaluation);
  await tellEarlier(evaluation);
  await tellParts(evaluation);
  if (hasSharedData) {
    await tellCrossed(evaluation);
    await tellStress(evaluation);
  }
  await tellSimulated(evaluation);
  tellClaims(evaluation);
  if (!hasSharedData) return 0;
  report.heading('Aims');
  const missed = report.tellAims();
  if (options.write) {
    writeFileSync(new URL('../docs/evaluation.md', import.meta.url), report.toString());
  }
  return missed === 0 ? 0 : 1;
});
