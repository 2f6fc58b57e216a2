import { describe, expect, it } from 'vitest';
import {
  hasSharedData,
  readLaboratories,
} from '../../../../models/ribosomal-klebsiella/laboratories';
import { buildMarkerGraph } from '../../../../src/core/marker-model/graph/build-graph';
import { findPeaks } from '../../../../src/core/marker-model/plain/peaks';
import { scoreAt } from '../../../../src/core/marker-model/plain/score';
import { fitSpectrum } from '../../../../src/core/marker-model/plain/search';
import { encodeOnnx } from '../../../../src/core/onnx/encode';
import { ONE_DALTON_BINS } from '../../../../src/core/preprocess/bin';
import { bundledModel } from '../../../builders/bundled-model';
import { openGraph } from '../../../builders/onnx-session';

const model = bundledModel();

interface Compared {
  /** Outputs of the graph. */
  readonly answer: Awaited<ReturnType<Awaited<ReturnType<typeof openGraph>>>>;
  /** The line and the sensitivity that the graph found. */
  readonly line: Parameters<typeof scoreAt>[1];
  /** The result of the whole plain search. */
  readonly plain: ReturnType<typeof fitSpectrum>;
  /** The plain score at the graph's line. */
  readonly here: ReturnType<typeof scoreAt>;
}

async function compareAll(): Promise<readonly Compared[]> {
  const graph = buildMarkerGraph({ name: 'test', description: '', bins: ONE_DALTON_BINS, model });
  const run = await openGraph(encodeOnnx(graph));
  const spectra = (await readLaboratories()).flatMap((laboratory) => laboratory.spectra);
  const compared: Compared[] = [];
  for (const { vector } of spectra) {
    if (!vector.some((value) => value > 0)) continue;
    const input = Float32Array.from(vector);
    const answer = await run(input, 1);
    const line = {
      shiftPpm: answer.shift![0]!,
      tiltPpmPerKda: answer.tilt![0]!,
      sensitivity: answer.sensitivity![0]!,
    };
    const peaks = findPeaks(input);
    const plain = fitSpectrum(peaks, model);
    compared.push({ answer, line, plain, here: scoreAt(peaks, line, model) });
  }
  return compared;
}

const compared = hasSharedData ? await compareAll() : [];

describe.skipIf(!hasSharedData)('the graph and the plain score on real spectra', () => {
  it('are compared on every shared spectrum that has a signal', () => {
    // 46 of the plate, 14 of Italy, 10 of the Robert Koch Institute, and 48 of two other species.
    expect(compared).toHaveLength(118);
  });

  it('give the same scores and probabilities at the line that the graph found', () => {
    for (const { answer, here } of compared) {
      here.scores.forEach((score, t) =>
        expect(Math.abs(answer.scores![t]! - score)).toBeLessThan(0.01),
      );
      here.probabilities.forEach((p, t) =>
        expect(Math.abs(answer.probabilities![t]! - p)).toBeLessThan(0.001),
      );
    }
  });

  it('find the same line and sensitivity in all but two, for which two lines fit equally well', () => {
    const other = compared.filter(
      ({ line, plain }) =>
        line.shiftPpm !== plain.shiftPpm ||
        line.tiltPpmPerKda !== plain.tiltPpmPerKda ||
        Math.abs(line.sensitivity - plain.sensitivity) > 1e-6,
    );
    expect(other.length).toBeLessThanOrEqual(2);
    for (const { answer, plain } of other) {
      const best = (scores: Iterable<number>) => Math.max(...scores);
      expect(Math.abs(best(answer['scores']!) - best(plain.scores))).toBeLessThan(1);
    }
  });
});
