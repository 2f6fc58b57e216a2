/**
 * Estimates the numbers of parameters.json from real spectra: `npm run fit-model`. Takes the archive
 * of rows A-D from ../shared; `--check` only says whether parameters.json is what they give.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { poolTaxon } from '../../src/core/marker-model/marker-table';
import { findPeaks } from '../../src/core/marker-model/plain-score';
import { estimateParameters, withoutEstimates, withoutUnseen } from './estimate-parameters';
import { readDefinition, readMarkers, readParameters } from './read-facts';
import { readSpectra } from './read-spectra';

/** Spectra whose own call scores at least this are learned from: what the model itself accepts. */
const LEAST_SCORE = 15;
/** Ions detected in fewer spectra than this are left out. */
const LEAST_DETECTION = 0.1;
const SOURCE =
  'Estimated by fit.ts from the 48 spectra of rows A-D of the public Klebsiella plate (github ' +
  'scwatts/malditof_spectra_short_tutorial) only, without any label. The rest are choices.';

const archive = new URL('../../../shared/data/klebsiella-plate-rows-A-D.zip', import.meta.url);
const target = fileURLToPath(new URL('parameters.json', import.meta.url));
if (!existsSync(archive)) {
  console.error('The spectra of rows A-D are not here; nothing was estimated.');
  process.exit(0);
}
const rows = readMarkers();
const taxa = readDefinition().taxa.map(({ id, members }) => poolTaxon(id, members, rows));
const spectra = await readSpectra(fileURLToPath(archive));
const loci = [...(taxa[0]?.loci ?? [])]
  .sort(([, a], [, b]) => (a[0]?.mass ?? 0) - (b[0]?.mass ?? 0))
  .map(([locus]) => locus);
const { parameters, learnedFrom, of } = estimateParameters(
  spectra.map(({ vector }) => findPeaks(vector)),
  taxa,
  withoutEstimates(readParameters(), loci),
  LEAST_SCORE,
);
console.error(`Learned from ${learnedFrom} of ${of} spectra.`);
const fitted = { ...withoutUnseen(parameters, LEAST_DETECTION), source: SOURCE };
const options = await resolveConfig(target);
const text = await format(JSON.stringify(fitted), { ...options, parser: 'json' });
if (!process.argv.includes('--check')) {
  writeFileSync(target, text);
} else if (text !== readFileSync(target, 'utf8')) {
  console.error('parameters.json is not what the spectra give.');
  process.exitCode = 1;
}
