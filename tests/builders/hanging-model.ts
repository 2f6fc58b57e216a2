import { makeSelfTestVector } from '../../src/core/model-pack/self-test';
import type { GraphBuilder } from '../../src/core/onnx/graph';
import { ONE_DALTON_BINS } from '../../src/core/preprocess/bin';
import type { ModelPackFiles } from '../../src/core/model-pack/types';
import { tinyPackFiles } from './tiny-pack';

/** Side of a square matrix whose product with itself takes seconds, and the number of such products. */
const SIDE = 2048;
const PRODUCTS = 1000;
/** Factor by which the tiny model multiplies its features. */
const SCALE = 20_000;

/**
 * Builds a model pack that is correct in every way, with allowed operators and a size of a few kilobytes, whose
 * graph would compute for hours: it multiplies a large matrix by itself again and again.
 *
 * @param when `always`, or only for inputs other than its self-test, so that it is found out in a job and not
 * before
 */
export function hangingPack(when: 'always' | 'after its self-test'): Promise<ModelPackFiles> {
  return tinyPackFiles({
    manifest: { id: 'hanging', title: 'Hanging', summary: 'Computes without end.' },
    last: (graph, scaled, output) => hang(graph, scaled, output, when === 'always'),
  });
}

/** The left edges of the model's two features and the names of its classes, as files beside its graph. */
export const HANGING_FEATURES = '4000\n6000\n';
export const HANGING_CLASSES = 'Genus alpha\nGenus beta\n';

function hang(graph: GraphBuilder, scaled: string, output: string, isAlways: boolean): void {
  const int = (value: number) => ({ type: 'int', value }) as const;
  const side = graph.int64s([SIDE]);
  const sides = isAlways
    ? side
    : graph.node('Where', [isTest(graph, scaled), graph.int64s([1]), side]);
  const whole = graph.floats(new Float32Array(SIDE).fill(1 / Math.sqrt(SIDE)), [SIDE, 1]);
  const column = graph.node('Slice', [whole, graph.int64s([0]), sides, graph.int64s([0])]);
  const row = graph.node('Transpose', [column]);
  let matrix = graph.node('MatMul', [column, row]);
  for (let i = 0; i < PRODUCTS; i++) matrix = graph.node('MatMul', [matrix, matrix]);
  const mean = graph.node('ReduceMean', [matrix], { keepdims: int(0) });
  const nothing = graph.node('Mul', [mean, graph.scalar(0)]);
  const answer = graph.node('Softmax', [scaled], { axis: int(1) });
  graph.node('Add', [answer, nothing], {}, output);
}

/** Adds nodes that decide whether all rows are that of the self-test: a bool tensor of shape [1]. */
function isTest(graph: GraphBuilder, scaled: string): string {
  const subject = { bins: ONE_DALTON_BINS, features: [4000, 6000], taxa: [], markers: null };
  const test = makeSelfTestVector({ ...subject, selfTest: { seed: 1 } });
  const row = graph.floats(
    Array.from(test, (value) => value * SCALE),
    [1, 2],
  );
  const distance = graph.node('Abs', [graph.node('Sub', [scaled, row])]);
  const largest = graph.node('ReduceMax', [distance], { keepdims: { type: 'int', value: 0 } });
  const isNear = graph.node('Less', [largest, graph.scalar(0.01)]);
  return graph.node('Reshape', [isNear, graph.int64s([1])]);
}
