import type { AttributeValue, TensorData } from './graph';

export type ElementType = TensorData['type'];

/** An ONNX file as written, before its meaning is checked. */
export interface DecodedModel {
  /** Program that wrote the file, such as `skl2onnx 1.16.0`; may be empty. */
  readonly producer: string;
  /** Version of each domain's operators; ONNX's own domain is `''`. */
  readonly opsets: ReadonlyMap<string, number>;
  readonly inputs: readonly DecodedValue[];
  readonly outputs: readonly DecodedValue[];
  readonly initializers: ReadonlyMap<string, TensorData>;
  readonly nodes: readonly DecodedNode[];
}

export interface DecodedNode {
  readonly operator: string;
  readonly domain: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: Readonly<Record<string, AttributeValue>>;
}

/** An input or output of the graph. */
export interface DecodedValue {
  readonly name: string;
  /**
   * Null when it is not a tensor (a sequence of maps, for example), or has elements of an unsupported type.
   */
  readonly type: ElementType | null;
  /** Each is a number, or null where it can vary; null as a whole when the shape is not specified. */
  readonly dims: readonly (number | null)[] | null;
}
