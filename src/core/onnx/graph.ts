/**
 * The part of ONNX that the app's model builders write, as plain data. Source of the format:
 * https://onnx.ai/onnx/repo-docs/IR.html
 */
export type TensorData =
  | { readonly type: 'float32'; readonly dims: readonly number[]; readonly data: Float32Array }
  | { readonly type: 'int32'; readonly dims: readonly number[]; readonly data: Int32Array }
  | { readonly type: 'int64'; readonly dims: readonly number[]; readonly data: readonly number[] }
  | { readonly type: 'float64'; readonly dims: readonly number[]; readonly data: Float64Array }
  | { readonly type: 'bool'; readonly dims: readonly number[]; readonly data: Uint8Array }
  | { readonly type: 'string'; readonly dims: readonly number[]; readonly data: readonly string[] };

export type AttributeValue =
  | { readonly type: 'int'; readonly value: number }
  | { readonly type: 'float'; readonly value: number }
  | { readonly type: 'string'; readonly value: string }
  | { readonly type: 'ints'; readonly value: readonly number[] }
  | { readonly type: 'floats'; readonly value: readonly number[] | Float32Array }
  | { readonly type: 'strings'; readonly value: readonly string[] }
  | { readonly type: 'tensor'; readonly value: TensorData };

export interface GraphNode {
  readonly operator: string;
  /** `''` for ONNX's own operators, `ai.onnx.ml` for those of classical machine learning. */
  readonly domain: '' | 'ai.onnx.ml';
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: Readonly<Record<string, AttributeValue>>;
}

/** A graph's input or output. A dimension is a number, or a name when it can vary. */
export interface ValueInfo {
  readonly name: string;
  readonly type: 'float32' | 'int64';
  readonly dims: readonly (number | string)[];
}

export interface OnnxModel {
  readonly name: string;
  readonly description: string;
  readonly opset: number;
  /** Version of `ai.onnx.ml`; null when no node is of that domain. */
  readonly mlOpset: number | null;
  readonly inputs: readonly ValueInfo[];
  readonly outputs: readonly ValueInfo[];
  readonly initializers: ReadonlyMap<string, TensorData>;
  readonly nodes: readonly GraphNode[];
}

/** Builds a graph node by node; every value gets a name of its own, in order of creation. */
export class GraphBuilder {
  readonly #nodes: GraphNode[] = [];
  readonly #initializers = new Map<string, TensorData>();
  #count = 0;

  /**
   * Adds a node with one output.
   *
   * @returns the output's name
   */
  node(
    operator: string,
    inputs: readonly string[],
    attributes: Readonly<Record<string, AttributeValue>> = {},
    output?: string,
  ): string {
    const name = output ?? this.#name(operator);
    this.#nodes.push({ operator, domain: '', inputs, outputs: [name], attributes });
    return name;
  }

  /** Adds a node with several outputs, or of another domain. */
  nodeOf(node: Omit<GraphNode, 'outputs'> & { readonly outputs: readonly string[] }): void {
    this.#nodes.push(node);
  }

  floats(data: ArrayLike<number>, dims: readonly number[] = [data.length]): string {
    return this.#constant({ type: 'float32', dims, data: Float32Array.from(data) });
  }

  scalar(value: number): string {
    return this.floats([value], []);
  }

  int32s(data: ArrayLike<number>, dims: readonly number[] = [data.length]): string {
    return this.#constant({ type: 'int32', dims, data: Int32Array.from(data) });
  }

  int64s(data: readonly number[], dims: readonly number[] = [data.length]): string {
    return this.#constant({ type: 'int64', dims, data });
  }

  doubles(data: ArrayLike<number>, dims: readonly number[] = [data.length]): string {
    return this.#constant({ type: 'float64', dims, data: Float64Array.from(data) });
  }

  finish(head: Omit<OnnxModel, 'nodes' | 'initializers'>): OnnxModel {
    return { ...head, nodes: this.#nodes, initializers: this.#initializers };
  }

  #name(hint: string): string {
    this.#count += 1;
    return `${hint}_${this.#count}`;
  }

  /** Adds a constant. Equal constants are stored once. */
  #constant(tensor: TensorData): string {
    for (const [name, other] of this.#initializers) {
      if (sameTensor(tensor, other)) return name;
    }
    const name = this.#name('constant');
    this.#initializers.set(name, tensor);
    return name;
  }
}

function sameTensor(a: TensorData, b: TensorData): boolean {
  return (
    a.type === b.type &&
    a.dims.length === b.dims.length &&
    a.data.length === b.data.length &&
    a.dims.every((dim, i) => dim === b.dims[i]) &&
    sameItems(a.data, b.data)
  );
}

function sameItems(a: ArrayLike<number | string>, b: ArrayLike<number | string>): boolean {
  for (let i = 0; i < a.length; i += 1) {
    if (!Object.is(a[i], b[i])) return false;
  }
  return true;
}
