import type { AttributeValue, TensorData } from './graph';

export type ElementType = TensorData['type'];

/** An ONNX file as it was written, before anything is known of its meaning. */
export interface DecodedModel {
  /** `skl2onnx 1.16.0`, or empty. */
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
  /** Null when it is no tensor, but a sequence of maps, say, or of an element that is not read. */
  readonly type: ElementType | null;
  /** A number, or null where it can vary; null as a whole when nothing is said of the shape. */
  readonly dims: readonly (number | null)[] | null;
}
