import type { GraphBuilder } from '../onnx/graph';

/** ONNX's numbers of element types, for Cast. */
export const FLOAT = 1;
export const INT64 = 7;

export const int = (value: number) => ({ type: 'int', value }) as const;
export const ints = (...value: number[]) => ({ type: 'ints', value }) as const;

export function reshape(graph: GraphBuilder, values: string, shape: readonly number[]): string {
  return graph.node('Reshape', [values, graph.int64s(shape)]);
}

/** `length` columns of [N, columns], from `start` on. */
export function columns(
  graph: GraphBuilder,
  values: string,
  start: number,
  length: number,
): string {
  return graph.node('Slice', [
    values,
    graph.int64s([start]),
    graph.int64s([start + length]),
    graph.int64s([1]),
  ]);
}

/** [N, columns] with `before` and `after` zeros added to each row. */
export function padColumns(
  graph: GraphBuilder,
  values: string,
  before: number,
  after: number,
): string {
  return graph.node('Pad', [values, graph.int64s([0, before, 0, after])]);
}

export function cast(graph: GraphBuilder, values: string, to: number): string {
  return graph.node('Cast', [values], { to: int(to) });
}

/** Between two bounds. A runtime compares whole vectors here, where its Clip goes one by one. */
export function clamp(graph: GraphBuilder, values: string, from: number, to: number): string {
  const above = graph.node('Max', [values, graph.scalar(from)]);
  return graph.node('Min', [above, graph.scalar(to)]);
}

/** `from`, `from` + 1 ... `to`. */
export function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

export function at<T>(list: readonly T[], index: number): T {
  const value = list[index];
  if (value === undefined) throw new RangeError(`No element ${index} in a list of ${list.length}`);
  return value;
}
