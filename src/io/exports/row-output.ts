import { isComparable } from '../../core/classify/compared-taxa';
import { runnerUpOf } from '../../core/classify/group-members';
import { nextStep } from '../../core/classify/next-step';
import { callCategory } from '../../core/classify/tiers';
import type {
  GuardVerdict,
  MarkerEvidence,
  SampleRow,
  SpectrumMeasures,
  SpectrumRow,
} from '../../core/job/types';
import { explainVerdict } from '../../core/quality/explain';
import { QUALITY_LIMITS } from '../../core/quality/limits';
import { rateSample } from '../../core/quality/rate-sample';
import { byTaxon, evidenceOutput, markersOutput } from './evidence-output';
import { calibrantOutput, controlOutput } from './control-output';
import { failureOf } from './failure-of';
import type { SampleOutput, SpectrumOutput } from './output-schema';
import { reviewOutput } from './review-output';
import type { RatedJob } from './rated-job';
import type { ExportedJob } from './types';
import { watchOfSample, watchOfSpectrum } from './watch-output';
import { inEnglish, problemInEnglish } from '../../words/in-words';
import { labelOf } from '../../core/classify/call-label';

/** Returns a function that makes the JSON of a sample. */
export function sampleOutput(
  exported: ExportedJob,
  rated: RatedJob,
): (row: SampleRow, seen: MarkerEvidence | undefined) => SampleOutput {
  const { model, watch, reviews } = exported;
  const review = reviewOutput(reviews);
  const control = controlOutput(exported, (index) => rated.spectrum(index)?.spot);
  return (row, seen) => {
    const own = rated.spectraOf(row);
    const { call, consensus } = row;
    const quality = rated.quality(row);
    const step = nextStep(row, quality?.measures ?? []);
    const failure = failureOf(row, own);
    const named = model.manifest.taxa.find(({ id }) => id === call.taxon);
    return {
      name: row.name,
      spot: row.spot,
      spectra: own.map(keyOf),
      call: {
        kind: call.kind,
        taxon: call.taxon,
        label: inEnglish(labelOf(call)),
        countedAs: callCategory(call, model.manifest),
        phylogroup: named?.phylogroup ?? null,
        alsoFits: named?.alsoFits ?? [],
        confidence: call.confidence,
        probability: call.probability,
        runnerUp: runnerUpOf(row, model.manifest),
        rule: call.rule,
        reason: inEnglish(call.reason),
      },
      nextStep: { kind: step.kind, sentence: inEnglish(step.sentence) },
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
          reason: inEnglish(explainVerdict(judged)),
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
      failure: failure && problemInEnglish(failure),
      warnings: row.warnings.map(problemInEnglish),
      originalName: row.originalName,
      ...watchOfSample(own, watch, (index) => keysOf([index], rated)[0] ?? ''),
      ...control(row),
      ...review(row),
    };
  };
}

/** Returns a function that makes the JSON of a spectrum. */
export function spectrumOutput(
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
      reason: row.reason && inEnglish(row.reason.message),
      cure: row.reason && inEnglish(row.reason.cure),
      problem: row.reason?.kind ?? null,
      warnings: row.warnings.map(problemInEnglish),
      names: row.names,
      record: row.record && {
        ...row.record,
        comments: row.record.comments.map(inEnglish),
      },
      measures: row.measures && measuresOutput(row.measures),
      call: callOutput(row.call),
      guard: guardOutput(row.guard),
      quality: rateSample([row], null)?.verdict ?? null,
      sha256: row.sha256,
      duplicateOf: original === undefined ? null : keyOf(original),
      ...watchOfSpectrum(row, watch),
      ...calibrantOutput(row),
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
export function keyOf({ uid, path }: SpectrumRow): string {
  return uid === '' ? path : uid;
}

function keysOf(spectra: readonly number[] | undefined, rated: RatedJob): string[] {
  return (spectra ?? []).flatMap((index) => {
    const row = rated.spectrum(index);
    return row === undefined ? [] : keyOf(row);
  });
}

function callOutput(call: SpectrumRow['call']): SpectrumOutput['call'] {
  if (call === null) return null;
  const { kind, taxon, confidence, probability, rule } = call;
  return { kind, taxon, label: inEnglish(labelOf(call)), confidence, probability, rule };
}

function guardOutput(guard: GuardVerdict | undefined): SampleOutput['guard'] {
  if (guard === undefined) return null;
  const { pattern, model, rule, reason } = guard;
  const label = inEnglish(labelOf(guard));
  return { pattern, model, rule, label, reason: reason && inEnglish(reason) };
}
