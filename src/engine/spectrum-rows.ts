import { calibrationSpot } from '../core/bruker/calibration-spot';
import { shownNames } from '../core/bruker/shown-names';
import type { ModelAnswer, SpectrumOutcome } from '../core/job/outcome';
import type { SpeciesCall, SpectrumRow } from '../core/job/types';
import type { ModelManifest } from '../core/model-pack/types';
import type { Problem } from '../core/problem';
import { identityByPath } from '../core/open-formats/identity';
import { err, ok, type Result } from '../core/result';
import type { AcquisitionState } from './acquisition-state';
import { duplicateProblem, type DuplicateSpectra } from './duplicate-spectra';
import type { RunDirectory } from './run-directory';
import { callOf, shortCall } from './sample-rows';
import type { SharedParts } from './shared-parts';

/** The sources of a spectrum's row, apart from its outcome. */
export interface SpectrumRowParts {
  readonly manifest: ModelManifest;
  /** Ids of the model's classes whose genera the guard does not cover. */
  readonly otherGenera: ReadonlySet<string>;
  readonly directory: RunDirectory;
  readonly shared: SharedParts;
  readonly duplicates: DuplicateSpectra;
  /** @returns the row of a settled spectrum */
  readonly rowOf: (index: number) => SpectrumRow;
}

export interface MadeSpectrumRow {
  readonly row: SpectrumRow;
  readonly answer: Result<ModelAnswer, Problem> | null;
  readonly call: SpeciesCall | null;
  /** Names made from its folders, the best first; null for a file that names its spectra itself. */
  readonly folderNames: readonly string[] | null;
}

/** Makes the row of one spectrum: its names, whether it counts, and its call. */
export function makeSpectrumRow(
  outcome: SpectrumOutcome,
  state: AcquisitionState,
  { manifest, otherGenera, directory, shared, duplicates, rowOf }: SpectrumRowParts,
): MadeSpectrumRow {
  const { index, measures, sha256 } = outcome;
  const { source, path } = state;
  const answer = shareVerdict(outcome.answer, shared);
  const analyte = directory.find(source, outcome.uid, path);
  // The run's own text where it has this uid: a second one is not kept.
  const uid = analyte?.spectrumUid === outcome.uid ? analyte.spectrumUid : outcome.uid;
  const names = outcome.names && shared.names(outcome.names, uid);
  const record = outcome.record && shared.record(outcome.record);
  const folderNames = outcome.name ? null : names && shownNames(path, names, outcome.spot);
  // The thread's own reason takes precedence, since the fid may be found before or after this.
  const skipped = calibrationSpot(path, analyte) ?? outcome.skipped ?? state.leftOut;
  // An export that is left out for a fid still counts as the first with its bytes, whether or not the fid
  // was known when the export was settled. So the result does not depend on timing.
  const sameBytes =
    skipped === null || skipped === state.leftOut ? duplicates.find(outcome, rowOf) : null;
  const duplicateOf = skipped === null ? sameBytes : null;
  const failure = answer?.ok === false ? answer.error : null;
  const reason =
    skipped ?? (duplicateOf === null ? failure : duplicateProblem(rowOf(duplicateOf), path));
  const status =
    skipped !== null || duplicateOf !== null ? 'skipped' : failure === null ? 'ok' : 'failed';
  const peaks = answer?.ok === true ? answer.value.peaks : null;
  const called =
    answer === null || status === 'skipped'
      ? null
      : callOf(answer, [outcome], manifest, otherGenera);
  const guard = answer?.ok === true ? answer.value.guard : undefined;
  const call = called && { ...called, reason: shared.reason(called.reason) };
  const row: SpectrumRow = {
    index,
    uid,
    path: directory.displayPath(source, path),
    name: analyte?.name || outcome.name || folderNames?.[0] || uid,
    spot: shared.text(outcome.spot || (analyte?.spot ?? '')),
    names,
    status,
    reason,
    warnings: shared.warnings(outcome.warnings),
    record,
    measures: measures && { ...measures, peaks },
    call: shortCall(answer, call),
    ...(guard === undefined ? {} : { guard }),
    sha256,
    duplicateOf,
    ...(status === 'ok' && outcome.watched ? { watched: outcome.watched } : {}),
    ...(skipped?.kind === 'calibration-spot' && outcome.calibrant !== undefined
      ? { calibrant: outcome.calibrant }
      : {}),
  };
  return { row, answer, call, folderNames };
}

function shareVerdict(
  answer: SpectrumOutcome['answer'],
  shared: SharedParts,
): SpectrumOutcome['answer'] {
  if (answer?.ok !== true || answer.value.guard === undefined) return answer;
  return ok({ ...answer.value, guard: shared.verdict(answer.value.guard) });
}

/** @returns the outcome of an acquisition that was not processed */
export function unreadOutcome(
  {
    index,
    path,
    uid,
  }: { readonly index: number; readonly path: string; readonly uid: string | null },
  reason: Problem,
  skipped: boolean,
): SpectrumOutcome {
  return {
    ...identityByPath(path, uid),
    index,
    record: null,
    measures: null,
    sha256: null,
    warnings: [],
    skipped: skipped ? reason : null,
    answer: skipped ? null : err(reason),
    vector: null,
  };
}
