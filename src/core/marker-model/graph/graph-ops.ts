import type { GraphBuilder } from '../../onnx/graph';

export const int = (value: number) => ({ type: 'int', value }) as const;
export const ints = (...value: number[]) => ({ type: 'ints', value }) as const;

export function reshape(graph: GraphBuilder, values: string, shape: readonly number[]): string {
  return graph.node('Reshape', [values, graph.int64s(shape)]);
}

/** Adds `before` and `after` zeros to each row of [N, 1, columns]; negative numbers cut columns off. */
export function padColumns(
  graph: GraphBuilder,
  values: string,
  before: number,
  after: number,
): string {
  return graph.node('Pad', [values, graph.int64s([0, 0, before, 0, 0, after])]);
}

/** Base of the digits of a whole number, chosen so that a digit fits into a byte. */
const BASE = 255;
/** Largest number that two digits can hold. */
const TWO_DIGITS = BASE * BASE - 1;

/**
 * Converts whole numbers of 0 to `most`, [N, 1, columns], to int32 by an integer product of bytes. It
 * avoids `Cast`, whose code in onnxruntime is one function of half a megabyte, which a browser compiles
 * again on first use, in a second of processor time and with some 100 MB of memory.
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

/** @returns the shape [N, ...dims], with the N of `like` */
export function shapeLike(graph: GraphBuilder, like: string, ...dims: number[]): string {
  const batch = graph.node('Slice', [
    graph.node('Shape', [like]),
    graph.int64s([0]),
    graph.int64s([1]),
  ]);
  return graph.node('Concat', [batch, graph.int64s(dims)], { axis: int(0) });
}

/** @returns the part `from` to `to` (not included) of an axis */
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

/**
 * Splits an axis into equal parts.
 *
 * @param name prefix for the names of the parts, unique in the graph
 */
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

/** Limits values to two bounds. */
export function clip(graph: GraphBuilder, values: string, from: number, to: number): string {
  return graph.node('Clip', [values, graph.scalar(from), graph.scalar(to)]);
}

/** Computes `slope` x + `offset`, limited to 0 and 1, in one pass. */
export function ramp(graph: GraphBuilder, values: string, slope: number, offset: number): string {
  const float = (value: number) => ({ type: 'float', value }) as const;
  return graph.node('HardSigmoid', [values], { alpha: float(slope), beta: float(offset) });
}

/**
 * A slope so steep that a ramp becomes a step between any two different numbers. It is a power of two, so
 * its products are exact and the step is exactly in place.
 */
export const STEEP = 2 ** 100;

/** Lists `from`, `from` + 1 ... `to`. */
export function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

export function at<T>(list: readonly T[], index: number): T {
  const value = list[index];
  if (value === undefined) throw new RangeError(`No element ${index} in a list of ${list.length}`);
  return value;
}
