/**
 * Estimates the numbers of parameters.json from real spectra: `npm run fit-model`. Takes all spectra under
 * ../shared/data, without their labels; only the temperature of the probabilities is fitted to labels,
 * those of the evaluation. `--check` writes nothing and only reports whether parameters.json matches the
 * spectra.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { findPeaks } from '../../src/core/marker-model/plain/peaks';
import { knownByLabel } from '../../scripts/evaluate/known';
import { hasSharedData, knownSpecies, readLaboratories } from './laboratories';
import { estimateModel } from './estimate-model';
import type { ModelFacts } from './estimate-parameters';
import { fitTemperature } from './fit-temperature';
import { readDefinition, readMarkers, readParameters } from './read-facts';

const target = fileURLToPath(new URL('parameters.json', import.meta.url));
if (!hasSharedData) {
  console.error('The spectra are not here; nothing was estimated.');
  process.exit(0);
}
const { taxa, naming = [] } = readDefinition();
const facts: ModelFacts = { taxa, naming, rows: readMarkers() };
const spectra = (await readLaboratories()).flatMap(({ laboratory, spectra }) =>
  spectra.map(({ name, path, vector }) => ({ laboratory, name, path, peaks: findPeaks(vector) })),
);
const { parameters, learnedFrom } = estimateModel(spectra, facts, readParameters());
const judged = spectra.flatMap(({ laboratory, name, path, peaks }) => {
  const known = knownSpecies(laboratory, { name, path });
  if (known?.isClear !== true) return [];
  const right = knownByLabel(known.species, { taxa, groups: [] }).taxa;
  // Of a foreign spectrum no named taxon is right.
  return right.size === 0 ? [] : [{ peaks, isRight: (taxon: string) => right.has(taxon) }];
});
const fitted = {
  ...parameters,
  source: describeSource(),
  softmaxTemperature: fitTemperature(judged, facts, parameters),
};
for (const [laboratory, { accepted, of }] of learnedFrom) {
  console.error(`${laboratory}: learned from ${accepted} of ${of} spectra.`);
}
console.error(`Temperature ${fitted.softmaxTemperature}, of ${judged.length} judged spectra.`);
const options = await resolveConfig(target);
const text = await format(JSON.stringify(fitted), { ...options, parser: 'json' });
if (!process.argv.includes('--check')) {
  writeFileSync(target, text);
} else if (text !== readFileSync(target, 'utf8')) {
  console.error('parameters.json is not what the spectra give.');
  process.exitCode = 1;
}

function describeSource(): string {
  const counts = [...learnedFrom]
    .filter(([, { accepted }]) => accepted > 0)
    .map(([laboratory, { accepted, of }]) => `${laboratory} (${accepted} of ${of})`);
  return (
    `Estimated by fit.ts from the spectra of ${counts.join(', ')}, without any label; ` +
    `the temperature from ${judged.length} spectra that another model or the strain's name judges. ` +
    'The rest are choices.'
  );
}
