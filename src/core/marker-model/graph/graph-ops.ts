import type { GraphBuilder } from '../../onnx/graph';

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

/** Digits of a whole number, each of which fits into a byte. */
const BASE = 255;
/** What two digits can tell apart. */
const TWO_DIGITS = BASE * BASE - 1;

/**
 * Whole numbers of 0 to `most` as int32, [N, rows, columns]: of bytes, by a product of integers.
 * A `Cast` is one function of half a megabyte in onnxruntime, and a browser that finds it used takes a second
 * of a processor and some 100 MB to compile it anew.
 */
export function wholeNumbers(graph: GraphBuilder, values: string, most: number): string {
  const bytes = (floats: string): string => graph.node('QuantizeLinear', [floats, graph.scalar(1)]);
  const high = graph.node('Floor', [graph.node('Div', [values, graph.scalar(BASE)])]);
  const low = graph.node('Sub', [values, graph.node('Mul', [high, graph.scalar(BASE)])]);
  if (most <= TWO_DIGITS) {
    const digits = graph.node('Concat', [high, low], { axis: int(1) });
    return graph.node('MatMulInteger', [bytes(graph.floats([BASE, 1], [1, 2])), bytes(digits)]);
  }
  const whole = wholeNumbers(graph, high, Math.ceil(most / BASE));
  const ones = graph.node('MatMulInteger', [bytes(graph.floats([1], [1, 1])), bytes(low)]);
  return graph.node('Add', [graph.node('Mul', [whole, graph.int32s([BASE], [])]), ones]);
}

/** The shape [N, ...dims], with the N of `like`. */
export function shapeLike(graph: GraphBuilder, like: string, ...dims: number[]): string {
  const batch = graph.node('Slice', [
    graph.node('Shape', [like]),
    graph.int64s([0]),
    graph.int64s([1]),
  ]);
  return graph.node('Concat', [batch, graph.int64s(dims)], { axis: int(0) });
}

/** The part `from` to `to` (not included) of an axis. */
export function slice(
  graph: GraphBuilder,
  values: string,
  axis: number,
  from: number,
  to: number,
): string {
  return graph.node('Slice', [
    values,
    graph.int64s([from]),
    graph.int64s([to]),
    graph.int64s([axis]),
  ]);
}

/** An axis in equal parts. @param name of the parts, of no other value in the graph */
export function split(
  graph: GraphBuilder,
  values: string,
  axis: number,
  parts: number,
  name: string,
): string[] {
  const outputs = range(1, parts).map((part) => `${name}_${part}`);
  graph.nodeOf({
    operator: 'Split',
    domain: '',
    inputs: [values],
    outputs,
    attributes: { axis: int(axis), num_outputs: int(parts) },
  });
  return outputs;
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
