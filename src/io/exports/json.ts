import type { JobGuard } from '../../core/job/types';
import { jsonText } from '../../core/json-text';
import type { ModelManifest } from '../../core/model-pack/types';
import { summariseRunInSteps, type RunQuality } from '../../core/quality/summarise-run';
import { inBatches } from './evidence-reader';
import type { JsonOutputHead } from './output-schema';
import { appOutput, jobOutput, settingsOutput } from './provenance';
import { reviewHead } from './review-output';
import { rateJob, type RatedJob } from './rated-job';
import { keyOf, sampleOutput, spectrumOutput } from './row-output';
import { INTENDED_USE, type ExportedJob } from './types';
import { watchOutput } from './watch-output';
import { samplesToWrite, spectraToWrite } from './rows-to-write';
import type { SampleSheetReport } from '../../core/sample-sheet/sheet-report';
import { inEnglish, problemInEnglish } from '../../words/in-words';

/**
 * Yields everything that is known of a job as JSON, one sample or spectrum at a time, so that a large job is
 * never in memory as one text. An empty piece is a place to pause. docs/output.md describes the shape, and
 * `output-schema.ts` checks it. Probabilities are not rounded.
 */
export async function* exportJson(exported: ExportedJob): AsyncGenerator<string, void, void> {
  const rated = rateJob(exported);
  const run = yield* runQuality(exported, rated);
  const samples = samplesToWrite(exported);
  const head = jsonText(headOutput(exported, rated, run), 2);
  // The head is written without its closing brace, since the lists follow.
  yield `${head.slice(0, -2)},\n  "samples": [`;
  const ofSample = sampleOutput(exported, rated);
  let comma = '';
  for await (const { sample, evidence } of inBatches(samples, exported.evidence)) {
    yield `${comma}\n    ${jsonText(ofSample(sample, evidence))}`;
    comma = ',';
  }
  const spectra = spectraToWrite(exported);
  yield samples.length === 0 ? '],\n  "spectra": [' : '\n  ],\n  "spectra": [';
  const ofSpectrum = spectrumOutput(exported, rated);
  for (const [i, row] of spectra.entries()) {
    yield `${i === 0 ? '' : ','}\n    ${jsonText(ofSpectrum(row))}`;
  }
  yield spectra.length === 0 ? ']\n}\n' : '\n  ]\n}\n';
}

/** Judges the whole run, whichever of its rows are written, with a place to pause at each step. */
function* runQuality(
  { samples, spectra }: ExportedJob,
  rated: RatedJob,
): Generator<string, RunQuality, void> {
  const steps = summariseRunInSteps(
    samples,
    spectra,
    (sample) => rated.quality(sample)?.verdict ?? null,
  );
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    yield '';
  }
}

function headOutput(exported: ExportedJob, rated: RatedJob, run: RunQuality): JsonOutputHead {
  const { job, model, samples, shown, watch, reviews } = exported;
  const { manifest, ref } = model;
  return {
    format: 'ktyper-results/1',
    use: INTENDED_USE,
    app: appOutput(exported),
    job: jobOutput(exported),
    settings: settingsOutput(exported),
    model: {
      id: ref.id,
      version: ref.version,
      sha256: ref.sha256,
      manifestSha256: ref.manifestSha256,
      title: manifest.title,
      recipe: manifest.recipe,
      taxa: manifest.taxa.map(({ id, name, phylogroup = null, alsoFits = [], outgroup }) => ({
        id,
        name,
        phylogroup,
        alsoFits,
        outgroup,
      })),
      groups: manifest.groups.map(({ id, name, members }) => ({ id, name, members })),
      markers: markerTableOutput(manifest),
    },
    guard: guardHead(job.guard ?? null),
    selection: shown === undefined ? null : { written: shown.length, of: samples.length },
    run: job.summary?.run ?? null,
    sampleSheet: sheetHead(job.summary?.sampleSheet ?? null),
    ...(job.summary?.grouping === undefined ? {} : { grouping: job.summary.grouping }),
    problems: (job.summary?.problems ?? []).map(problemInEnglish),
    quality: {
      ...run,
      findings: run.findings.map(problemInEnglish),
      outliers: run.outliers.flatMap(({ spectrum, ...outlier }) => {
        const row = rated.spectrum(spectrum);
        return row === undefined ? [] : { spectrum: keyOf(row), ...outlier };
      }),
    },
    ...watchOutput(watch),
    ...reviewHead(reviews, samples),
  };
}

function sheetHead(sheet: SampleSheetReport | null): JsonOutputHead['sampleSheet'] {
  if (sheet === null) return null;
  const ambiguous = sheet.ambiguous.map(({ which, ...row }) =>
    which === undefined ? row : { ...row, which: which.map(inEnglish) },
  );
  return { ...sheet, ambiguous };
}

function guardHead(guard: JobGuard | null): JsonOutputHead['guard'] {
  switch (guard?.kind) {
    case undefined:
      return null;
    case 'watched': {
      const { id, version, sha256, manifestSha256, genus } = guard.guard;
      const told = { id, version, sha256, manifestSha256, genus };
      return { kind: 'watched', guard: told, reason: null };
    }
    case 'not-watched':
      return { kind: 'not-watched', guard: null, reason: inEnglish(guard.reason) };
    case 'failed': {
      const { message, cure } = problemInEnglish(guard.problem);
      return { kind: 'failed', guard: null, reason: `${message} ${cure}` };
    }
  }
}

function markerTableOutput({ markers }: ModelManifest): JsonOutputHead['model']['markers'] {
  if (markers === null) return null;
  return {
    loci: markers.loci,
    serves: markers.serves ?? markers.loci.map(() => 'both' as const),
    ions: markers.ions.map(({ locus, mass, charge, expectedMz }) => ({
      locus,
      mass,
      charge,
      expectedMz,
    })),
  };
}
