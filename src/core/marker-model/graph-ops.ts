import type { GraphBuilder } from '../onnx/graph';

export const int = (value: number) => ({ type: 'int', value }) as const;
export const ints = (...value: number[]) => ({ type: 'ints', value }) as const;

export function reshape(graph: GraphBuilder, values: string, shape: readonly number[]): string {
  return graph.node('Reshape', [values, graph.int64s(shape)]);
}

/** [N, 1, columns] with `before` and `after` zeros added to each row; where negative, columns cut off. */
export function padColumns(
  graph: GraphBuilder,
  values: string,
  before: number,
  after: number,
): string {
  return graph.node('Pad', [values, graph.int64s([0, 0, before, 0, 0, after])]);
}

/** Two digits of a whole number, each of which fits into a byte. */
const BASE = 255;
/** What `wholeNumbers` can tell apart. */
export const MOST_WHOLE = BASE * BASE - 1;

/**
 * Whole numbers of 0 to `MOST_WHOLE` as int32, [N, 1, columns]: of two bytes each, by a product of integers.
 * A `Cast` is one function of half a megabyte in onnxruntime, and a browser that finds it used takes a second
 * of a processor and some 100 MB to compile it anew.
 */
export function wholeNumbers(graph: GraphBuilder, values: string): string {
  const bytes = (floats: string): string => graph.node('QuantizeLinear', [floats, graph.scalar(1)]);
  const high = graph.node('Floor', [graph.node('Div', [values, graph.scalar(BASE)])]);
  const low = graph.node('Sub', [values, graph.node('Mul', [high, graph.scalar(BASE)])]);
  const digits = graph.node('Concat', [high, low], { axis: int(1) });
  return graph.node('MatMulInteger', [bytes(graph.floats([BASE, 1], [1, 2])), bytes(digits)]);
}

/** Between two bounds. */
export function clip(graph: GraphBuilder, values: string, from: number, to: number): string {
  return graph.node('Clip', [values, graph.scalar(from), graph.scalar(to)]);
}

/** `slope` x + `offset`, between 0 and 1, in one pass. */
export function ramp(graph: GraphBuilder, values: string, slope: number, offset: number): string {
  const float = (value: number) => ({ type: 'float', value }) as const;
  return graph.node('HardSigmoid', [values], { alpha: float(slope), beta: float(offset) });
}

/**
 * So steep that a ramp is a step between numbers that differ at all. A power of two: its products are
 * exact, so the step is just where it ought to be.
 */
export const STEEP = 2 ** 100;

/** `from`, `from` + 1 ... `to`. */
export function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

export function at<T>(list: readonly T[], index: number): T {
  const value = list[index];
  if (value === undefined) throw new RangeError(`No element ${index} in a list of ${list.length}`);
  return value;
}
