import { isComparable } from '../../core/classify/compared-taxa';
import { callCategory } from '../../core/classify/tiers';
import type {
  GuardVerdict,
  JobGuard,
  SampleRow,
  SpectrumMeasures,
  SpectrumRow,
} from '../../core/job/types';
import type { ModelManifest } from '../../core/model-pack/types';
import { jsonText } from '../../core/json-text';
import { explainVerdict } from '../../core/quality/explain';
import { QUALITY_LIMITS } from '../../core/quality/limits';
import { rateSample } from '../../core/quality/rate-sample';
import { summariseRun } from '../../core/quality/summarise-run';
import { byTaxon, evidenceOutput, markersOutput } from './evidence-output';
import type { JsonOutputHead, SampleOutput, SpectrumOutput } from './output-schema';
import { inSpotOrder } from './in-spot-order';
import { rateJob, type RatedJob } from './rated-job';
import { INTENDED_USE, type ExportedJob } from './types';
import { watchOfSample, watchOfSpectrum, watchOutput } from './watch-output';

/**
 * Yields everything that is known of a job as JSON, one sample or spectrum at a time, so that a large job is
 * never in memory as one text. docs/output.md describes the shape, and `output-schema.ts` checks it.
 * Probabilities are not rounded.
 */
export function* exportJson(exported: ExportedJob): Generator<string, void, void> {
  const { samples, spectra } = inSpotOrder(exported);
  const rated = rateJob(exported);
  const head = jsonText(headOutput(exported, rated), 2);
  // The head is written without its closing brace, since the lists follow.
  yield `${head.slice(0, -2)},\n`;
  yield* listed('samples', samples, sampleOutput(exported, rated));
  yield ',\n';
  yield* listed('spectra', spectra, spectrumOutput(exported, rated));
  yield '\n}\n';
}

function* listed<T>(
  name: string,
  rows: readonly T[],
  output: (row: T) => SampleOutput | SpectrumOutput,
): Generator<string, void, void> {
  yield `  "${name}": [`;
  for (const [i, row] of rows.entries()) {
    yield `${i === 0 ? '' : ','}\n    ${jsonText(output(row))}`;
  }
  yield rows.length === 0 ? ']' : '\n  ]';
}

function headOutput(
  { app, job, model, samples, spectra, watch }: ExportedJob,
  rated: RatedJob,
): JsonOutputHead {
  const { manifest, ref } = model;
  const run = summariseRun(samples, spectra, (sample) => rated.quality(sample)?.verdict ?? null);
  return {
    format: 'ktyper-results/1',
    use: INTENDED_USE,
    app: { name: app.name, version: app.version },
    job: { name: job.name, token: job.token, createdAt: job.createdAt },
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
    run: job.summary?.run ?? null,
    sampleSheet: job.summary?.sampleSheet ?? null,
    problems: job.summary?.problems ?? [],
    quality: {
      ...run,
      outliers: run.outliers.flatMap(({ spectrum, ...outlier }) => {
        const row = rated.spectrum(spectrum);
        return row === undefined ? [] : { spectrum: keyOf(row), ...outlier };
      }),
    },
    ...watchOutput(watch),
  };
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
      return { kind: 'not-watched', guard: null, reason: guard.reason };
    case 'failed': {
      const { message, cure } = guard.problem;
      return { kind: 'failed', guard: null, reason: `${message} ${cure}` };
    }
  }
}

function guardOutput(guard: GuardVerdict | undefined): SampleOutput['guard'] {
  if (guard === undefined) return null;
  const { pattern, model, rule, label, reason } = guard;
  return { pattern, model, rule, label, reason };
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

function sampleOutput(
  { model, evidence, watch }: ExportedJob,
  rated: RatedJob,
): (row: SampleRow) => SampleOutput {
  return (row) => {
    const own = rated.spectraOf(row);
    const { call, consensus } = row;
    const seen = evidence?.get(row.index);
    const quality = rated.quality(row);
    const named = model.manifest.taxa.find(({ id }) => id === call.taxon);
    return {
      name: row.name,
      spot: row.spot,
      spectra: own.map(keyOf),
      call: {
        kind: call.kind,
        taxon: call.taxon,
        label: call.label,
        countedAs: callCategory(call, model.manifest),
        phylogroup: named?.phylogroup ?? null,
        alsoFits: named?.alsoFits ?? [],
        confidence: call.confidence,
        probability: call.probability,
        runnerUp: call.runnerUp,
        rule: call.rule,
        reason: call.reason,
      },
      probabilities: isComparable(call)
        ? byTaxon(model.manifest, (t) => row.probabilities[t] ?? null)
        : {},
      evidence: seen === undefined ? null : evidenceOutput(seen, row, model.manifest),
      markers: markersOutput(row.markers, model.manifest),
      consensus: consensus && {
        spectra: consensus.spectra,
        agreeing: consensus.agreeing,
        compatible: keysOf(consensus.others.compatible, rated),
        silent: keysOf(consensus.others.silent, rated),
        contradicting: keysOf(consensus.others.contradicts, rated),
        majority: consensus.majority,
        contradictory: consensus.contradictory,
        averaged: consensus.averaged ?? null,
        leftOut: keysOf(consensus.leftOut, rated),
      },
      guard: guardOutput(row.guard),
      quality: {
        limits: QUALITY_LIMITS.version,
        verdict: quality?.verdict ?? null,
        measures: (quality?.measures ?? []).map((judged) => ({
          ...judged,
          reason: explainVerdict(judged),
        })),
        peaks: row.peaks,
        shiftPpm: row.shiftPpm,
        tiltPpmPerKda: row.tiltPpmPerKda ?? null,
        sensitivity: row.sensitivity ?? null,
        spectraUsed:
          own.filter(({ status }) => status === 'ok').length - (consensus?.leftOut?.length ?? 0),
        spectraLeftOut: consensus?.leftOut?.length ?? 0,
        spectraLost: own.filter(({ status }) => status !== 'ok').length,
      },
      failure: row.failure,
      warnings: row.warnings,
      originalName: row.originalName,
      ...watchOfSample(own, watch, (index) => keysOf([index], rated)[0] ?? ''),
    };
  };
}

function spectrumOutput(
  { watch }: ExportedJob,
  rated: RatedJob,
): (row: SpectrumRow) => SpectrumOutput {
  return (row) => {
    const original = row.duplicateOf === null ? undefined : rated.spectrum(row.duplicateOf);
    return {
      uid: row.uid,
      path: row.path,
      name: row.name,
      spot: row.spot,
      status: row.status,
      reason: row.reason?.message ?? null,
      cure: row.reason?.cure ?? null,
      problem: row.reason?.kind ?? null,
      warnings: row.warnings,
      names: row.names,
      record: row.record,
      measures: row.measures && measuresOutput(row.measures),
      call: row.call,
      guard: guardOutput(row.guard),
      quality: rateSample([row], null)?.verdict ?? null,
      sha256: row.sha256,
      duplicateOf: original === undefined ? null : keyOf(original),
      ...watchOfSpectrum(row, watch),
    };
  };
}

/** Returns the measures, with null for each that an older version did not measure. */
function measuresOutput(measures: SpectrumMeasures): NonNullable<SpectrumOutput['measures']> {
  const { quality } = measures;
  if (quality === null) return { ...measures, quality };
  if (quality.markers === null) return { ...measures, quality: { ...quality, markers: null } };
  const { tiltPpmPerKda = null, ...markers } = quality.markers;
  return { ...measures, quality: { ...quality, markers: { ...markers, tiltPpmPerKda } } };
}

/** Returns what identifies a spectrum: its uid, or its path, since an unreadable spectrum may have no uid. */
function keyOf({ uid, path }: SpectrumRow): string {
  return uid === '' ? path : uid;
}

function keysOf(spectra: readonly number[] | undefined, rated: RatedJob): string[] {
  return (spectra ?? []).flatMap((index) => {
    const row = rated.spectrum(index);
    return row === undefined ? [] : keyOf(row);
  });
}
