import type { ArchiveWorkerApi } from '../../../workers/archive/api';
import { type CheckItem, failed, passed, WRONG_NUMBERS_CURE } from '../../core/check/check-item';
import { judgeAnswer, judgeSelfTest } from '../../core/check/judge-answer';
import type { Reference, ReferenceAnswer } from '../../core/check/reference';
import type { MarkerEvidence, SampleRow, SpectrumRow } from '../../core/job/types';
import { makeSelfTestBins } from '../../core/model-pack/self-test';
import { problem, type Problem } from '../../core/problem';
import { err, ok, type Result } from '../../core/result';
import type { InputFile } from '../../io/entry';
import type { ModelPack } from '../../io/open-model-pack';
import { runJob } from '../run-job';
import type { SpectrumPool } from '../../../workers/spectrum/page/pool';
import type { WorkerHandle } from '../../../workers/worker-handle';
import { inTurn, sentence, type Sentences } from '../../words/told/sentence';

/** An installed model, or the problem with its files. */
export interface InstalledModel {
  /** The model's name in the report: `ribosomal-klebsiella 1.0.0`. */
  readonly name: Sentences;
  readonly pack: Result<ModelPack, Problem>;
}

export interface ModelCheckTools {
  readonly pool: SpectrumPool;
  readonly archive: WorkerHandle<ArchiveWorkerApi>;
  readonly reference: Reference | null;
  /** The reference run; null when it could not be fetched. */
  readonly files: readonly InputFile[] | null;
}

/** Checks a model's files, its self-test in a compute worker, and its answers for the reference run. */
export async function* checkModel(
  { name, pack: opened }: InstalledModel,
  tools: ModelCheckTools,
): AsyncGenerator<CheckItem, void, void> {
  if (!opened.ok) {
    yield failed('models', sentence('checked.nameFiles', { model: name }), opened.error);
    return;
  }
  const pack = opened.value;
  const stored = storedAnswer(pack, tools.reference);
  yield checkFiles(name, pack, stored);

  const fault = await tools.pool.load(pack);
  if (fault !== null) {
    yield failed('models', sentence('checked.nameOpening', { model: name }), fault);
    return;
  }
  yield passed(
    'models',
    sentence('checked.nameOpening', { model: name }),
    sentence('checked.opened'),
  );
  const asked = await tools.pool.classify([makeSelfTestBins(pack.manifest)]);
  const [answer] = asked.ok ? asked.value : [asked];
  yield answer?.ok === true
    ? judgeSelfTest(pack.manifest, name, answer.value.probabilities)
    : failed(
        'models',
        sentence('checked.nameSelfTest', { model: name }),
        answer?.error ?? NO_ANSWER,
      );
  if (tools.files !== null) yield* checkRun(name, pack, stored, tools.files, tools);
}

/** Finds the stored answer by id and version only, since the checksums are what is compared. */
function storedAnswer({ ref }: ModelPack, reference: Reference | null): ReferenceAnswer | null {
  const isSame = ({ id, version }: ReferenceAnswer) => id === ref.id && version === ref.version;
  return reference?.answers.find(isSame) ?? null;
}

function checkFiles(
  name: Sentences,
  { ref }: ModelPack,
  stored: ReferenceAnswer | null,
): CheckItem {
  const line = sentence('checked.nameFiles', { model: name });
  const sums = sentence('checked.filesSums', { graph: ref.sha256, manifest: ref.manifestSha256 });
  if (stored === null) {
    return passed('models', line, inTurn(sentence('checked.filesNamed'), sums));
  }
  if (stored.sha256 === ref.sha256 && stored.manifestSha256 === ref.manifestSha256) {
    return passed('models', line, inTurn(sentence('checked.filesCame'), sums));
  }
  return failed('models', line, {
    message: inTurn(sentence('checked.filesOther'), sums),
    cure: WRONG_NUMBERS_CURE,
  });
}

async function* checkRun(
  name: Sentences,
  pack: ModelPack,
  stored: ReferenceAnswer | null,
  files: readonly InputFile[],
  { pool, archive, reference }: ModelCheckTools,
): AsyncGenerator<CheckItem, void, void> {
  const ran = await runReference(pack, files, pool, archive);
  if (!ran.ok) {
    yield failed('run', sentence('checked.nameRun', { model: name }), ran.error);
    return;
  }
  const { spectrum, sample, evidence } = ran.value;
  if (reference !== null) yield checkRecord(name, spectrum, reference.spectrum);
  yield* judgeAnswer(name, stored, {
    probabilities: sample.probabilities,
    scores: evidence?.scores ?? null,
    shiftPpm: sample.shiftPpm,
    call: sample.call,
  });
  if (sample.failure !== null)
    yield failed('run', sentence('checked.nameAnswer', { model: name }), sample.failure);
}

interface RanReference {
  readonly spectrum: SpectrumRow;
  readonly sample: SampleRow;
  readonly evidence: MarkerEvidence | null;
}

async function runReference(
  pack: ModelPack,
  files: readonly InputFile[],
  pool: SpectrumPool,
  archive: WorkerHandle<ArchiveWorkerApi>,
): Promise<Result<RanReference, Problem>> {
  let spectrum: SpectrumRow | undefined;
  let sample: SampleRow | undefined;
  let evidence: MarkerEvidence | null = null;
  const { signal } = new AbortController();
  for await (const event of runJob({ files, sampleSheet: null }, { pack, pool, archive }, signal)) {
    if (event.kind === 'failed') return err(event.problem);
    if (event.kind !== 'rows') continue;
    spectrum = event.spectra[0] ?? spectrum;
    sample = event.samples[0] ?? sample;
    evidence = event.evidence[0]?.evidence ?? evidence;
  }
  if (spectrum === undefined || sample === undefined) return err(NO_ANSWER);
  return ok({ spectrum, sample, evidence });
}

function checkRecord(
  name: Sentences,
  { uid, spot, sha256, reason }: SpectrumRow,
  expected: Reference['spectrum'],
): CheckItem {
  const line = sentence('checked.nameRecord', { model: name });
  if (reason !== null) return failed('run', line, reason);
  return uid === expected.uid && spot === expected.spot && sha256 === expected.sha256
    ? passed('run', line, sentence('checked.recordSame'))
    : failed('run', line, {
        message: sentence('checked.recordOther', { uid, spot, sum: String(sha256) }),
        cure: WRONG_NUMBERS_CURE,
      });
}

const NO_ANSWER = problem(
  'check-no-answer',
  sentence('checked.noAnswer'),
  sentence('checked.noAnswerCure'),
);
