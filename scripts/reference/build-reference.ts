import { env, InferenceSession, Tensor } from 'onnxruntime-web/wasm';
import {
  readDefinition,
  readMarkers,
  readParameters,
} from '../../models/ribosomal-klebsiella/read-facts';
import { readSimulatorFacts } from '../../models/ribosomal-klebsiella/read-simulator-facts';
import { AxisCache } from '../../src/core/bruker/axis-cache';
import { readAcquisition } from '../../src/core/bruker/read-acquisition';
import { takeFingerprint } from '../../src/core/check/fingerprint';
import type { Reference, ReferenceAnswer } from '../../src/core/check/reference';
import { runSteps } from '../../src/core/check/reference-steps';
import { callSpecies } from '../../src/core/classify/call-species';
import { countLoci } from '../../src/core/classify/judge-evidence';
import { joinBytes } from '../../src/core/join-bytes';
import { assembleModel } from '../../src/core/marker-model/marker-model';
import { findPeaks } from '../../src/core/marker-model/plain/peaks';
import { scoreAt } from '../../src/core/marker-model/plain/score';
import { PlainPreprocessor } from '../../src/kernel/plain-preprocessor';
import type { ModelPack } from '../../src/io/open-model-pack';
import { sha256 } from '../../src/io/sha256';
import { type SimulatedFile, writeBiotyperRun } from '../../src/simulate/write-run';
import { readModelPack } from '../headless/model-pack';
import { zipWriter } from '../make-example/zip-writer';
import { inEnglish } from '../../src/words/in-words';

/** Any seed would do; this one's isolate is called with high confidence, so that every step is used. */
const RUN = { spots: 1, seed: 'reference' } as const;
const FILE = 'reference-run.zip';

export interface BuiltReference {
  readonly reference: Reference;
  readonly run: Uint8Array<ArrayBuffer>;
}

/**
 * Makes the reference run, one simulated spectrum, and what an installation must compute from it. The steps
 * are the plain ones in TypeScript. The model's numbers are those of the plain score, at the line and the
 * sensitivity that the graph found; see docs/check.md. The same facts give the same bytes.
 */
export async function buildReference(): Promise<BuiltReference> {
  const files = [...writeBiotyperRun(readSimulatorFacts(), RUN)];
  const run = zipped(files);
  const fid = fileOf(files, 'fid');
  const acqu = fileOf(files, 'acqu');
  const reading = readAcquisition(
    { path: fid.path, fid: fid.bytes, acqu: acqu.bytes },
    new AxisCache(),
  );
  if (!reading.spectrum.ok) throw new Error(inEnglish(reading.spectrum.error.message));
  const { spectrum, measures } = reading.spectrum.value;
  const steps = runSteps(spectrum, new PlainPreprocessor());
  const binned = steps.find(({ id }) => id === 'clip')!.values;
  return {
    run,
    reference: {
      format: 'ktyper-reference/1',
      run: { file: FILE, bytes: run.length, sha256: await sha256(run) },
      spectrum: {
        path: fid.path,
        uid: reading.uid,
        spot: reading.spot,
        sha256: await sha256(fid.bytes),
      },
      steps: steps.map(({ id, values }) => ({ id, ...takeFingerprint(values) })),
      answers: [await answerOf(binned, measures)],
    },
  };
}

/** The files, as they are written to public/check. */
export function referenceAsJson(reference: Reference): string {
  return `${JSON.stringify(reference)}\n`;
}

async function answerOf(
  binned: Float64Array,
  axis: { readonly points: number; readonly mzFirst: number; readonly mzLast: number },
): Promise<ReferenceAnswer> {
  const { id, version } = readDefinition();
  const read = await readModelPack(id);
  if (!read.ok) throw new Error(inEnglish(read.error.message));
  const { manifest, ref } = read.value;
  if (manifest.version !== version) throw new Error(`${id} ${version} is not built`);
  const input = Float32Array.from(binned);
  const { taxa, naming } = readDefinition();
  const model = assembleModel(taxa, readMarkers(), readParameters(), naming);
  const peaks = findPeaks(input);
  const seen = await runGraph(read.value, input);
  const fitted = { shiftPpm: seen.shift, tiltPpmPerKda: seen.tilt, sensitivity: seen.sensitivity };
  const { scores, loci, probabilities } = scoreAt(peaks, fitted, model);
  const evidence = {
    scores: Float32Array.from(scores),
    loci: Float32Array.from(loci.flat()),
    ions: seen.ions,
    ...fitted,
  };
  const best = probabilities.indexOf(Math.max(...probabilities));
  const { supported, contradicted } = countLoci(evidence, best, manifest);
  const { kind, taxon, label, confidence, rule } = callSpecies(
    {
      probabilities,
      evidence: { ...evidence, lociSupported: supported, lociContradicted: contradicted },
      peaks: peaks.filter(({ ratio }) => ratio > 5).length,
      axes: [axis],
    },
    manifest,
  );
  return {
    ...ref,
    probabilities: [...probabilities],
    scores: [...scores],
    shiftPpm: seen.shift,
    call: { kind, taxon, label, confidence, rule },
  };
}

async function runGraph({ manifest, files }: ModelPack, input: Float32Array) {
  env.wasm.numThreads = 1;
  const session = await InferenceSession.create(files.graph, { executionProviders: ['wasm'] });
  const { outputs, input: name } = manifest.graph;
  const answer = await session.run({ [name]: new Tensor('float32', input, [1, input.length]) });
  await session.release();
  const data = (output: string | undefined) =>
    answer[output ?? '']?.data as Float32Array | undefined;
  return {
    shift: data(outputs.shift)![0]!,
    tilt: data(outputs.tilt)?.[0] ?? 0,
    sensitivity: data(outputs.sensitivity)?.[0] ?? 1,
    ions: Float32Array.from(data(outputs.ions)!),
  };
}

function fileOf(files: readonly SimulatedFile[], name: string): SimulatedFile {
  const file = files.find(({ path }) => path.endsWith(`/${name}`));
  if (file === undefined) throw new Error(`The simulated run has no ${name}`);
  return file;
}

function zipped(files: readonly SimulatedFile[]): Uint8Array<ArrayBuffer> {
  const pieces: Uint8Array[] = [];
  const writer = zipWriter((bytes) => pieces.push(bytes.slice()), 9);
  for (const { path, bytes } of files) writer.add(path, bytes);
  writer.finish();
  return joinBytes(pieces);
}
